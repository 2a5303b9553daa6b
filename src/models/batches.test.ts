import { expect, test } from 'vitest';
import { batchesByLength } from './batches.ts';

test('longest first, padding counted', () => {
  expect(batchesByLength([3, 9, 4, 9, 2], 18)).toEqual([
    [1, 3],
    [2, 0, 4],
  ]);
});

test('equal lengths keep their order', () => {
  expect(batchesByLength([5, 5, 5, 5, 5], 15)).toEqual([
    [0, 1, 2],
    [3, 4],
  ]);
});

test('a sequence beyond the budget goes alone', () => {
  expect(batchesByLength([512, 1, 600], 256)).toEqual([[2], [0], [1]]);
});

test('nothing makes no batch', () => {
  expect(batchesByLength([], 100)).toEqual([]);
});

test('every index once and never over the budget', () => {
  const lengths = Array.from({ length: 500 }, (_, index) => 3 + ((index * 7919) % 60));
  const batches = batchesByLength(lengths, 256);
  expect(batches.flat().sort((a, b) => a - b)).toEqual(lengths.map((_, index) => index));
  for (const batch of batches) {
    expect(Math.max(...batch.map((index) => lengths[index])) * batch.length).toBeLessThanOrEqual(256);
  }
});
