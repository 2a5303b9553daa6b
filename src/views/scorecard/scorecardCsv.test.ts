import { expect, test } from 'vitest';
import { rowsOf } from '../../pipeline/scorecard/rowList.ts';
import { METRICS } from '../../pipeline/scorecard/scoreRow.ts';
import { scorecardCsv } from './scorecardCsv.ts';

const [first, ...rest] = rowsOf('en');

test('a header, then a line a row, each with as many cells, values not rounded', () => {
  const measured = {
    ...first,
    device: 'none' as const,
    metrics: { words: { value: 1 / 3, low: -0.25, high: 0.5, n: 219, coverage: 0.99 } },
  };
  const lines = scorecardCsv([measured, ...rest], 42).split('\r\n');
  expect(lines.pop()).toBe('');
  expect(lines).toHaveLength(rest.length + 2);
  const head = lines[0].split(',');
  expect(head).toHaveLength(10 + 5 * METRICS.length);
  const cells = lines[1].split(',');
  expect(cells[head.indexOf('row')]).toBe('glove-6b-50d');
  expect(cells[head.indexOf('words')]).toBe(String(1 / 3));
  expect(cells[head.indexOf('words_low')]).toBe('-0.25');
  expect(cells[head.indexOf('words_n')]).toBe('219');
  expect(cells[head.indexOf('words_coverage')]).toBe('0.99');
  expect(cells[head.indexOf('ndcg')]).toBe('');
  expect(lines.every((line) => line.split(',').length === head.length)).toBe(true);
});

test('a cell with a comma, a quotation mark or a line break is quoted, its marks doubled', () => {
  const odd = { ...first, id: 'a "b", c\nd' };
  expect(scorecardCsv([odd], 42).split('\r\n')[1].startsWith('"a ""b"", c\nd",static,en,')).toBe(true);
});
