import type { Metric } from '../contract/options.ts';
import { distanceOfCosine, distanceOfSquares } from './distanceTiles.ts';
import { NearestLists, type Neighbours } from './nearestLists.ts';
import { norm } from './similarity.ts';

/**
 * The k vectors of `data` (n × dim) nearest to one `query` of `dim` numbers: one row of neighbours, nearest
 * first, equal distances by lower index; k is cut to n. Nothing is excluded: a query that is among them
 * finds itself, at distance 0. Distances are as those of `knn`.
 */
export function nearestTo(
  query: ArrayLike<number>,
  data: Float32Array,
  dim: number,
  k: number,
  metric: Metric,
): Neighbours {
  const n = data.length / dim;
  const lists = new NearestLists(1, Math.max(0, Math.min(k, n)));
  if (lists.k === 0) return lists;
  const scaled = Float64Array.from(query);
  if (metric === 'cosine') {
    const length = norm(scaled);
    for (let d = 0; d < dim; d++) scaled[d] = length > 0 ? scaled[d] * (1 / length) : 0;
  }
  for (let row = 0; row < n; row++) {
    const from = row * dim;
    const distance =
      metric === 'cosine'
        ? distanceOfCosine(cosineWith(scaled, data, from))
        : distanceOfSquares(squaresWith(scaled, data, from));
    lists.offer(0, row, Math.fround(distance));
  }
  return lists;
}

function cosineWith(unit: Float64Array, data: Float32Array, from: number): number {
  let squares = 0;
  for (let d = 0; d < unit.length; d++) squares += data[from + d] * data[from + d];
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  let sum = 0;
  for (let d = 0; d < unit.length; d++) sum += unit[d] * (data[from + d] * scale);
  return sum;
}

function squaresWith(query: Float64Array, data: Float32Array, from: number): number {
  let sum = 0;
  for (let d = 0; d < query.length; d++) {
    const difference = query[d] - data[from + d];
    sum += difference * difference;
  }
  return sum;
}
