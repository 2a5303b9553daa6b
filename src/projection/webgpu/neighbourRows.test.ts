import { expect, test } from 'vitest';
import { neighbourRows } from './neighbourRows.ts';

const data = Float32Array.of(3, 4, 0, 0, 0, 0, 0, -2, 0, 1e-30, 0, 0);
const written = (rows: ReturnType<typeof neighbourRows>, from: number, to: number) => {
  const target = new Float32Array((to - from) * rows.width);
  rows.write(from, to, target);
  return [...target];
};

test('under cosine rows go as unit vectors, and zero rows stay', () => {
  const rows = neighbourRows({ data, dim: 3, metric: 'cosine' });
  expect([...rows.kept]).toEqual([0, 2, 3]);
  expect([...rows.zero]).toEqual([1]);
  expect(rows.width).toBe(4);
  const f = Math.fround;
  expect(written(rows, 0, 3)).toEqual([f(0.6), f(0.8), 0, 0, 0, -1, 0, 0, 1, 0, 0, 0]);
  expect(written(rows, 1, 2)).toEqual([0, -1, 0, 0]);
});

test('under Euclidean distance all rows go, scaled by a power of two to below 1', () => {
  const rows = neighbourRows({ data, dim: 3, metric: 'euclidean' });
  expect([...rows.kept]).toEqual([0, 1, 2, 3]);
  expect(rows.zero).toHaveLength(0);
  expect(rows.scale).toBe(1 / 8);
  expect(written(rows, 0, 2)).toEqual([0.375, 0.5, 0, 0, 0, 0, 0, 0]);
  const huge = neighbourRows({ data: Float32Array.of(3e38, -1), dim: 1, metric: 'euclidean' });
  expect(Math.abs(written(huge, 0, 1)[0])).toBeLessThan(1);
  expect(neighbourRows({ data: new Float32Array(3), dim: 3, metric: 'euclidean' }).scale).toBe(1);
});
