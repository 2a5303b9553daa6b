import type { Metric } from '../contract/options.ts';
import { symmetricTiles } from './distanceTiles.ts';
import { NearestLists, type Neighbours } from './nearestLists.ts';
import { finish, type Steps } from './steps.ts';
import { TILE } from './tileKernel.ts';

/**
 * The exact k nearest neighbours of each of n vectors, the vector itself excluded: nearest first, equal
 * distances (as float32) by lower index. `k` is cut to n − 1. Distances are cosine distances (1 − similarity)
 * or Euclidean. The caller must have validated the vectors. Equals scikit-learn's brute force.
 */
export function* knnSteps(
  data: Float32Array,
  dim: number,
  k: number,
  metric: Metric,
  engine: 'auto' | 'js' = 'auto',
): Steps<Neighbours> {
  const n = data.length / dim;
  const lists = new NearestLists(n, Math.max(0, Math.min(k, n - 1)));
  if (lists.k === 0) return lists;
  for (const tile of symmetricTiles({ data, dim, metric }, engine)) {
    const { rowStart, rowCount, columnStart, columnCount, distances } = tile;
    const diagonal = rowStart === columnStart;
    // A row meets its candidates in ascending order in both roles, so equal distances stay in order of index.
    for (let r = 0; r < rowCount; r++) {
      const row = rowStart + r;
      const from = r * TILE;
      for (let c = 0; c < columnCount; c++) {
        const column = columnStart + c;
        if (column !== row) lists.offer(row, column, distances[from + c]);
      }
      if (diagonal) continue;
      for (let c = 0; c < columnCount; c++) lists.offer(columnStart + c, row, distances[from + c]);
    }
    yield { done: tile.done, total: tile.total };
  }
  return lists;
}

/** `knnSteps` at one go. */
export function knn(data: Float32Array, dim: number, k: number, metric: Metric): Neighbours {
  return finish(knnSteps(data, dim, k, metric));
}
