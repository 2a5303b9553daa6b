import { sampleRows, seededRandom } from '../../vectors/random.ts';
import { bytesFromHex } from '../colourSpace.ts';
import type { MapRegion } from '../mapProps.ts';
import { isShown } from '../points/pointLooks.ts';
import type { Places } from '../world/places.ts';
import { countOf, placeAt } from '../world/places.ts';
import type { PositionTrack } from '../world/positionTrack.ts';
import { type Ellipsoid, robustEllipsoid } from './robustEllipsoid.ts';

/**
 * Of more points than this a sample stands for the region: standard deviations are then within 1.6% (1 / √2m), and a
 * frame of a settling map costs the same whatever n is.
 */
const SAMPLE = 2048;
const SEED = 42;

/** The ellipsoids of all regions before and after the position animation; rewritten in place when points move. */
export interface RegionShapes {
  /** m × 3, world units. */
  centreFrom: Float32Array;
  centreTo: Float32Array;
  /** m × 3: variances xx, yy, zz. */
  widthFrom: Float32Array;
  widthTo: Float32Array;
  /** m × 3: covariances xy, xz, yz. */
  tiltFrom: Float32Array;
  tiltTo: Float32Array;
  /** m × 4: sRGB, and 255 where there is anything to draw. */
  paint: Uint8Array;
  /** m: how many points in full view each holds. */
  sizes: Uint32Array;
  /** Of each region the points in full view, or a sample of them. */
  samples: readonly { readonly rows: Int32Array; readonly size: number }[];
  /** What `centreTo` and its like were made from. */
  last: Places | null;
}

/** Shapes of m regions, filled. */
export function regionShapes(
  regions: readonly MapRegion[],
  visible: Uint8Array | undefined,
  track: PositionTrack,
): RegionShapes {
  const m = regions.length;
  const shown = regions.map(({ points }) =>
    visible ? points.filter((index) => isShown(visible, index)) : points,
  );
  const shapes: RegionShapes = {
    centreFrom: new Float32Array(m * 3),
    centreTo: new Float32Array(m * 3),
    widthFrom: new Float32Array(m * 3),
    widthTo: new Float32Array(m * 3),
    tiltFrom: new Float32Array(m * 3),
    tiltTo: new Float32Array(m * 3),
    paint: new Uint8Array(m * 4),
    sizes: new Uint32Array(m),
    samples: shown.map((points) => ({ rows: sampleOf(points), size: points.length })),
    last: null,
  };
  for (const [i, region] of regions.entries()) shapes.paint.set(bytesFromHex(region.colour), i * 4);
  placeRegions(track, shapes);
  return shapes;
}

function sampleOf(points: Int32Array): Int32Array {
  if (points.length <= SAMPLE) return points;
  return sampleRows(points.length, SAMPLE, seededRandom(SEED)).map((at) => points[at]);
}

const PARTS = ['centre', 'width', 'tilt'] as const;

/** Writes the ellipsoids again after points moved; a region none of whose points is in full view is not drawn. */
export function placeRegions(track: PositionTrack, shapes: RegionShapes): void {
  // points that were at rest come from where they last went
  const isKnown = shapes.last === track.from;
  if (isKnown) for (const part of PARTS) shapes[`${part}From`].set(shapes[`${part}To`]);
  for (const [i, { rows, size }] of shapes.samples.entries()) {
    const to = ellipsoidOf(track.to, rows);
    shapes.sizes[i] = to ? size : 0;
    shapes.paint[i * 4 + 3] = to ? 255 : 0;
    if (!to) continue;
    put(shapes, 'To', i, to);
    const from = track.from === track.to ? to : isKnown ? null : ellipsoidOf(track.from, rows);
    if (from) put(shapes, 'From', i, from);
  }
  shapes.last = track.to;
}

function put(shapes: RegionShapes, end: 'From' | 'To', i: number, { centre, spread }: Ellipsoid): void {
  shapes[`centre${end}`].set(centre, i * 3);
  shapes[`width${end}`].set(spread.slice(0, 3), i * 3);
  shapes[`tilt${end}`].set(spread.slice(3), i * 3);
}

function ellipsoidOf(places: Places, rows: Int32Array): Ellipsoid | null {
  const count = countOf(places);
  const near = new Float32Array(rows.length * 3);
  const place: [number, number, number] = [0, 0, 0];
  let kept = 0;
  for (const row of rows) if (row >= 0 && row < count) near.set(placeAt(places, row, place), 3 * kept++);
  return robustEllipsoid(near.subarray(0, kept * 3));
}

/** Two standard deviations of region `index` when its points have arrived, the mean of its axes; world units. */
export function regionReach({ widthTo }: RegionShapes, index: number): number {
  const [xx, yy, zz] = widthTo.subarray(index * 3, index * 3 + 3);
  return 2 * Math.sqrt((xx + yy + zz) / (zz > 0 ? 3 : 2));
}
