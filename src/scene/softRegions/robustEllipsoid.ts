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
 * @param indices rows of the points; those beyond the array are left out
 * @param trim share of the points to leave out, rounded down: of three points none
 * @returns null where there is no point
 */
export function robustEllipsoid(
  positions: Float32Array,
  indices: ArrayLike<number>,
  trim = TRIM,
): Ellipsoid | null {
  const rows = Array.from(indices).filter((row) => row >= 0 && row * 3 + 2 < positions.length);
  if (rows.length === 0) return null;
  const middle = [0, 1, 2].map((axis) => median(rows.map((row) => positions[row * 3 + axis])));
  const distance = (row: number): number =>
    [0, 1, 2].reduce((sum, axis) => sum + (positions[row * 3 + axis] - middle[axis]) ** 2, 0);
  const kept = rows
    .map((row) => ({ row, far: distance(row) }))
    .sort((a, b) => a.far - b.far || a.row - b.row)
    .slice(0, rows.length - Math.floor(rows.length * trim));

  const centre: Ellipsoid['centre'] = [0, 0, 0];
  for (const { row } of kept)
    for (let axis = 0; axis < 3; axis++) centre[axis] += positions[row * 3 + axis] / kept.length;
  const spread: Ellipsoid['spread'] = [0, 0, 0, 0, 0, 0];
  for (const { row } of kept) {
    const x = positions[row * 3] - centre[0];
    const y = positions[row * 3 + 1] - centre[1];
    const z = positions[row * 3 + 2] - centre[2];
    for (const [k, product] of [x * x, y * y, z * z, x * y, x * z, y * z].entries())
      spread[k] += product / kept.length;
  }
  return { centre, spread };
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = (sorted.length - 1) / 2;
  return (sorted[Math.floor(half)] + sorted[Math.ceil(half)]) / 2;
}
