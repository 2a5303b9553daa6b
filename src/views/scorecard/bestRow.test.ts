import { expect, test } from 'vitest';
import { rowsOf } from '../../pipeline/scorecard/rowList.ts';
import type { Measure, Metric, ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';
import { bestRow, overlap } from './bestRow.ts';

const measure = (value: number, low: number | null = null, high: number | null = null): Measure => ({
  value,
  low,
  high,
  n: 100,
  coverage: null,
});
const rows = (metric: Metric, measures: readonly (Measure | null | undefined)[]): ScoreRow[] =>
  rowsOf('en')
    .slice(0, measures.length)
    .map((row, index) => ({ ...row, metrics: { [metric]: measures[index] } }));

test('the highest score is best where its interval touches no other', () => {
  expect(bestRow(rows('words', [measure(0.7, 0.6, 0.75), measure(0.9, 0.8, 0.95)]), 'words')).toBe(
    'all-minilm-l6-v2/table',
  );
});

test('no row is best where the intervals of the two highest overlap, or of the highest and a wide third', () => {
  expect(bestRow(rows('words', [measure(0.8, 0.7, 0.85), measure(0.9, 0.84, 0.95)]), 'words')).toBeNull();
  const three = [measure(0.9, 0.84, 0.95), measure(0.8, 0.79, 0.81), measure(0.6, 0.3, 0.86)];
  expect(bestRow(rows('words', three), 'words')).toBeNull();
});

test('no row is best before all are measured, nor beside rows that the metric does not apply to', () => {
  expect(bestRow(rows('ndcg', [measure(0.9, 0.8, 1), null]), 'ndcg')).toBeNull();
  const waiting = rows('ndcg', [measure(0.9, 0.8, 1), measure(0.3, 0.2, 0.4), undefined]);
  expect(bestRow(waiting, 'ndcg')).toBeNull();
  const fault = { code: 'out-of-memory' as const, details: {} };
  expect(bestRow([...waiting.slice(0, 2), { ...waiting[2], fault }], 'ndcg')).toBe('glove-6b-50d');
});

test('the fewest bytes are best without an interval; a time without one is not called best', () => {
  expect(bestRow(rows('download', [measure(6e6), measure(4e7)]), 'download')).toBe('glove-6b-50d');
  expect(bestRow(rows('download', [measure(4e7), measure(4e7)]), 'download')).toBeNull();
  expect(bestRow(rows('latency', [measure(1), measure(9)]), 'latency')).toBeNull();
  expect(bestRow(rows('latency', [measure(1, 0.8, 1.2), measure(9, 8, 10)]), 'latency')).toBe('glove-6b-50d');
});

test('no number of dimensions is best', () => {
  expect(bestRow(rows('dim', [measure(50), measure(384)]), 'dim')).toBeNull();
});

test('intervals that share an end overlap', () => {
  expect(overlap(measure(1, 0, 2), measure(3, 2, 4))).toBe(true);
  expect(overlap(measure(1, 0, 2), measure(3, 2.01, 4))).toBe(false);
});
