import { jacobiEigen } from './symmetricEigen.ts';

/** A picture of vectors on two or three directions at right angles, all lengths in one scale. */
export interface Frame {
  /** dims × dim: unit directions at right angles; zeros where the vectors fill fewer. */
  readonly directions: Float64Array<ArrayBuffer>;
  /** n × dims: the vectors seen from `origin`, along the directions. */
  readonly coordinates: Float32Array<ArrayBuffer>;
}

/** Shorter than this share of the longest, a remainder is rounding. */
const ROUNDING = 1e-6;

/**
 * Lays out n vectors (`data`, n × dim) so that what lies in the span of `spanning` (vectors of dim numbers, say the
 * offsets b − a and c − a) is drawn truly: the first directions are theirs, in order (Gram–Schmidt), the others the
 * main directions (uncentred principal components) of what the vectors have beside them, as seen from `origin`.
 */
export function frameOf(
  data: Float32Array<ArrayBuffer>,
  dim: number,
  dims: 2 | 3,
  origin: ArrayLike<number>,
  spanning: readonly ArrayLike<number>[],
): Frame {
  const n = data.length / dim;
  const directions = new Float64Array(dims * dim);
  let count = 0;
  const longest = Math.max(...spanning.map(lengthOf), 0);
  const take = (vector: ArrayLike<number>, least: number) => {
    const rest = Float64Array.from(vector);
    // twice, since the first remainder may be mostly rounding
    for (let turn = 0; turn < 2; turn++) removeAll(rest, 0, directions, count, dim);
    const length = lengthOf(rest);
    if (count === dims || length <= least) return;
    for (let d = 0; d < dim; d++) directions[count * dim + d] = rest[d] / length;
    count += 1;
  };
  for (const vector of spanning) take(vector, longest * ROUNDING);
  const rest = new Float64Array(n * dim);
  for (let row = 0; row < n; row++) {
    for (let d = 0; d < dim; d++) rest[row * dim + d] = data[row * dim + d] - origin[d];
    removeAll(rest, row, directions, count, dim);
  }
  if (count < dims) for (const vector of mainDirections(rest, n, dim, dims - count)) take(vector, 0);
  const coordinates = new Float32Array(n * dims);
  for (let row = 0; row < n; row++) {
    for (let c = 0; c < dims; c++) {
      let sum = 0;
      for (let d = 0; d < dim; d++) sum += (data[row * dim + d] - origin[d]) * directions[c * dim + d];
      coordinates[row * dims + c] = sum;
    }
  }
  return { directions, coordinates };
}

/** The share of a vector's length that a picture keeps, 0 … 1; 1 of a vector of length 0. */
export function keptShare(vector: ArrayLike<number>, { directions }: Pick<Frame, 'directions'>): number {
  const dim = vector.length;
  let squares = 0;
  for (let at = 0; at < directions.length; at += dim) {
    let sum = 0;
    for (let d = 0; d < dim; d++) sum += directions[at + d] * vector[d];
    squares += sum * sum;
  }
  const length = lengthOf(vector);
  return length > 0 ? Math.min(1, Math.sqrt(squares) / length) : 1;
}

function lengthOf(vector: ArrayLike<number>): number {
  let sum = 0;
  for (let d = 0; d < vector.length; d++) sum += vector[d] * vector[d];
  return Math.sqrt(sum);
}

/** Takes the parts along the first `count` directions from row `row` of `data`. */
function removeAll(
  data: Float64Array,
  row: number,
  directions: Float64Array,
  count: number,
  dim: number,
): void {
  for (let c = 0; c < count; c++) {
    let sum = 0;
    for (let d = 0; d < dim; d++) sum += data[row * dim + d] * directions[c * dim + d];
    for (let d = 0; d < dim; d++) data[row * dim + d] -= sum * directions[c * dim + d];
  }
}

/** The `count` directions along which n rows are longest: by the n × n matrix of their products, n being small. */
function mainDirections(rows: Float64Array, n: number, dim: number, count: number): Float64Array[] {
  const gram = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let d = 0; d < dim; d++) sum += rows[i * dim + d] * rows[j * dim + d];
      gram[i * n + j] = sum;
      gram[j * n + i] = sum;
    }
  }
  const { values, vectors } = jacobiEigen(gram, n);
  const main: Float64Array[] = [];
  for (let c = 0; c < Math.min(count, n); c++) {
    if (!(values[c] > 0)) break;
    const direction = new Float64Array(dim);
    for (let i = 0; i < n; i++) {
      for (let d = 0; d < dim; d++) direction[d] += vectors[c * n + i] * rows[i * dim + d];
    }
    main.push(pointed(direction));
  }
  return main;
}

/** The sign such that the entry of largest magnitude is positive: the same picture on every run. */
function pointed(direction: Float64Array): Float64Array {
  const largest = direction.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  return largest < 0 ? direction.map((value) => -value) : direction;
}
