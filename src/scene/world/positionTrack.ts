/** Where every point comes from and goes to: the two position buffers on the GPU, and the time between. */
export interface PositionTrack {
  /** n × 3 world units. The arrays are replaced, with `version`, only when n changes. */
  from: Float32Array;
  to: Float32Array;
  startedAt: number;
  /** Milliseconds; 0 when at rest. */
  duration: number;
  /** Counts replacements of the arrays. */
  version: number;
}

/** An empty track. */
export function createTrack(): PositionTrack {
  return { from: new Float32Array(0), to: new Float32Array(0), startedAt: 0, duration: 0, version: 0 };
}

/** How far along the way the points are at `now`, 0 to 1, slowing towards the end. */
export function progressAt(track: PositionTrack, now: number): number {
  if (track.duration <= 0) return 1;
  const t = Math.min(1, Math.max(0, (now - track.startedAt) / track.duration));
  // no slow start: frames that stream in would stop and go
  return 1 - (1 - t) ** 3;
}

/**
 * Sends the points to `next` (n × 3), from wherever they are at `now`. A new number of points appears at once.
 * @param duration milliseconds, 0 for at once
 */
export function retarget(track: PositionTrack, next: Float32Array, now: number, duration: number): void {
  if (next.length !== track.to.length) {
    track.from = next.slice();
    track.to = next.slice();
    track.duration = 0;
    track.version += 1;
    return;
  }
  const t = progressAt(track, now);
  const { from, to } = track;
  for (let i = 0; i < next.length; i++) from[i] += (to[i] - from[i]) * t;
  to.set(next);
  if (duration <= 0) from.set(next);
  track.startedAt = now;
  track.duration = duration;
}

/**
 * Sends another number of points to `next` (n × 3): row i comes from where row `sources[i]` of the points before it
 * is at `now`, or appears in its place where that is −1.
 */
export function regroup(
  track: PositionTrack,
  next: Float32Array,
  sources: Int32Array,
  now: number,
  duration: number,
): void {
  const t = progressAt(track, now);
  const from = next.slice();
  for (let row = 0; row < sources.length; row++) {
    if (sources[row] >= 0 && duration > 0) from.set(positionAt(track, sources[row], t, [0, 0, 0]), row * 3);
  }
  track.from = from;
  track.to = next.slice();
  track.startedAt = now;
  track.duration = duration;
  track.version += 1;
}

/** Ends the animation: at rest `from` and `to` are the same. @returns whether anything changed */
export function settle(track: PositionTrack): boolean {
  if (track.duration === 0) return false;
  track.from.set(track.to);
  track.duration = 0;
  return true;
}

/** World position of point `index` at progress `t`, into `out`. */
export function positionAt(
  track: PositionTrack,
  index: number,
  t: number,
  out: [number, number, number],
): [number, number, number] {
  for (let axis = 0; axis < 3; axis++) {
    const from = track.from[index * 3 + axis];
    out[axis] = from + (track.to[index * 3 + axis] - from) * t;
  }
  return out;
}
