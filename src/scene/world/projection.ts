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
