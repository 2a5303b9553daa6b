import type { Measure, Metric, ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';
import { METRIC_FACTS } from './metricFacts.ts';

/** A measure whose good end is up, whichever end that was. */
interface Turned {
  readonly id: string;
  readonly low: number;
  readonly high: number;
}

/**
 * The row that is best at a metric; null where that cannot be said: a row is not measured yet, or only one can be, neither
 * end is good, something that varies has no interval, or the best one's 95 % interval touches another's.
 */
export function bestRow(rows: readonly ScoreRow[], metric: Metric): string | null {
  const { better, exact } = METRIC_FACTS[metric];
  if (!better) return null;
  // a row that failed is not waited for
  if (rows.some(({ metrics, fault }) => metrics[metric] === undefined && !fault)) return null;
  const turned = rows.flatMap(({ id, metrics }) => {
    const measure = metrics[metric];
    return measure ? [turn(id, measure, better)] : [];
  });
  const known = rows.every(({ metrics }) => exact || !metrics[metric] || metrics[metric].low !== null);
  const [first, second] = turned.toSorted((a, b) => b.low - a.low);
  if (!known || !first || !second) return null;
  return turned.every(({ id, high }) => id === first.id || high < first.low) ? first.id : null;
}

function turn(id: string, { value, low, high }: Measure, better: 'higher' | 'lower'): Turned {
  const bounds = { low: low ?? value, high: high ?? value };
  return better === 'higher' ? { id, ...bounds } : { id, low: -bounds.high, high: -bounds.low };
}

/** Whether two measures cannot be told apart: their 95 % intervals touch. One without bounds is a point. */
export function overlap(a: Measure, b: Measure): boolean {
  return (a.low ?? a.value) <= (b.high ?? b.value) && (b.low ?? b.value) <= (a.high ?? a.value);
}
