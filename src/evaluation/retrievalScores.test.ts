import { expect, test } from 'vitest';
import reference from '../../fixtures/metrics/metrics.json' with { type: 'json' };
import { meanRetrievalScores, rankedScores } from './retrievalScores.ts';

test('a ranking scores as scikit-learn has it, equal scores by lower row', () => {
  for (const { scores, relevant, ndcg10, recall10, reciprocalRank } of reference.retrieval) {
    const found = rankedScores(Float64Array.from(scores), new Set(relevant));
    expect(Math.abs(found.ndcg10 - ndcg10)).toBeLessThan(1e-12);
    expect(Math.abs(found.recall10 - recall10)).toBeLessThan(1e-12);
    expect(Math.abs(found.reciprocalRank - reciprocalRank)).toBeLessThan(1e-12);
  }
});

test('of equal scores the lower row ranks first', () => {
  expect(rankedScores([1, 1, 1], new Set([0])).reciprocalRank).toBe(1);
  expect(rankedScores([1, 1, 1], new Set([2])).reciprocalRank).toBe(1 / 3);
});

test('the means are over questions', () => {
  const first = rankedScores([3, 2, 1], new Set([0]));
  const second = rankedScores([3, 2, 1], new Set([1]));
  expect(meanRetrievalScores([first, second])).toEqual({
    ndcg10: (1 + 1 / Math.log2(3)) / 2,
    recall10: 1,
    reciprocalRank: 0.75,
  });
  expect(meanRetrievalScores([])).toBeNull();
});

test('no relevant passage, one that does not exist and a score that is no number are refused', () => {
  expect(() => rankedScores([1, 2], new Set())).toThrow(RangeError);
  expect(() => rankedScores([1, 2], new Set([2]))).toThrow(RangeError);
  expect(() => rankedScores([1, Number.NaN], new Set([0]))).toThrow(RangeError);
});
