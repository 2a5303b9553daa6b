import { expect, test } from 'vitest';
import reference from '../../fixtures/paraphrases/paraphrases.json' with { type: 'json' };
import { paraphraseScores, paraphraseStatistics } from './paraphraseScores.ts';

const { sentences, draws, bootstrap } = reference;
const similarity = Float32Array.from(reference.similarity);
const groups = Array.from({ length: 12 }, (_, group) => `g${group}`);
const NAMES = ['accuracy', 'paraphrase', 'near', 'other', 'auc'] as const;
const statistics = paraphraseStatistics(similarity, sentences, groups);

function expectNear(found: number | null | undefined, expected: number | null) {
  if (expected === null) expect(found).toBeNull();
  else expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThan(1e-6);
}

test('any draw of groups is measured as scikit-learn and numpy measure its pairs written out', () => {
  for (const draw of draws) for (const name of NAMES) expectNear(statistics[name](draw.rows), draw[name]);
  expect(draws[0].accuracy).toBeLessThan(1);
  expect(draws[0].auc).toBeGreaterThan(0.5);
});

test('the intervals are percentiles of the same draws', () => {
  const { seed, resamples } = bootstrap;
  const scores = paraphraseScores(statistics, groups.length, { seed, resamples });
  for (const name of NAMES) {
    expectNear(scores[name]?.value, draws[0][name]);
    expectNear(scores[name]?.low, bootstrap[name].low);
    expectNear(scores[name]?.high, bootstrap[name].high);
  }
});

// 0 and 1 say the same, 2 is their near miss, 3 and 4 another group
const LABELS = [
  { group: 'a', near: false },
  { group: 'a', near: false },
  { group: 'a', near: true },
  { group: 'b', near: false },
  { group: 'b', near: false },
];
const square = (of: (i: number, j: number) => number) =>
  Float32Array.from({ length: 25 }, (_, at) => of(Math.floor(at / 5), at % 5));

test('a near miss that stands nearest is no paraphrase', () => {
  const nearFirst = square((i, j) =>
    i === j ? 1 : i + j === 2 || i + j === 3 ? 0.9 : i + j === 7 ? 0.95 : 0.5,
  );
  const found = paraphraseStatistics(nearFirst, LABELS, ['a', 'b']);
  expect(found.nearest[0]).toBe(2);
  expect(found.accuracy([0])).toBe(0);
  expect(found.auc([0, 1])).toBe(0.5);
  expect(found.counts).toEqual({ sentences: 4, paraphrasePairs: 2, nearPairs: 2, otherPairs: 4 });
});

test('a sentence without a vector is left out, and so is one whose paraphrases are', () => {
  const found = paraphraseStatistics(
    square(() => 1),
    [LABELS[0], null, LABELS[2], LABELS[3], LABELS[4]],
    ['a', 'b'],
  );
  expect(found.counts).toEqual({ sentences: 2, paraphrasePairs: 1, nearPairs: 1, otherPairs: 2 });
  expect(found.nearest[1]).toBe(-1);
  expect(found.paraphrase([0])).toBeNull();
  // of three equally near ones one is the paraphrase
  expect(found.accuracy([0, 1])).toBeCloseTo(1 / 3, 12);
});

test('a group that is not listed and a matrix of another size are refused', () => {
  expect(() =>
    paraphraseStatistics(
      square(() => 1),
      LABELS,
      ['a'],
    ),
  ).toThrow(RangeError);
  expect(() => paraphraseStatistics([1], LABELS, ['a', 'b'])).toThrow(RangeError);
});
