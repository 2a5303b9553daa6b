import type { ComparedSide, ComparisonResult } from '../../pipeline/comparison/comparisonResult.ts';

/** The rows of the items that changed most: fewest common neighbours first, of equals those that moved farther. */
export function mostChanged({ overlap, moved }: Pick<ComparisonResult, 'overlap' | 'moved'>): number[] {
  return [...overlap.keys()].sort((a, b) => overlap[a] - overlap[b] || moved[b] - moved[a] || a - b);
}

/** The k nearest of an item on one side, nearest first, with their cosines. */
export function nearestOn(
  { neighbours }: Pick<ComparedSide, 'neighbours'>,
  row: number,
  k: number,
): { readonly row: number; readonly score: number }[] {
  const first = row * neighbours.k;
  return Array.from({ length: Math.min(k, neighbours.k) }, (_, rank) => ({
    row: neighbours.indices[first + rank],
    score: 1 - neighbours.distances[first + rank],
  }));
}

/** The mean of some numbers, 0 of none. */
export function meanOf(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** About the overlap that k neighbours drawn at random on both sides have, of n items: k / (2 (n − 1) − k). */
export function chanceOverlap(n: number, k: number): number {
  return k > 0 ? k / (2 * (n - 1) - k) : 0;
}
