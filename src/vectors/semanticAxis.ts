import { norm } from './similarity.ts';

/** A direction in a space of vectors, from one pole to the other. */
export interface SemanticAxis {
  /** `dim` numbers of length 1. */
  readonly direction: Float64Array<ArrayBuffer>;
  /** The length of the difference before it was scaled, 0 … 2: how far apart the poles' means lie. */
  readonly length: number;
}

/** So short a difference of means is rounding: it points nowhere. */
const NOWHERE = 1e-6;

/**
 * The axis from pole A to pole B: the mean of B's unit vectors minus the mean of A's. This is SemAxis (An, Kwak & Ahn
 * 2018, "SemAxis", ACL), but for the lengths of the words, which count there and not here: a frequent word weighs no
 * more than a rare one.
 *
 * @param a unit vectors of `dim` numbers; so is `b`
 * @returns null where the two means are the same, so that there is no direction
 */
export function semanticAxis(
  a: readonly ArrayLike<number>[],
  b: readonly ArrayLike<number>[],
  dim: number,
): SemanticAxis | null {
  const [from, to] = [meanOf(a, dim), meanOf(b, dim)];
  const difference = to.map((value, d) => value - from[d]);
  const length = norm(difference);
  if (!(length > NOWHERE)) return null;
  return { direction: difference.map((value) => value / length), length };
}

/**
 * The place of each word along an axis: the cosine of its vector with the axis, −1 … 1 (SemAxis's score). It is
 * positive exactly where the word's mean cosine with pole B is higher than with pole A. 0 for a vector of length 0.
 *
 * @param data n × dim, row-major, of any lengths
 * @returns n numbers in double precision
 */
export function placesAlong(
  data: Float32Array,
  dim: number,
  { direction }: Pick<SemanticAxis, 'direction'>,
): Float64Array<ArrayBuffer> {
  const places = new Float64Array(data.length / dim);
  for (let row = 0, at = 0; row < places.length; row++) {
    let along = 0;
    let squares = 0;
    for (let d = 0; d < dim; d++, at++) {
      along += data[at] * direction[d];
      squares += data[at] * data[at];
    }
    places[row] = squares > 0 ? along / Math.sqrt(squares) : 0;
  }
  return places;
}

/** A mean, and the standard deviation about it (of the numbers themselves, not of a population). */
export interface Spread {
  readonly mean: number;
  readonly sd: number;
}

/** Mean and standard deviation (divided by n, as numpy's std); both 0 where there are no numbers. */
export function spreadOf(values: ArrayLike<number>): Spread {
  const n = values.length;
  if (n === 0) return { mean: 0, sd: 0 };
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i];
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i] - mean) ** 2;
  return { mean, sd: Math.sqrt(squares / n) };
}

function meanOf(vectors: readonly ArrayLike<number>[], dim: number): Float64Array<ArrayBuffer> {
  const mean = new Float64Array(dim);
  for (const vector of vectors) for (let d = 0; d < dim; d++) mean[d] += vector[d] / vectors.length;
  return mean;
}
