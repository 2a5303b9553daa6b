import { seededRandom } from '../vectors/random.ts';
import { finish, type Steps } from '../vectors/steps.ts';

/** A measured value and how far it could be otherwise with other items of the same kind. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  /** A uint32. The same seed and number of items draw the same rows, whatever is measured on them. */
  readonly seed: number;
  /** How many times the items are drawn anew: 1,000, as Efron & Tibshirani (1993) advise for percentile intervals. */
  readonly resamples?: number;
  /** The interval's share of the resamples: 0.95 leaves out 2.5% at each end. */
  readonly level?: number;
}

/**
 * What is measured: the mean of the values, or any number of drawn rows (n of 0 … n − 1, repetitions and all; the
 * buffer is used again for the next draw). It may have no value for some rows (null), as a correlation of equal
 * numbers.
 */
export type Statistic = 'mean' | ((rows: Int32Array<ArrayBuffer>) => number | null);

/**
 * The percentile bootstrap (Efron 1979): items are drawn with replacement, as many as there are, again and again, and
 * `low` and `high` are percentiles (linear between the nearest two, as numpy's default) of the statistic over these
 * draws, `value` that of the items as they are. Draws without a value are left out. Rows are drawn as ⌊random · n⌋, row
 * by row, from `seededRandom(seed)`. null where there are no items, no value, or no draw has one. One item gives an
 * interval without width, which says nothing. Yields after each draw.
 */
export function* bootstrapSteps(
  values: ArrayLike<number>,
  statistic: Statistic,
  { seed, resamples = 1000, level = 0.95 }: BootstrapOptions,
): Steps<Interval | null> {
  const n = values.length;
  const measure = statistic === 'mean' ? (rows: Int32Array) => meanOf(values, rows) : statistic;
  const rows = Int32Array.from({ length: n }, (_, row) => row);
  const value = n > 0 ? measure(rows) : null;
  if (value === null) return null;
  const random = seededRandom(seed);
  const drawn: number[] = [];
  for (let done = 1; done <= resamples; done++) {
    for (let at = 0; at < n; at++) rows[at] = Math.floor(random() * n);
    const measured = measure(rows);
    if (measured !== null) drawn.push(measured);
    yield { done, total: resamples };
  }
  if (drawn.length === 0) return null;
  const sorted = Float64Array.from(drawn).sort();
  const tail = (1 - level) / 2;
  return { value, low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) };
}

/** `bootstrapSteps` at one go. */
export function bootstrapInterval(
  values: ArrayLike<number>,
  statistic: Statistic,
  options: BootstrapOptions,
): Interval | null {
  return finish(bootstrapSteps(values, statistic, options));
}

function meanOf(values: ArrayLike<number>, rows: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < rows.length; at++) sum += values[rows[at]];
  return sum / rows.length;
}

/** Hyndman & Fan's 7th kind, numpy.quantile's default. */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}
