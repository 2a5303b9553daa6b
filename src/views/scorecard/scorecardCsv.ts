import { METRICS, type ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';

const FACTS = [
  'row',
  'kind',
  'language',
  'model',
  'model2',
  'layer',
  'pooling',
  'device',
  'date',
  'seed',
] as const;
const NUMBERS = ['', '_low', '_high', '_n', '_coverage'] as const;

/**
 * The rows as a comma-separated table (RFC 4180: CRLF, a header, quotes only where they are needed). A metric has
 * five columns: the value, the bounds of its 95 % interval, what was measured, and the share of known words. What
 * is not there yet, or cannot be had, is empty. Bytes, milliseconds and texts a second, never rounded.
 */
export function scorecardCsv(rows: readonly ScoreRow[], seed: number): string {
  const head = [...FACTS, ...METRICS.flatMap((metric) => NUMBERS.map((part) => `${metric}${part}`))];
  const lines = rows.map(({ id, kind, language, model, model2, layer, pooling, device, date, metrics }) => [
    ...[id, kind, language, model, model2, layer, pooling, device, date, seed],
    ...METRICS.flatMap((metric) => {
      const measure = metrics[metric];
      if (!measure) return NUMBERS.map(() => null);
      const { value, low, high, n, coverage } = measure;
      return [value, low, high, n, coverage];
    }),
  ]);
  return [head, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
