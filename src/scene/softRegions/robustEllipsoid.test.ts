import { expect, test } from 'vitest';
import { robustEllipsoid } from './robustEllipsoid.ts';

// python: rows = [[0,0,0],[2,1,0],[4,0,1],[6,3,1],[8,1,3]]; numpy.mean(rows, 0) and numpy.cov(rows, rowvar=False, bias=True)
const rows = Float32Array.from([0, 0, 0, 2, 1, 0, 4, 0, 1, 6, 3, 1, 8, 1, 3]);

test('without strays it is the mean and the covariance that numpy gives', () => {
  const found = robustEllipsoid(rows);
  expect(found?.centre.map((v) => Math.round(v * 1e6) / 1e6)).toEqual([4, 1, 1]);
  for (const [k, value] of [8, 1.2, 1.2, 1.6, 2.8, 0.2].entries())
    expect(found?.spread[k]).toBeCloseTo(value, 6);
});

test('one stray in ten moves neither the centre nor the spread', () => {
  const near = Float32Array.from({ length: 30 }, (_, i) => Math.sin(i * 12.9898));
  const far = near.slice();
  far.set([900, -900, 900], 27);
  const found = robustEllipsoid(far);
  const plain = robustEllipsoid(near.subarray(0, 27), 0);
  // summed in another order: the last digits differ
  for (const part of ['centre', 'spread'] as const)
    for (const [k, value] of (plain?.[part] ?? []).entries()) expect(found?.[part][k]).toBeCloseTo(value, 12);
  expect(plain).not.toBeNull();
});

test('one point is its own centre and has no spread; three points are all kept; none have no ellipsoid', () => {
  expect(robustEllipsoid(rows.subarray(9, 12))).toEqual({ centre: [6, 3, 1], spread: [0, 0, 0, 0, 0, 0] });
  expect(robustEllipsoid(Float32Array.of(0, 0, 0, 2, 1, 0, 8, 1, 3))?.centre[0]).toBeCloseTo(10 / 3, 6);
  expect(robustEllipsoid(new Float32Array(0))).toBeNull();
});
