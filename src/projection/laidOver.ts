import { fitted, procrustesFit } from '../vectors/procrustesFit.ts';

/**
 * A map shifted, turned (or mirrored) onto another of the same points, and brought to its size: the root mean square
 * distance from the middle. Both n × dims, row-major, n ≥ 1. The turn is that of the Procrustes fit; the size is not,
 * since the best fitting size of two maps that have little in common is next to nothing, which would look like a finding.
 */
export function laidOver(map: Float32Array, goal: Float32Array, dims: number): Float32Array<ArrayBuffer> {
  const fit = procrustesFit(map, goal, dims);
  const [own, wanted] = [sizeOf(map, fit.from), sizeOf(goal, fit.to)];
  // where all points of a map coincide, no size is right and none is wrong
  return fitted(map, own > 0 && wanted > 0 ? { ...fit, scale: wanted / own } : fit);
}

function sizeOf(map: Float32Array, middle: Float64Array): number {
  let squares = 0;
  for (let at = 0; at < map.length; at++) squares += (map[at] - middle[at % middle.length]) ** 2;
  return Math.sqrt(squares);
}
