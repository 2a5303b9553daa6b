import { expect, test } from 'vitest';
import { bestRows, combined, cosinesWith, multiplied } from './combination.ts';

const unit = Float32Array.of(1, 0, 0, 1, 0.6, 0.8, 0, 0);

test('a sum of words is the weighted sum of their unit vectors', () => {
  expect([
    ...combined(
      [
        { vector: [1, 0], weight: 2 },
        { vector: [0, 1], weight: -0.5 },
      ],
      2,
    ),
  ]).toEqual([2, -0.5]);
});

test('cosines do not depend on the length asked with, and a vector that points nowhere is like none', () => {
  expect([...cosinesWith(unit, 2, [10, 0])].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([
    1, 0, 0.6, 0,
  ]);
  expect([...cosinesWith(unit, 2, [1e-9, 0])]).toEqual([0, 0, 0, 0]);
});

test('3CosMul is the quotient of shifted cosines, as Levy and Goldberg define it', () => {
  const cosines = [Float32Array.of(0.5), Float32Array.of(0.25), Float32Array.of(-0.5)];
  const [score] = multiplied(cosines, [1, 1, -1]);
  expect(score).toBeCloseTo((0.75 * 0.625) / (0.25 + 1e-6), 9);
  // a weight of 2 counts its term twice
  expect(multiplied([cosines[0]], [2])[0]).toBeCloseTo(0.75 ** 2 / (1 + 1e-6), 9);
});

test('the best rows come first, equal ones in their order, and rows can be left out', () => {
  expect(bestRows([1, 3, 2, 3, 0], 3, new Set())).toEqual([1, 3, 2]);
  expect(bestRows([1, 3, 2, 3, 0], 9, new Set([1]))).toEqual([3, 2, 0, 4]);
  expect(bestRows([1, 2], 0, new Set())).toEqual([]);
  expect(bestRows([], 3, new Set())).toEqual([]);
});
