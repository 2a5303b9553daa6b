import { type Turn, turned } from './procrustes.ts';
import { smallSvd } from './smallSvd.ts';

/** The similarity that lays one set of coordinates over another: a turn, and how much it grows or shrinks them. */
export interface Fit extends Turn {
  /** 1 unless scaling was asked for. */
  readonly scale: number;
  /**
   * What no turn, shift or scaling takes away, 0 … 1: the sum of squared differences after each set was centred and
   * brought to size 1 and the one fitted to the other, as the disparity of scipy.spatial.procrustes. The same with
   * and without `scaling`, and whichever set is fitted. null where all points of a set coincide.
   */
  readonly disparity: number | null;
}

/**
 * The shift, the rotation or reflection and, if asked for, the uniform scaling that bring `points` as near as they can
 * to `goals` (Schönemann 1966; Gower & Dijksterhuis 2004), in the sum of squared distances. Both m × dims, row-major,
 * finite, in the same order. Unlike `bestTurn` it has an answer for any points: where they are too few or too flat to
 * say how they lie, it is one of the best. Throws RangeError where the sets differ in length or are empty.
 */
export function procrustesFit(
  points: ArrayLike<number>,
  goals: ArrayLike<number>,
  dims: number,
  { scaling = false }: { readonly scaling?: boolean } = {},
): Fit {
  if (points.length !== goals.length) throw new RangeError('a fit needs as many goals as points');
  if (points.length === 0) throw new RangeError('a fit needs a point');
  const [from, to] = [middleOf(points, dims), middleOf(goals, dims)];
  const cross = new Float64Array(dims * dims);
  let ownSize = 0;
  let goalSize = 0;
  for (let at = 0; at < points.length; at += dims) {
    for (let a = 0; a < dims; a++) {
      const x = points[at + a] - from[a];
      ownSize += x ** 2;
      goalSize += (goals[at + a] - to[a]) ** 2;
      for (let b = 0; b < dims; b++) cross[a * dims + b] += x * (goals[at + b] - to[b]);
    }
  }
  const { left, values, right } = smallSvd(cross, dims);
  const matrix = new Float64Array(dims * dims);
  for (let a = 0; a < dims; a++) {
    for (let b = 0; b < dims; b++) {
      for (let k = 0; k < dims; k++) matrix[a * dims + b] += left[k * dims + a] * right[k * dims + b];
    }
  }
  const agreement = values.reduce((sum, value) => sum + value, 0);
  const hasShape = ownSize > 0 && goalSize > 0;
  return {
    dims,
    from,
    to,
    matrix,
    scale: scaling && hasShape ? agreement / ownSize : 1,
    disparity: hasShape ? Math.max(0, 1 - (agreement / Math.sqrt(ownSize) / Math.sqrt(goalSize)) ** 2) : null,
  };
}

/** Points (n × dims) after a fit; they may be more than those it was made from. */
export function fitted(points: Float32Array, fit: Fit): Float32Array<ArrayBuffer> {
  return turned(points, { ...fit, matrix: fit.matrix.map((value) => value * fit.scale) });
}

function middleOf(points: ArrayLike<number>, dims: number): Float64Array<ArrayBuffer> {
  const middle = new Float64Array(dims);
  for (let at = 0; at < points.length; at++) middle[at % dims] += points[at];
  return middle.map((sum) => sum / (points.length / dims));
}
