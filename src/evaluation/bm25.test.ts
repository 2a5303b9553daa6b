import { expect, test } from 'vitest';
import reference from '../../fixtures/metrics/metrics.json' with { type: 'json' };
import { bm25Scorer, bm25Scores } from './bm25.ts';

test('scores are those of the formula written out passage by passage', () => {
  for (const { passages, question, scores } of reference.bm25) {
    const found = bm25Scores(passages, question);
    expect(found.length).toBe(scores.length);
    scores.forEach((score, row) => {
      expect(Math.abs(found[row] - score)).toBeLessThan(1e-9);
    });
  }
});

test('one scorer answers many questions, each as if it were alone', () => {
  const { passages } = reference.bm25[0];
  const score = bm25Scorer(passages);
  expect(score(['bank'])).toEqual(bm25Scores(passages, ['bank']));
  expect(score(['rain'])).toEqual(bm25Scores(passages, ['rain']));
});

test('a word that every passage holds still counts a little, a rarer one more', () => {
  const [first, second] = bm25Scores(
    [
      ['a', 'b'],
      ['a', 'c'],
    ],
    ['a', 'b'],
  );
  expect(second).toBeGreaterThan(0);
  expect(first).toBeGreaterThan(2 * second);
});

test('words named as parts of every object are words like others', () => {
  expect(Array.from(bm25Scores([['x']], ['constructor', 'toString']))).toEqual([0]);
});

test('empty passages, and none, score nothing', () => {
  expect(Array.from(bm25Scores([[], []], ['a']))).toEqual([0, 0]);
  expect(Array.from(bm25Scores([], ['a']))).toEqual([]);
});
