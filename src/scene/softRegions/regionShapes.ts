import { bytesFromHex } from '../colourSpace.ts';
import type { MapRegion } from '../mapProps.ts';
import { isShown } from '../points/pointBuffers.ts';
import type { PositionTrack } from '../world/positionTrack.ts';
import { robustEllipsoid } from './robustEllipsoid.ts';

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
}

/** Shapes of m regions, filled. */
export function regionShapes(
  regions: readonly MapRegion[],
  visible: Uint8Array | undefined,
  track: PositionTrack,
): RegionShapes {
  const m = regions.length;
  const shapes: RegionShapes = {
    centreFrom: new Float32Array(m * 3),
    centreTo: new Float32Array(m * 3),
    widthFrom: new Float32Array(m * 3),
    widthTo: new Float32Array(m * 3),
    tiltFrom: new Float32Array(m * 3),
    tiltTo: new Float32Array(m * 3),
    paint: new Uint8Array(m * 4),
    sizes: new Uint32Array(m),
  };
  for (const [i, region] of regions.entries()) shapes.paint.set(bytesFromHex(region.colour), i * 4);
  placeRegions(regions, visible, track, shapes);
  return shapes;
}

/** Writes the ellipsoids again after points moved; a region none of whose points is in full view is not drawn. */
export function placeRegions(
  regions: readonly MapRegion[],
  visible: Uint8Array | undefined,
  track: PositionTrack,
  shapes: RegionShapes,
): void {
  for (const [i, region] of regions.entries()) {
    const shown = region.points.filter((index) => isShown(visible, index));
    const from = robustEllipsoid(track.from, shown);
    const to = robustEllipsoid(track.to, shown);
    shapes.sizes[i] = to ? shown.length : 0;
    shapes.paint[i * 4 + 3] = to ? 255 : 0;
    if (!from || !to) continue;
    shapes.centreFrom.set(from.centre, i * 3);
    shapes.centreTo.set(to.centre, i * 3);
    shapes.widthFrom.set(from.spread.slice(0, 3), i * 3);
    shapes.widthTo.set(to.spread.slice(0, 3), i * 3);
    shapes.tiltFrom.set(from.spread.slice(3), i * 3);
    shapes.tiltTo.set(to.spread.slice(3), i * 3);
  }
}

/** Two standard deviations of region `index` when its points have arrived, the mean of its axes; world units. */
export function regionReach({ widthTo }: RegionShapes, index: number): number {
  const [xx, yy, zz] = widthTo.subarray(index * 3, index * 3 + 3);
  return 2 * Math.sqrt((xx + yy + zz) / (zz > 0 ? 3 : 2));
}
