import { expect, test } from 'vitest';
import { umapStart } from './umapStart.ts';

test('scales the start to 10 and moves nothing by more than the noise', () => {
  const start = Float32Array.of(1, -4, 2, 0, 3, 1);
  const flat = umapStart(start, 2, 2, 7);
  for (const [i, value] of start.entries()) expect(Math.abs(flat[i] - 2.5 * value)).toBeLessThan(1.01e-4);
  expect(flat).not.toEqual(Float32Array.from(start, (value) => 2.5 * value));
  const wide = umapStart(start, 3, 4, 7);
  expect([wide[3], wide[7]]).toEqual([0, 0]);
  expect([wide[0], wide[1], wide[2], wide[4], wide[5], wide[6]]).toEqual([...flat]);
});

test('without a map to start from, points start apart', () => {
  const points = umapStart(new Float32Array(200), 2, 2, 7);
  expect(new Set(points).size).toBeGreaterThan(190);
  expect(Math.max(...points)).toBeGreaterThan(9);
  expect(Math.max(...points.map(Math.abs))).toBeLessThanOrEqual(10);
});
