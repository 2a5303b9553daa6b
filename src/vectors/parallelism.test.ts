import { expect, test } from 'vitest';
import { parallelism } from './parallelism.ts';

const rows = (...vectors: number[][]) => Float32Array.from(vectors.flat());

test('two arrows east and one north: one pair of three agrees', () => {
  const { mean, own } = parallelism(rows([0, 0], [0, 0], [0, 0]), rows([2, 0], [0, 3], [1, 0]), 2);
  expect(mean).toBeCloseTo(1 / 3, 12);
  // beside the mean of the others: of (0.5, 1.5), of (1.5, 0), of (1, 1.5)
  expect(own[0]).toBeCloseTo(0.5 / Math.hypot(0.5, 1.5), 12);
  expect(own[1]).toBeCloseTo(0, 12);
  expect(own[2]).toBeCloseTo(1 / Math.hypot(1, 1.5), 12);
});

test('parallel arrows are so only as long as each start keeps its end', () => {
  const from = rows([0, 0], [0, 10], [0, 20]);
  const { mean, shuffled, own, ownShuffled } = parallelism(from, rows([1, 0], [1, 10], [1, 20]), 2);
  expect(mean).toBeCloseTo(1, 12);
  expect(Array.from(own)).toEqual([1, 1, 1]);
  // moved on by one, the arrows are (1, 10), (1, 10), (1, −20); by two, these upside down
  const [up, down] = [
    [1, 10],
    [1, -20],
  ];
  const cosine = (a: number[], b: number[]) =>
    (a[0] * b[0] + a[1] * b[1]) / (Math.hypot(...a) * Math.hypot(...b));
  expect(shuffled).toBeCloseTo((1 + 2 * cosine(up, down)) / 3, 12);
  expect(ownShuffled).toBeCloseTo((2 * cosine(up, [2, -10]) + cosine(down, [2, 20])) / 3, 12);
});

test('an arrow of length 0 agrees with none, without spoiling the numbers', () => {
  const { mean, own } = parallelism(rows([0, 0], [5, 5], [0, 0]), rows([1, 0], [5, 5], [1, 0]), 2);
  expect(mean).toBeCloseTo(1 / 3, 12);
  expect(Array.from(own)).toEqual([1, 0, 1]);
});
