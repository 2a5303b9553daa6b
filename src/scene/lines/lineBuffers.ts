import { bytesFromHex } from '../colourSpace.ts';
import type { Places } from '../world/places.ts';
import { placeAt } from '../world/places.ts';
import type { PositionTrack } from '../world/positionTrack.ts';

/** The instanced attributes of all line segments; the first `count` are drawn. */
export interface LineBuffers {
  /** World places of both ends, before and after the position animation, 3 each. */
  startFrom: Float32Array;
  startTo: Float32Array;
  endFrom: Float32Array;
  endTo: Float32Array;
  /** sRGB and opacity. */
  paint: Uint8Array;
  /** Width and arrow head's length in CSS pixels (0: none), dash length (0: solid), shortening at both ends. */
  stroke: Float32Array;
  count: number;
}

/** A segment between two points of the map, or two fixed world places. */
export interface LineSpec {
  start: number | readonly [number, number, number];
  end: number | readonly [number, number, number];
  /** sRGB, `#rrggbb`. */
  colour: string;
  opacity: number;
  width: number;
  head: number;
  dash: number;
  /** CSS pixels left free at both ends, so that a line ends at a marker's ring. */
  inset: number;
}

/** Buffers that hold exactly these lines, filled. Lines to points that do not exist are left out. */
export function lineBuffers(lines: readonly LineSpec[], track: PositionTrack): LineBuffers {
  const kept = drawable(lines, track);
  const buffers: LineBuffers = {
    startFrom: new Float32Array(kept.length * 3),
    startTo: new Float32Array(kept.length * 3),
    endFrom: new Float32Array(kept.length * 3),
    endTo: new Float32Array(kept.length * 3),
    paint: new Uint8Array(kept.length * 4),
    stroke: new Float32Array(kept.length * 4),
    count: kept.length,
  };
  for (const [i, line] of kept.entries()) {
    buffers.paint.set([...bytesFromHex(line.colour), Math.round(line.opacity * 255)], i * 4);
    buffers.stroke.set([line.width, line.head, line.dash, line.inset], i * 4);
  }
  placeLines(lines, track, buffers);
  return buffers;
}

function drawable(lines: readonly LineSpec[], track: PositionTrack): LineSpec[] {
  const n = track.count;
  const exists = (end: LineSpec['start']): boolean => typeof end !== 'number' || (end >= 0 && end < n);
  return lines.filter((line) => exists(line.start) && exists(line.end));
}

/** Writes the ends again after the points got new positions; `lines` are those the buffers were made of. */
export function placeLines(lines: readonly LineSpec[], track: PositionTrack, buffers: LineBuffers): void {
  const place: [number, number, number] = [0, 0, 0];
  const put = (end: LineSpec['start'], source: Places, out: Float32Array, i: number): void => {
    if (typeof end === 'number') out.set(placeAt(source, end, place), i * 3);
    else out.set(end, i * 3);
  };
  const kept = drawable(lines, track);
  // another number of points comes with new buffers
  if (kept.length !== buffers.count) return;
  for (const [i, line] of kept.entries()) {
    put(line.start, track.from, buffers.startFrom, i);
    put(line.start, track.to, buffers.startTo, i);
    put(line.end, track.from, buffers.endFrom, i);
    put(line.end, track.to, buffers.endTo, i);
  }
}

/** The lines of a selection: thin ones to each neighbour, a dashed one to the compared point. */
export function selectionLines(
  selected: number | null,
  compared: number | null,
  neighbours: Int32Array,
  line: string,
  ink: string,
): LineSpec[] {
  if (selected === null) return [];
  const lines: LineSpec[] = [...neighbours]
    .filter((index) => index !== selected)
    .map((index) => ({
      start: selected,
      end: index,
      colour: line,
      opacity: 0.75,
      width: 1.25,
      head: 0,
      dash: 0,
      inset: 6,
    }));
  if (compared !== null && compared !== selected)
    lines.push({
      start: selected,
      end: compared,
      colour: ink,
      opacity: 0.9,
      width: 1.6,
      head: 0,
      dash: 7,
      inset: 11,
    });
  return lines;
}
