import { expect, test } from 'vitest';
import { logEnds, logShare, logTicks, scoreEnds, scoreTicks } from './chartScales.ts';

test('a logarithmic axis ends at powers of ten and gives each the same room', () => {
  const ends = logEnds([71.3, 41_234]);
  expect(ends).toEqual([10, 100_000]);
  expect(logTicks(ends)).toEqual([10, 100, 1000, 10_000, 100_000]);
  expect(logShare(1000, ...ends)).toBeCloseTo(0.5, 12);
  expect(logEnds([100])).toEqual([100, 1000]);
});

test('a quality axis starts at 0, goes below where a value does, and holds them all', () => {
  expect(scoreEnds([0.31, 0.6])).toEqual([0, 0.6]);
  expect(scoreEnds([-0.04, 0.71])).toEqual([-0.2, 0.8]);
  expect(scoreTicks([-0.2, 0.4])).toEqual([-0.2, 0, 0.2, 0.4]);
});
