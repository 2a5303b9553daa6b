/** Which similarities the ends of the colour scale stand for. */
export interface SimilarityScale {
  /** The lower end; the upper end is always 1, what a vector has with itself. */
  readonly low: number;
  /** Some similarities lie below the lower end and look like it. */
  readonly clipped: boolean;
  /** All off-diagonal similarities are 1, as in a static model. */
  readonly allOne: boolean;
  /** The numbers to write at the bar, from `low` to 1. */
  readonly ticks: readonly number[];
}

/** Float32 cosines of equal vectors of some hundred numbers stray from 1 by up to about 1e-6. */
const SAME = 1e-5;
/** The share of the lowest similarities that may be cut off, so that one odd sentence does not pale all others. */
const CUT = 0.02;
const BINS = 4000;
const TICK_STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5] as const;
const MOST_STEPS = 6;

/**
 * The colour scale for n × n cosine similarities (row-major, symmetric): from the 2nd percentile of the off-diagonal
 * ones, rounded down to a multiple of 0.05, up to 1. Where all are 1, or where there is but one occurrence, from 0.
 */
export function similarityScale(similarity: Float32Array, n: number): SimilarityScale {
  const histogram = new Uint32Array(BINS + 1);
  let least = 1;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const value = Math.min(1, Math.max(-1, similarity[i * n + j]));
      least = Math.min(least, value);
      histogram[Math.floor(((value + 1) / 2) * BINS)]++;
    }
  }
  const allOne = n > 1 && least >= 1 - SAME;
  if (n < 2 || allOne) return { low: 0, clipped: false, allOne, ticks: ticksFrom(0) };

  const cut = Math.floor(CUT * ((n * (n - 1)) / 2));
  let bin = 0;
  for (let seen = histogram[0]; seen <= cut; seen += histogram[bin]) bin++;
  // With nothing cut off the least itself decides, not the bin it fell in.
  const robust = cut === 0 ? least : (bin / BINS) * 2 - 1;
  const low = Math.min(0.95, Math.floor(robust * 20 + 1e-4) / 20);
  return { low, clipped: least < low - 1e-4, allOne, ticks: ticksFrom(low) };
}

/** Even steps down from 1, and the lower end, which keeps half a step of room. */
function ticksFrom(low: number): number[] {
  const step = TICK_STEPS.find((size) => (1 - low) / size <= MOST_STEPS) ?? 0.5;
  const ticks: number[] = [];
  for (let i = 0; 1 - i * step > low + step * 0.6; i++) ticks.unshift(Math.round((1 - i * step) * 100) / 100);
  return [low, ...ticks];
}

/** Where a similarity lies on the scale, 0 (or below) … 1. */
export function scalePlace({ low }: SimilarityScale, value: number): number {
  return Math.min(1, Math.max(0, (value - low) / (1 - low)));
}
