import type { Language } from '../../contract/options.ts';
import { twoDecimals } from '../../language/decimals.ts';
import type { Measure, Metric } from '../../pipeline/scorecard/scoreRow.ts';
import { METRIC_FACTS } from './metricFacts.ts';

/** A number of a column without its unit: `0.83`, `45`, `1,230`, `24.1` (megabytes), `8.3` (milliseconds). */
export function metricNumber(value: number, metric: Metric, language: Language): string {
  switch (METRIC_FACTS[metric].unit) {
    case 'score':
      return twoDecimals(value);
    case 'percent':
      return String(Math.round(value * 100));
    case 'bytes':
      return (value / 1e6).toFixed(1);
    case 'rate':
    case 'milliseconds':
      return threeDigits(value, language);
    case 'count':
      return String(value);
  }
}

/** The 95 % interval, `0.78–0.87`; null where there is none. A bound below zero gets room round the dash. */
export function intervalText({ low, high }: Measure, metric: Metric, language: Language): string | null {
  if (low === null || high === null) return null;
  const dash = low < 0 ? ' – ' : '–';
  return `${metricNumber(low, metric, language)}${dash}${metricNumber(high, metric, language)}`;
}

function threeDigits(value: number, language: Language): string {
  const rounded = Number(value.toPrecision(3));
  return rounded.toLocaleString(language, { maximumFractionDigits: 3 });
}
