import type { Neighbours } from '../vectors/nearestLists.ts';

/**
 * How alike two models see each row's neighbourhood: the Jaccard index (1912) of its `k` nearest rows in `a` and in
 * `b`, those in both over those in either, 0 … 1, one number a row. `k` is cut to what both lists hold, as `knnSteps`
 * cuts it to n − 1. Throws RangeError where the lists are of different numbers of rows, or k < 1.
 */
export function neighbourOverlap(a: Neighbours, b: Neighbours, k: number): Float64Array<ArrayBuffer> {
  if (!(k >= 1)) throw new RangeError('an overlap needs at least one neighbour');
  const kept = Math.min(k, a.k, b.k);
  if (kept === 0) return new Float64Array(0);
  const n = a.indices.length / a.k;
  if (n !== b.indices.length / b.k) throw new RangeError('neighbours are compared row by row');
  const overlap = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    const first = new Set(a.indices.subarray(row * a.k, row * a.k + kept));
    let both = 0;
    for (let at = row * b.k; at < row * b.k + kept; at++) if (first.has(b.indices[at])) both++;
    overlap[row] = both / (2 * kept - both);
  }
  return overlap;
}

/** The mean of the rows' overlaps; null where there are none. */
export function meanOverlap(overlap: Float64Array): number | null {
  return overlap.length > 0 ? overlap.reduce((sum, value) => sum + value, 0) / overlap.length : null;
}
