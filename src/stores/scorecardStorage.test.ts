import { expect, test } from 'vitest';
import { emptyScorecard } from '../pipeline/scorecard/rowList.ts';
import { keepScorecard, keptScorecard, readScorecard } from './scorecardStorage.ts';

const measure = { value: 0.7, low: 0.6, high: 0.8, n: 216, coverage: 0.99 };
const kept = (row: object) =>
  JSON.stringify({
    format: 'scorecard@1',
    rows: [
      {
        id: 'glove-6b-50d',
        device: 'none',
        metrics: { words: measure },
        date: '2026-01-01T00:00:00.000Z',
        versions: { 'glove-6b-50d': 'abc' },
        ...row,
      },
    ],
  });
const rowIn = (text: string, id = 'glove-6b-50d') =>
  readScorecard(text, emptyScorecard(42)).rows.find((row) => row.id === id);

test('what was kept fills its row, and is counted', () => {
  expect(rowIn(kept({}))).toMatchObject({
    kind: 'static',
    metrics: { words: measure },
    versions: { 'glove-6b-50d': 'abc' },
  });
  expect(readScorecard(kept({}), emptyScorecard(42))).toMatchObject({
    done: 1,
    date: '2026-01-01T00:00:00.000Z',
  });
});

test.each([
  ['no JSON', '{'],
  ['another format', JSON.stringify({ format: 'scorecard@0', rows: [] })],
  ['a number that is none', kept({ metrics: { words: { ...measure, value: 'x' } } })],
  ['a row that is gone', kept({ id: 'no-such-model' })],
])('%s gives an empty card', (_, text) => {
  expect(readScorecard(text, emptyScorecard(42))).toEqual(emptyScorecard(42));
});

test('what a row cannot have is not taken', () => {
  const bm25 = rowIn(kept({ id: 'bm25-en', metrics: { dim: measure, ndcg: measure } }), 'bm25-en');
  expect(bm25?.metrics).toMatchObject({ dim: null, ndcg: measure });
});

test('a browser without storage has an empty card and keeps nothing', () => {
  expect(keptScorecard('auto', 42)).toEqual(emptyScorecard(42));
  expect(() => keepScorecard(readScorecard(kept({}), emptyScorecard(42)), 'auto')).not.toThrow();
});
