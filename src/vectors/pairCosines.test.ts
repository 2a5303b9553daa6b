import { expect, test } from 'vitest';
import { cosineMatrix, splitCosines } from './pairCosines.ts';

// east, north-east (longer), north, west
const DATA = Float32Array.from([1, 0, 3, 3, 0, 2, -1, 0]);
const LABELS = ['a', 'a', 'b', 'b'];

test('the matrix holds the cosine of every pair, whatever the lengths', () => {
  const half = Math.SQRT1_2;
  const expected = [1, half, 0, -1, half, 1, half, -half, 0, half, 1, 0, -1, -half, 0, 1];
  cosineMatrix(DATA, 2).forEach((value, at) => {
    expect(value).toBeCloseTo(expected[at], 6);
  });
});

test('pairs are told apart by their labels', () => {
  const { same, other, all } = splitCosines(cosineMatrix(DATA, 2), LABELS, 4);
  const half = Math.SQRT1_2;
  expect([same.pairs, other.pairs, all.pairs]).toEqual([2, 4, 6]);
  expect(same.mean).toBeCloseTo(half / 2, 6);
  expect(same.sd).toBeCloseTo(half / 2, 6);
  expect(other.mean).toBeCloseTo((0 - 1 + half - half) / 4, 6);
  // −1 … −.5, −.5 … 0, 0 … .5, .5 … 1
  expect(same.counts).toEqual([0, 0, 1, 1]);
  expect(other.counts).toEqual([2, 0, 1, 1]);
  expect(all.counts).toEqual([2, 0, 2, 2]);
});

test('the last part of the axis holds 1', () => {
  expect(splitCosines(cosineMatrix(Float32Array.from([1, 1]), 1), ['a', 'a'], 10).same.counts[9]).toBe(1);
});
