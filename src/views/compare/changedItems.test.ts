import { expect, test } from 'vitest';
import { meanOf, mostChanged, nearestOn } from './changedItems.ts';

test('what shares fewest neighbours changed most; of equals what moved farther', () => {
  const result = { overlap: Float64Array.of(1, 0.2, 0.2, 0), moved: Float64Array.of(0, 0.1, 0.9, 0.3) };
  expect(mostChanged(result)).toEqual([3, 2, 1, 0]);
});

test('an item’s nearest come with their cosines, no more than are known', () => {
  const neighbours = {
    k: 2,
    indices: Int32Array.of(1, 2, 0, 2, 0, 1),
    distances: Float32Array.of(0.25, 0.5, 0.25, 0.5, 0.5, 0.5),
  };
  expect(nearestOn({ neighbours }, 1, 1)).toEqual([{ row: 0, score: 0.75 }]);
  expect(nearestOn({ neighbours }, 2, 10)).toEqual([
    { row: 0, score: 0.5 },
    { row: 1, score: 0.5 },
  ]);
});

test('the mean of nothing is nothing', () => {
  expect(meanOf(Float64Array.of(1, 2, 6))).toBe(3);
  expect(meanOf(new Float64Array(0))).toBe(0);
});
