import { expect, test } from 'vitest';
import { rowsOf } from '../../pipeline/scorecard/rowList.ts';
import { nextSorting, sortedRows } from './sortedRows.ts';

const rows = rowsOf('en').map((row, index) => {
  const value = [0.5, 0.9, 0.7][index];
  const metrics =
    value === undefined ? row.metrics : { ndcg: { value, low: null, high: null, n: 100, coverage: null } };
  return { ...row, metrics };
});
const ids = (sorted: readonly { id: string }[]) => sorted.map(({ id }) => id);

test('rows without a number stand last, whichever way the others are sorted', () => {
  const rest = ids(rows.slice(3));
  expect(ids(sortedRows(rows, { metric: 'ndcg', direction: 'descending' }))).toEqual([
    'all-minilm-l6-v2/table',
    'multilingual-e5-small/en/table',
    'glove-6b-50d',
    ...rest,
  ]);
  expect(ids(sortedRows(rows, { metric: 'ndcg', direction: 'ascending' }))).toEqual([
    'glove-6b-50d',
    'multilingual-e5-small/en/table',
    'all-minilm-l6-v2/table',
    ...rest,
  ]);
  expect(sortedRows(rows, null)).toBe(rows);
});

test('the first click shows the good end on top, the second the other, the third the rows as they were', () => {
  const score = nextSorting(null, 'ndcg');
  expect(score).toEqual({ metric: 'ndcg', direction: 'descending' });
  const turned = nextSorting(score, 'ndcg');
  expect(turned).toEqual({ metric: 'ndcg', direction: 'ascending' });
  expect(nextSorting(turned, 'ndcg')).toBeNull();
  expect(nextSorting(turned, 'latency')).toEqual({ metric: 'latency', direction: 'ascending' });
});
