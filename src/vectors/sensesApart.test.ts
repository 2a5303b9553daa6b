import { expect, test } from 'vitest';
import { leastSilhouette } from './sensesApart.ts';

const least = (points: readonly number[], labels: readonly number[], k: number) =>
  leastSilhouette(
    Float64Array.from(points.flatMap((a) => points.map((b) => a * b))),
    points.length,
    Int32Array.from(labels),
    k,
  );

test('the point that belongs least gives its silhouette, by hand', () => {
  // of 3: squared distances 4 and 9 to the own cluster's 1 and 0, 49 and 64 to the other's 10 and 11
  expect(least([0, 1, 3, 10, 11], [0, 0, 0, 1, 1], 2)).toBeCloseTo(1 - 6.5 / 56.5, 12);
  // 3 on the wrong side: 56.5 to its own, 6.5 to the other
  expect(least([0, 1, 3, 10, 11], [0, 0, 1, 1, 1], 2)).toBeCloseTo(6.5 / 56.5 - 1, 12);
});

test('a point alone, one cluster, equal points in two and no points at all are 0', () => {
  expect(least([0, 1, 9], [0, 0, 1], 2)).toBe(0);
  expect(least([0, 1, 9], [0, 0, 0], 1)).toBe(0);
  expect(least([4, 4, 4, 4], [0, 0, 1, 1], 2)).toBe(0);
  expect(least([], [], 2)).toBe(0);
});

test('clusters without points do not count', () => {
  expect(least([0, 1, 3, 10, 11], [0, 0, 0, 2, 2], 4)).toBeCloseTo(1 - 6.5 / 56.5, 12);
});
