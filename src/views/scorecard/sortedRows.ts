import type { Metric, ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';
import { METRIC_FACTS } from './metricFacts.ts';

export type Direction = 'ascending' | 'descending';

/** What the table is sorted by; null: the order of the rows themselves. */
export interface Sorting {
  readonly metric: Metric;
  readonly direction: Direction;
}

/** What a click on a column's head does: the good end first, then the other, then the rows' own order again. */
export function nextSorting(now: Sorting | null, metric: Metric): Sorting | null {
  const first: Direction = METRIC_FACTS[metric].better === 'lower' ? 'ascending' : 'descending';
  if (now?.metric !== metric) return { metric, direction: first };
  return now.direction === first
    ? { metric, direction: first === 'ascending' ? 'descending' : 'ascending' }
    : null;
}

/** The rows in order; those without a number stand last, whichever way. Equal ones keep their order. */
export function sortedRows(rows: readonly ScoreRow[], sorting: Sorting | null): readonly ScoreRow[] {
  if (!sorting) return rows;
  const sign = sorting.direction === 'ascending' ? 1 : -1;
  const numberOf = ({ metrics }: ScoreRow) => metrics[sorting.metric]?.value ?? null;
  return rows.toSorted((a, b) => {
    const [x, y] = [numberOf(a), numberOf(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
}
