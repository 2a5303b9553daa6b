import { expect, test } from 'vitest';
import type { ModelNumbers, SentenceGroup } from '../../../pipeline/order/sentences/sentencesAnswer.ts';
import { pairKind, rankOf, zOf } from './shownGroup.ts';

const numbers: ModelNumbers = {
  cosines: [],
  spread: {
    of: 'other',
    pairs: 5,
    mean: 0.5,
    sd: 0.1,
    percentiles: Array.from({ length: 101 }, (_, percent) => percent / 100),
  },
  scores: null,
  misses: [],
};

test('z counts deviations above the mean of unrelated pairs', () => {
  expect(zOf(numbers, 0.75)).toBeCloseTo(2.5, 12);
  expect(zOf({ ...numbers, spread: null }, 0.75)).toBeNull();
});

test('a rank is the share of unrelated pairs below', () => {
  expect([-1, 0.5, 0.505, 1, 2].map((cosine) => rankOf(numbers, cosine))).toEqual([0, 50, 50, 100, 100]);
});

test('a pair is what the stranger of the two is', () => {
  const group: SentenceGroup = {
    id: 'film',
    names: { zh: '电影', en: 'film' },
    rows: [0, 1, 2, 3],
    roles: ['same', 'same', 'near', 'other'],
  };
  const kinds = (
    [
      [0, 1],
      [1, 2],
      [0, 3],
      [2, 3],
    ] as const
  ).map((pair) => pairKind(group, pair));
  expect(kinds).toEqual(['same', 'near', 'other', 'other']);
});
