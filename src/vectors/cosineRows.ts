import type { Steps } from './steps.ts';
import { GROUP, makeTileKernel, panelOffset, TILE } from './tileKernel.ts';

/**
 * The cosine similarity of each of m `queries` (m × dim) with each of n rows (`unit`, n × dim), all of length 1 or 0:
 * m arrays of n numbers, summed in double precision. Yields after each block of rows.
 */
export function* cosineRows(
  queries: Float32Array<ArrayBuffer>,
  unit: Float32Array<ArrayBuffer>,
  dim: number,
): Steps<Float32Array<ArrayBuffer>[]> {
  const kernel = makeTileKernel(dim);
  const n = unit.length / dim;
  const m = queries.length / dim;
  const cosines = Array.from({ length: m }, () => new Float32Array(n));
  for (let first = 0; first < m; first += TILE) {
    const queryCount = pack(kernel.rows, queries, dim, first);
    for (let from = 0; from < n; from += TILE) {
      const count = pack(kernel.columns, unit, dim, from);
      kernel.dot(queryCount, count);
      for (let query = 0; query < queryCount; query++) {
        cosines[first + query].set(kernel.sums.subarray(query * TILE, query * TILE + count), from);
      }
      yield { done: first * n + queryCount * (from + count), total: m * n };
    }
  }
  return cosines;
}

/** Writes up to a tile of rows into a panel; gives how many. */
function pack(panel: Float64Array, data: Float32Array, dim: number, from: number): number {
  const count = Math.min(TILE, data.length / dim - from);
  for (let row = 0; row < count; row++) {
    let at = panelOffset(row, dim);
    const start = (from + row) * dim;
    for (let d = 0; d < dim; d++, at += GROUP) panel[at] = data[start + d];
  }
  return count;
}
