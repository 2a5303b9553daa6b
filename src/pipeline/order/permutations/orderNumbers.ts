import { pca } from '../../../projection/pca.ts';
import { meanRow } from '../../../vectors/mean.ts';
import type { OrderPair } from './permutationsAnswer.ts';

/** Whether two texts are read as the same tokens, each as often, in whatever order. */
export function sameTokens(
  a: readonly { readonly id: number }[],
  b: readonly { readonly id: number }[],
): boolean {
  if (a.length !== b.length) return false;
  const sorted = (tokens: typeof a) => tokens.map(({ id }) => id).sort((x, y) => x - y);
  const theirs = sorted(b);
  return sorted(a).every((id, at) => id === theirs[at]);
}

/** The largest difference of one number between any two of the rows (n × dim); null where there are fewer than two. */
export function largestDifference(data: Float32Array, dim: number, rows: readonly number[]): number | null {
  if (rows.length < 2) return null;
  let largest = 0;
  for (let d = 0; d < dim; d++) {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const row of rows) {
      const value = data[row * dim + d];
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    largest = Math.max(largest, most - least);
  }
  return largest;
}

/** The pair of rows with the lowest cosine in a square of n × n; null where there are fewer than two rows. */
export function farthestPair(
  similarity: ArrayLike<number>,
  n: number,
  rows: readonly number[],
): OrderPair | null {
  let found: OrderPair | null = null;
  for (const b of rows) {
    for (const a of rows) {
      if (a >= b) continue;
      const cosine = similarity[a * n + b];
      if (!found || cosine < found.cosine) found = { a, b, cosine };
    }
  }
  return found;
}

/**
 * Where vectors with and without position stand (n × dims each): the main directions are those of the vectors with
 * position; each kind is seen from its own mean. What coincides in one of them thus coincides in the picture, and both
 * have the same scale.
 */
export function placesOnAndOff(
  on: Float32Array,
  off: Float32Array,
  dim: number,
  dims: 2 | 3,
): { readonly on: Float32Array<ArrayBuffer>; readonly off: Float32Array<ArrayBuffer> } {
  const { coordinates, components } = pca(on, dim, dims);
  const mean = meanRow(off, dim);
  const placed = new Float32Array(coordinates.length);
  for (let row = 0; row * dims < placed.length; row++) {
    for (let c = 0; c < dims; c++) {
      let sum = 0;
      for (let d = 0; d < dim; d++) sum += (off[row * dim + d] - mean[d]) * components[c * dim + d];
      placed[row * dims + c] = sum;
    }
  }
  return { on: coordinates, off: placed };
}

/** Below this share of a picture's size two points are one place: half a pixel of five hundred. */
const ONE_PLACE = 1e-3;

/**
 * For each of n places (n × dims) the first that stands where it stands. `size` is the extent of the whole picture,
 * against which “the same place” is measured.
 */
export function stacksOf(coordinates: ArrayLike<number>, dims: number, size: number): number[] {
  const n = coordinates.length / dims;
  const firsts: number[] = [];
  return Array.from({ length: n }, (_, row) => {
    const known = firsts.find((first) => {
      let squares = 0;
      for (let d = 0; d < dims; d++)
        squares += (coordinates[row * dims + d] - coordinates[first * dims + d]) ** 2;
      return Math.sqrt(squares) <= ONE_PLACE * size;
    });
    if (known !== undefined) return known;
    firsts.push(row);
    return row;
  });
}

/** The longest side of the box round places (n × dims). */
export function extentOf(coordinates: ArrayLike<number>, dims: number): number {
  let side = 0;
  for (let d = 0; d < dims; d++) {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let at = d; at < coordinates.length; at += dims) {
      least = Math.min(least, coordinates[at]);
      most = Math.max(most, coordinates[at]);
    }
    side = Math.max(side, most - least);
  }
  return Math.max(0, side);
}
