import { unitRows } from './normalise.ts';
import { dot } from './similarity.ts';

/** How alike the rows of a table are that stand so many places apart. */
export interface DistanceCosine {
  readonly distance: number;
  /** Pairs of rows at this distance. */
  readonly pairs: number;
  readonly mean: number;
  /** Standard deviation over these pairs, and their ends. */
  readonly sd: number;
  readonly least: number;
  readonly most: number;
}

/**
 * The sinusoidal encoding of Vaswani et al. 2017 (section 3.5): PE(p, 2i) = sin(p / base^(2i / dim)), PE(p, 2i + 1) the
 * cosine of the same angle. rows × dim, row-major, positions from 0; `dim` is even.
 */
export function sinusoidalEncoding(rows: number, dim: number, base = 10_000): Float32Array<ArrayBuffer> {
  const table = new Float32Array(rows * dim);
  for (let position = 0; position < rows; position++) {
    for (let i = 0; i < dim; i += 2) {
      const angle = position / base ** (i / dim);
      table[position * dim + i] = Math.sin(angle);
      table[position * dim + i + 1] = Math.cos(angle);
    }
  }
  return table;
}

/** Cosines of all pairs of rows (n × dim, row-major) by how far apart the rows stand, from 0 to `farthest` (below n). */
export function cosineByDistance(data: Float32Array, dim: number, farthest: number): DistanceCosine[] {
  const unit = unitRows(data, dim);
  const n = data.length / dim;
  const rows = Array.from({ length: n }, (_, row) => unit.subarray(row * dim, (row + 1) * dim));
  return Array.from({ length: Math.min(farthest, n - 1) + 1 }, (_, distance) => {
    const pairs = n - distance;
    let [sum, squares, least, most] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let row = 0; row < pairs; row++) {
      const value = dot(rows[row], rows[row + distance]);
      sum += value;
      squares += value * value;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    const mean = sum / pairs;
    const sd = Math.sqrt(Math.max(0, squares / pairs - mean * mean));
    return { distance, pairs, mean, sd, least, most };
  });
}

/**
 * ALiBi's slopes (Press et al. 2022): head h of a power of two of heads adds −slope × distance to its scores, the slope
 * being 2^(−8h / heads), h from 1.
 */
export function alibiSlopes(heads: number): number[] {
  return Array.from({ length: heads }, (_, h) => 2 ** ((-8 * (h + 1)) / heads));
}

/**
 * The bucket of T5 (Raffel et al. 2020) in a decoder for a key `distance` places back: each of the first half of the
 * buckets holds one distance, the others share the rest up to `farthest` on a logarithmic scale; beyond it the last one.
 */
export function t5Bucket(distance: number, buckets = 32, farthest = 128): number {
  const exact = buckets / 2;
  if (distance < exact) return distance;
  const share = Math.log(distance / exact) / Math.log(farthest / exact);
  return Math.min(buckets - 1, exact + Math.floor(share * (buckets - exact)));
}
