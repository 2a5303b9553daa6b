import { median } from '../../vectors/median.ts';

/** Share of a region's points that are left out: those farthest from its median. */
const TRIM = 0.12;

/** Where a cloud of points lies and how far it spreads. */
export interface Ellipsoid {
  centre: [number, number, number];
  /** Covariance (population), upper triangle: xx, yy, zz, xy, xz, yz. */
  spread: [number, number, number, number, number, number];
}

/**
 * Mean and covariance of the points nearest to the componentwise median: a few strays move neither (trimming, as
 * in Huber & Ronchetti, Robust Statistics, 2009).
 * @param positions n × 3, row-major, read only
 * @param trim share of the points to leave out, rounded down: of three points none
 * @returns null where there is no point
 */
export function robustEllipsoid(positions: Float32Array, trim = TRIM): Ellipsoid | null {
  const n = positions.length / 3;
  if (n === 0) return null;
  const middle = [0, 1, 2].map((axis) =>
    median(Float64Array.from({ length: n }, (_, i) => positions[i * 3 + axis])),
  );
  const far = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let axis = 0; axis < 3; axis++) far[i] += (positions[i * 3 + axis] - middle[axis]) ** 2;
  const count = n - Math.floor(n * trim);
  const limit = far.slice().sort()[count - 1];
  // as many of those at the limit as there is room for, the first ones
  let room = count;
  for (const value of far) if (value < limit) room -= 1;
  const isKept = Uint8Array.from(far, (value) => {
    if (value === limit) room -= 1;
    return value < limit || (value === limit && room >= 0) ? 1 : 0;
  });

  const centre: Ellipsoid['centre'] = [0, 0, 0];
  for (let i = 0; i < n; i++)
    if (isKept[i]) for (let axis = 0; axis < 3; axis++) centre[axis] += positions[i * 3 + axis] / count;
  const spread: Ellipsoid['spread'] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    if (!isKept[i]) continue;
    const x = positions[i * 3] - centre[0];
    const y = positions[i * 3 + 1] - centre[1];
    const z = positions[i * 3 + 2] - centre[2];
    spread[0] += (x * x) / count;
    spread[1] += (y * y) / count;
    spread[2] += (z * z) / count;
    spread[3] += (x * y) / count;
    spread[4] += (x * z) / count;
    spread[5] += (y * z) / count;
  }
  return { centre, spread };
}
