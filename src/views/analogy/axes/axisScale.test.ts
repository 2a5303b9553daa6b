import { expect, test } from 'vitest';
import { percentAt, signed } from './axisScale.ts';

test('a place is a share of the width, and stays inside', () => {
  const scale = { low: -0.2, high: 0.2, chance: [-0.1, 0.1] as const };
  expect(percentAt(scale, 0)).toBeCloseTo(50, 9);
  expect(percentAt(scale, 0.2)).toBe(100);
  expect(percentAt(scale, -3)).toBe(0);
  expect(percentAt({ ...scale, high: -0.2 }, 1)).toBe(50);
});

test('a number tells its side, and 0 has none', () => {
  expect([signed(0.123, 2), signed(-0.5, 1), signed(-0.004, 2)]).toEqual(['+0.12', '−0.5', '0.00']);
});
