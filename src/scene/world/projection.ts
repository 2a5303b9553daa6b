import type { PositionTrack } from './positionTrack.ts';

/** What maps world units to the screen. */
export interface ScreenProjection {
  /** View-projection, 16 numbers, column-major as three.js stores them. */
  matrix: ArrayLike<number>;
  /** CSS pixels. */
  width: number;
  height: number;
}

/**
 * A world place in CSS pixels from the top left, into `out` as x, y, depth (distance along the view, > 0 in
 * front of the camera).
 * @returns whether it is in front of the camera; `out` is only then filled
 */
export function projectPlace(
  projection: ScreenProjection,
  x: number,
  y: number,
  z: number,
  out: Float32Array | number[],
): boolean {
  const m = projection.matrix;
  const w = m[3] * x + m[7] * y + m[11] * z + m[15];
  if (!(w > 1e-6)) return false;
  out[0] = (((m[0] * x + m[4] * y + m[8] * z + m[12]) / w) * 0.5 + 0.5) * projection.width;
  out[1] = (0.5 - ((m[1] * x + m[5] * y + m[9] * z + m[13]) / w) * 0.5) * projection.height;
  out[2] = w;
  return true;
}

/** Screen places of all points at progress `t`: n × 3 of x, y, depth; NaN for those behind the camera. */
export function projectAll(projection: ScreenProjection, track: PositionTrack, t: number): Float32Array {
  const { from, to } = track;
  const screen = new Float32Array(to.length).fill(Number.NaN);
  const place = [0, 0, 0];
  for (let k = 0; k < to.length; k += 3) {
    const x = from[k] + (to[k] - from[k]) * t;
    const y = from[k + 1] + (to[k + 1] - from[k + 1]) * t;
    const z = from[k + 2] + (to[k + 2] - from[k + 2]) * t;
    if (projectPlace(projection, x, y, z, place)) screen.set(place, k);
  }
  return screen;
}
