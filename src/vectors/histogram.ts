/** How values are spread: counts in bins of one width. */
export interface Histogram {
  /** The lower edge of the first bin. */
  readonly from: number;
  readonly width: number;
  /** Values of each bin: its lower edge counts as inside, and of the last bin the upper one too. */
  readonly counts: readonly number[];
  /** Values in all. */
  readonly total: number;
  readonly mean: number;
  /** Standard deviation of all values (divided by n). */
  readonly sd: number;
}

/** Bins of these widths, so that their edges are short numbers and 50 of the widest hold all cosines. */
const WIDTHS = [0.01, 0.02, 0.04] as const;
/** At most so many bins. */
const BINS = 50;

/** The narrowest bins of which at most 50 hold all cosines of `sets`; at least one bin. */
export function cosineBins(...sets: readonly ArrayLike<number>[]): Pick<Histogram, 'from' | 'width'> & {
  readonly bins: number;
} {
  let least = 1;
  let most = -1;
  for (const values of sets) {
    for (let i = 0; i < values.length; i++) {
      least = Math.min(least, values[i]);
      most = Math.max(most, values[i]);
    }
  }
  if (most < least) return { from: 0, width: WIDTHS[0], bins: 1 };
  for (const width of WIDTHS) {
    // a rounded cosine may lie a little beyond ±1
    const first = Math.max(Math.round(-1 / width), Math.floor(least / width));
    const last = Math.min(Math.round(1 / width), Math.max(first + 1, Math.ceil(most / width)));
    if (last - first <= BINS) return { from: first * width, width, bins: last - first };
  }
  const width = WIDTHS[2];
  return { from: -1, width, bins: Math.round(2 / width) };
}

/** Counts `values` as numpy.histogram does; what lies outside the bins counts to the nearest one. */
export function histogramOf(
  values: ArrayLike<number>,
  { from, width, bins }: ReturnType<typeof cosineBins>,
): Histogram {
  const counts = new Array<number>(bins).fill(0);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    counts[Math.max(0, Math.min(bins - 1, Math.floor((values[i] - from) / width)))] += 1;
    sum += values[i];
  }
  const total = values.length;
  const mean = total > 0 ? sum / total : 0;
  let squares = 0;
  for (let i = 0; i < total; i++) squares += (values[i] - mean) ** 2;
  return { from, width, counts, total, mean, sd: total > 0 ? Math.sqrt(squares / total) : 0 };
}
