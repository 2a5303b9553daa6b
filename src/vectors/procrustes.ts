import { jacobiEigen } from './symmetricEigen.ts';

/** A rotation or reflection about `from`, and the shift that follows it. */
export interface Turn {
  readonly dims: number;
  /** Where the turned points have their middle before, and after. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** dims × dims, row-major, orthogonal: a point minus `from`, as a row, times this, plus `to`. */
  readonly matrix: Float64Array;
}

/** Below this share of the largest the cross product has no direction of its own. */
const LEAST_SHARE = 1e-6;

/**
 * The orthogonal map that brings points as near as it can to others (Schönemann 1966), size untouched. Both are
 * m × dims, row-major, in the same order. Null where they are too few or too flat to say how they lie.
 */
export function bestTurn(points: Float64Array, goals: Float64Array, dims: number): Turn | null {
  if (points.length !== goals.length) throw new RangeError('a turn needs as many goals as points');
  const m = points.length / dims;
  if (m <= dims) return null;
  const [from, to] = [middleOf(points, dims), middleOf(goals, dims)];
  const cross = new Float64Array(dims * dims);
  for (let row = 0; row < m; row++) {
    for (let a = 0; a < dims; a++) {
      for (let b = 0; b < dims; b++) {
        cross[a * dims + b] += (points[row * dims + a] - from[a]) * (goals[row * dims + b] - to[b]);
      }
    }
  }
  // U Vᵀ of the cross product's singular value decomposition is cross · (crossᵀ cross)^−½
  const square = product(cross, cross, dims, true);
  const { values, vectors } = jacobiEigen(square, dims);
  if (
    !(values[dims - 1] > (LEAST_SHARE * values[0]) ** 2) ||
    !(values[dims - 1] > LEAST_SHARE ** 2 * values[0])
  )
    return null;
  const root = new Float64Array(dims * dims);
  for (let k = 0; k < dims; k++) {
    for (let a = 0; a < dims; a++) {
      for (let b = 0; b < dims; b++) {
        root[a * dims + b] += (vectors[k * dims + a] * vectors[k * dims + b]) / Math.sqrt(values[k]);
      }
    }
  }
  return { dims, from, to, matrix: product(cross, root, dims, false) };
}

/** Points (n × dims) after a turn. */
export function turned(points: Float32Array, { dims, from, to, matrix }: Turn): Float32Array<ArrayBuffer> {
  const result = new Float32Array(points.length);
  for (let at = 0; at < points.length; at += dims) {
    for (let b = 0; b < dims; b++) {
      let sum = to[b];
      for (let a = 0; a < dims; a++) sum += (points[at + a] - from[a]) * matrix[a * dims + b];
      result[at + b] = sum;
    }
  }
  return result;
}

function middleOf(points: Float64Array, dims: number): Float64Array {
  const middle = new Float64Array(dims);
  for (let at = 0; at < points.length; at++) middle[at % dims] += points[at] / (points.length / dims);
  return middle;
}

/** a · b, or aᵀ · b. */
function product(a: Float64Array, b: Float64Array, m: number, transposed: boolean): Float64Array {
  const result = new Float64Array(m * m);
  for (let row = 0; row < m; row++) {
    for (let column = 0; column < m; column++) {
      for (let k = 0; k < m; k++) {
        result[row * m + column] += (transposed ? a[k * m + row] : a[row * m + k]) * b[k * m + column];
      }
    }
  }
  return result;
}
