import type { ScreenProjection } from './projection.ts';

/**
 * The part of a straight line between two world places that is in front of the camera and inside a box on the
 * screen (Liang & Barsky 1984, in homogeneous coordinates).
 * @param box CSS pixels from the top left
 * @returns shares of the way from `a` to `b` at which the part begins and ends; null if none is to be seen
 */
export function visiblePart(
  { matrix: m, width, height }: ScreenProjection,
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  box: { left: number; top: number; right: number; bottom: number },
): [number, number] | null {
  // each is ≥ 0 inside, and linear along the line
  const insides = (p: ArrayLike<number>): number[] => {
    const w = m[3] * p[0] + m[7] * p[1] + m[11] * p[2] + m[15];
    const x = ((m[0] * p[0] + m[4] * p[1] + m[8] * p[2] + m[12] + w) * width) / 2;
    const y = ((w - (m[1] * p[0] + m[5] * p[1] + m[9] * p[2] + m[13])) * height) / 2;
    return [w - 1e-4, x - box.left * w, box.right * w - x, y - box.top * w, box.bottom * w - y];
  };
  const start = insides(a);
  const end = insides(b);
  let from = 0;
  let to = 1;
  for (let k = 0; k < start.length; k++) {
    if (start[k] < 0 && end[k] < 0) return null;
    const crossing = start[k] / (start[k] - end[k]);
    if (start[k] < 0) from = Math.max(from, crossing);
    else if (end[k] < 0) to = Math.min(to, crossing);
  }
  return from < to ? [from, to] : null;
}
