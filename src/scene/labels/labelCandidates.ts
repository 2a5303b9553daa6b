import type { PositionTrack } from '../world/positionTrack.ts';
import type { ScreenProjection } from '../world/projection.ts';
import { projectPlace } from '../world/projection.ts';

/** Enough to fill any screen: labels beyond these could only take the place of better ones. */
const MOST = 1200;

/** A point whose label may be drawn. */
export interface LabelPoint {
  index: number;
  x: number;
  y: number;
  depth: number;
  score: number;
}

/** The order in which points are asked for labels: by priority, then index. Made once for each priority array. */
export function priorityOrder(priority: Float32Array): Uint32Array {
  const order = Uint32Array.from(priority, (_, i) => i);
  const safe = Float32Array.from(priority, (v) => (Number.isFinite(v) ? v : Number.NEGATIVE_INFINITY));
  return order.sort((a, b) => (safe[a] === safe[b] ? a - b : safe[a] < safe[b] ? 1 : -1));
}

/**
 * The points on screen that deserve labels, at most some 1,200, best first in `order`. A score goes from 0 to 1
 * with the rank, half of it with nearness, and a little more for labels already shown, so that they do not
 * flicker while the map turns.
 * @param t progress of the position animation
 * @param depthCue 0 on a flat map, where all are equally near
 */
export function labelPoints(
  order: Uint32Array,
  projection: ScreenProjection,
  track: PositionTrack,
  t: number,
  focus: number,
  depthCue: number,
  eligible: (index: number) => boolean,
  shown: (index: number) => boolean,
): LabelPoint[] {
  const found: LabelPoint[] = [];
  const place = [0, 0, 0];
  const { from, to } = track;
  for (let rank = 0; rank < order.length && found.length < MOST; rank++) {
    const index = order[rank];
    const k = index * 3;
    if (k >= to.length || !eligible(index)) continue;
    const x = from[k] + (to[k] - from[k]) * t;
    const y = from[k + 1] + (to[k + 1] - from[k + 1]) * t;
    const z = from[k + 2] + (to[k + 2] - from[k + 2]) * t;
    if (!projectPlace(projection, x, y, z, place)) continue;
    if (place[0] < 0 || place[0] > projection.width || place[1] < 0 || place[1] > projection.height) continue;
    const behind = depthCue * Math.min(1, Math.max(-1, (place[2] - focus) / 1.2));
    const score = 1 - rank / order.length - 0.5 * behind + (shown(index) ? 0.2 : 0);
    found.push({ index, x: place[0], y: place[1], depth: place[2], score });
  }
  return found;
}
