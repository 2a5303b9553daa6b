import { describe, expect, test } from 'vitest';
import { normalizedMutualInformation } from '../../evaluation/normalizedMutualInformation.ts';
import { seededRandom } from '../../vectors/random.ts';
import { clustersMeasure, informationOf } from './clustersMeasure.ts';
import {
  analogyMeasure,
  bm25Measures,
  pairsMeasure,
  reranked,
  retrievalMeasures,
  sensesMeasure,
  twoStageMeasures,
} from './measures.ts';

function vectors(
  rows: readonly (readonly number[])[],
  missing: readonly number[] = [],
  coverage: number[] | null = null,
) {
  return {
    dim: rows[0].length,
    data: Float32Array.from(rows.flat()),
    missing: Uint8Array.from(rows, (_, row) => Number(missing.includes(row))),
    coverage: coverage && Float32Array.from(coverage),
  };
}

describe('pairs', () => {
  const rows = [
    [1, 0],
    [1, 0.1],
    [1, 1],
    [0, 1],
    [0, 0],
  ];
  const pairs = [
    { a: 0, b: 1, score: 9 },
    { a: 0, b: 2, score: 5 },
    { a: 0, b: 3, score: 1 },
    { a: 0, b: 4, score: 10 },
  ];

  test('a pair with an unknown word is left out and lowers the coverage', () => {
    expect(pairsMeasure(vectors(rows, [4], [1, 1, 1, 1, 0]), pairs, 42)).toMatchObject({
      value: expect.closeTo(1, 12),
      n: 3,
      coverage: expect.closeTo(0.8, 6),
    });
    expect(pairsMeasure(vectors(rows), pairs, 42)).toMatchObject({ n: 4, coverage: null });
  });

  test('without two pairs there is no correlation', () => {
    expect(pairsMeasure(vectors(rows, [1, 2, 4]), pairs, 42)).toBeNull();
  });
});

describe('analogies', () => {
  // king − man + woman
  const rows = [
    [1, 0, 0.2],
    [1, 1, 0.2],
    [-1, 0, 0.2],
    [-1, 1, 0.2],
    [0, -1, 0],
    [0, 0, 0],
  ];
  test('every ordered pair of pairs is asked, a word without a vector never', () => {
    const relations = [
      [
        [0, 1],
        [2, 3],
        [4, 5],
      ],
    ] as const;
    expect(analogyMeasure(vectors(rows, [5], [1, 1, 1, 1, 1, 0]), relations, 42)).toEqual({
      value: 1,
      low: 1,
      high: 1,
      n: 2,
      coverage: expect.closeTo(5 / 6, 6),
    });
  });
});

test('groups that lie apart are found again', () => {
  const rows = [
    [5, 1],
    [5, 1.2],
    [5, 0.9],
    [-5, 1],
    [-5, 1.1],
    [-5, 0.8],
    [0, 0],
  ];
  const measure = clustersMeasure(
    vectors(rows, [6]),
    [
      [0, 1, 2],
      [3, 4, 5, 6],
    ],
    42,
  );
  expect(measure).toEqual({ value: 1, low: 1, high: 1, n: 6, coverage: null });
});

test('counted in arrays the information is the same', () => {
  const random = seededRandom(7);
  const one = Array.from({ length: 300 }, () => Math.floor(random() * 5));
  const other = one.map((label) => (random() < 0.6 ? label : Math.floor(random() * 4)));
  const cells = Int32Array.from(one, (label, row) => label * 5 + other[row]);
  const drawn = Int32Array.from(cells, () => Math.floor(random() * 300));
  const pick = (labels: number[]) => Array.from(drawn, (row) => labels[row]);
  expect(informationOf(cells, drawn, 5)).toBeCloseTo(normalizedMutualInformation(pick(one), pick(other)), 12);
  expect(informationOf(new Int32Array(4), Int32Array.of(0, 1, 2, 3), 5)).toBe(1);
});

test('the interval of found groups holds their value', () => {
  const random = seededRandom(3);
  const rows = Array.from({ length: 120 }, (_, row) =>
    [row % 4 < 2 ? 1 : -1, row % 2 ? 1 : -1, 0].map((x) => x + 3.2 * (random() - 0.5)),
  );
  const groups = [0, 1, 2, 3].map((group) => rows.flatMap((_, row) => (row % 4 === group ? [row] : [])));
  const { value, low, high } = clustersMeasure(vectors(rows), groups, 42) ?? { value: 0, low: 0, high: 0 };
  expect(low).toBeLessThan(value);
  expect(high).toBeGreaterThan(value);
});

test('two senses that lie apart are found, and a word without a vector is left out', () => {
  const rows = [
    [1, 0.1],
    [1, 0],
    [0, 1],
    [0.1, 1],
    [0, 0],
    [0, 0],
  ];
  const words = [
    { word: 'bank', from: 0, to: 4, given: [0, 0, 1, 1], senses: 2 },
    { word: 'nowhere', from: 4, to: 6, given: [0, 1], senses: 2 },
  ];
  expect(sensesMeasure(vectors(rows, [4, 5], [1, 1, 1, 1, 0, 0]), words, 42)).toMatchObject({
    value: 1,
    n: 1,
    coverage: 0.5,
  });
});

describe('two stages', () => {
  const first = Float64Array.from([0.9, 0.8, 0.7, 0.1]);
  const second = Float64Array.from([0.1, 0.2, 0.3, 0.9]);

  test('what the first stage does not recall comes last, whatever the second thinks of it', () => {
    const scores = reranked(first, second, 2);
    expect(Array.from(scores.keys()).sort((a, b) => scores[b] - scores[a])).toEqual([1, 0, 2, 3]);
  });

  test('recalling everything is the second stage alone', () => {
    expect(reranked(first, second, 4)).toEqual(second);
  });

  test('a passage that only the second model finds is found where the first recalls it', () => {
    const passages = [
      [1, 0],
      [0.9, 0.1],
      [0, 1],
    ];
    const one = { questions: vectors([[1, 0]]), passages: vectors(passages) };
    const two = { questions: vectors([[0, 1]]), passages: vectors(passages) };
    expect(twoStageMeasures(one, two, [[2]], 42).ndcg).toMatchObject({ value: 1, n: 1 });
    expect(retrievalMeasures(one.questions, one.passages, [[2]], 42).ndcg?.value).toBeCloseTo(1 / 2, 12);
  });
});

test('BM25 ranks by shared words, in both languages', () => {
  const ask = (language: 'zh' | 'en', question: string, passages: string[]) =>
    bm25Measures({ language, questions: [question], passages, answers: [[1]] }, 42).ndcg?.value;
  expect(ask('en', 'why do cats purr', ['Dogs bark.', 'Cats purr when content.'])).toBe(1);
  expect(ask('zh', '猫为什么打呼噜', ['狗会叫。', '猫打呼噜是因为满足。'])).toBe(1);
});
