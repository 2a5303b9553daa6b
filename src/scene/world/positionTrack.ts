import type { Places } from './places.ts';
import { countOf, NOWHERE, placeAt, WORLD_FRAME } from './places.ts';

/** Where every point comes from and goes to, and the time between; the shaders interpolate. */
export interface PositionTrack {
  /** The same as `to` at rest. */
  from: Places;
  to: Places;
  /** n. */
  count: number;
  startedAt: number;
  /** Milliseconds; 0 when at rest. */
  duration: number;
  /** Counts changes of n, and of who the points are. */
  version: number;
}

/** An empty track. */
export function createTrack(): PositionTrack {
  return { from: NOWHERE, to: NOWHERE, count: 0, startedAt: 0, duration: 0, version: 0 };
}

/** How far along the way the points are at `now`, 0 to 1, slowing towards the end. */
export function progressAt(track: PositionTrack, now: number): number {
  if (track.duration <= 0) return 1;
  const t = Math.min(1, Math.max(0, (now - track.startedAt) / track.duration));
  // no slow start: frames that stream in would stop and go
  return 1 - (1 - t) ** 3;
}

/**
 * Sends the points to `next`, from wherever they are at `now`. A new number of points appears at once. Nothing is
 * copied but the places of points that are still under way.
 * @param duration milliseconds, 0 for at once
 */
export function retarget(track: PositionTrack, next: Places, now: number, duration: number): void {
  const count = countOf(next);
  if (count !== track.count) {
    Object.assign(track, { from: next, to: next, count, duration: 0, version: track.version + 1 });
    return;
  }
  track.from = duration <= 0 ? next : standing(track, progressAt(track, now));
  track.to = next;
  track.startedAt = now;
  track.duration = duration;
}

/**
 * Sends another number of points to `next`: row i comes from where row `sources[i]` of the points before it is at
 * `now`, or appears in its place where that is −1.
 */
export function regroup(
  track: PositionTrack,
  next: Places,
  sources: Int32Array,
  now: number,
  duration: number,
): void {
  const t = progressAt(track, now);
  const from = new Float32Array(sources.length * 3);
  const place: [number, number, number] = [0, 0, 0];
  for (let row = 0; row < sources.length; row++) {
    const isKnown = sources[row] >= 0 && duration > 0;
    from.set(isKnown ? positionAt(track, sources[row], t, place) : placeAt(next, row, place), row * 3);
  }
  track.from = { raw: from, dims: 3, frame: WORLD_FRAME };
  track.to = next;
  track.count = sources.length;
  track.startedAt = now;
  track.duration = duration;
  track.version += 1;
}

/** Ends the animation: at rest `from` and `to` are the same. @returns whether anything changed */
export function settle(track: PositionTrack): boolean {
  if (track.duration === 0) return false;
  track.from = track.to;
  track.duration = 0;
  return true;
}

/** World position of point `index` at progress `t`, into `out`. */
export function positionAt(
  { from, to }: PositionTrack,
  index: number,
  t: number,
  out: [number, number, number],
): [number, number, number] {
  if (t >= 1 || from === to) return placeAt(to, index, out);
  placeAt(from, index, out);
  const [x, y, z] = out;
  placeAt(to, index, out);
  out[0] = x + (out[0] - x) * t;
  out[1] = y + (out[1] - y) * t;
  out[2] = z + (out[2] - z) * t;
  return out;
}

function standing(track: PositionTrack, t: number): Places {
  if (t >= 1 || track.from === track.to) return track.to;
  const raw = new Float32Array(track.count * 3);
  const place: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < track.count; i++) raw.set(positionAt(track, i, t, place), i * 3);
  return { raw, dims: 3, frame: WORLD_FRAME };
}
