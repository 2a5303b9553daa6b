import type { Neighbours } from './nearestLists.ts';

/**
 * How often each of n points is among the `k` nearest of another (its k-occurrence, Radovanović et al. 2010): n
 * counts, whose mean is k. `k` is at most that of the lists.
 */
export function occurrencesAmong({ indices, k: listed }: Neighbours, k: number): Int32Array<ArrayBuffer> {
  const n = listed > 0 ? indices.length / listed : 0;
  const counts = new Int32Array(n);
  for (let row = 0; row < n; row++) {
    for (let rank = 0; rank < Math.min(k, listed); rank++) counts[indices[row * listed + rank]] += 1;
  }
  return counts;
}

/** Skewness: the third central moment over the cubed standard deviation, as scipy.stats.skew; 0 where all values are equal. */
export function skewnessOf(values: ArrayLike<number>): number {
  const n = values.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += values[i] / n;
  let second = 0;
  let third = 0;
  for (let i = 0; i < n; i++) {
    const difference = values[i] - mean;
    second += difference ** 2 / n;
    third += difference ** 3 / n;
  }
  return second > 0 ? third / second ** 1.5 : 0;
}

/** The share of the points that together have half of all occurrences, the most frequent first: 0.5 where all have the same. */
export function shareWithHalf(counts: ArrayLike<number>): number {
  const sorted = Array.from(counts).sort((a, b) => b - a);
  const half = sorted.reduce((sum, count) => sum + count, 0) / 2;
  let sum = 0;
  let points = 0;
  while (sum < half) {
    sum += sorted[points];
    points += 1;
  }
  return sorted.length > 0 ? points / sorted.length : 0;
}
