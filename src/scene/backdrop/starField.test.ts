import { expect, test } from 'vitest';
import { starField } from './starField.ts';

test('stars are unit directions all round, always the same', () => {
  const { directions, brightness } = starField(400);
  const mean = [0, 0, 0];
  for (let i = 0; i < 400; i++) {
    expect(Math.hypot(...directions.subarray(i * 3, i * 3 + 3))).toBeCloseTo(1, 5);
    for (let k = 0; k < 3; k++) mean[k] += directions[i * 3 + k] / 400;
  }
  expect(Math.hypot(...mean)).toBeLessThan(0.12);
  expect(brightness.every((b) => b > 0 && b <= 1)).toBe(true);
  expect(starField(400).directions).toEqual(directions);
});
