import { FADED, HIDDEN, SHOWN } from '../mapProps.ts';

/** What singles a point out; the shader draws rings by it. */
export const MARK_NEIGHBOUR = 1;
export const MARK_HOVERED = 2;
export const MARK_COMPARED = 3;
export const MARK_SELECTED = 4;

/** Where visibility and mark stand in the byte that holds the shape in its lowest three bits. */
const VISIBLE_SHIFT = 3;
const MARK_SHIFT = 5;

/** Stored size steps for a factor of 1: factors up to 3.98 fit a byte. */
const SIZE_UNIT = 64;

/** How the points look, each array the caller's own. */
export interface PointLooks {
  /** n × 3, sRGB; missing ones are mid grey. */
  readonly colours: Uint8Array;
  /** Missing ones are discs. */
  readonly shapes: Uint8Array;
  /** Missing ones are SHOWN. */
  readonly visible?: Uint8Array;
  /** Factors of the marker's diameter; missing ones are 1. */
  readonly sizes?: Float32Array;
}

/** The points that are singled out. */
export interface Marks {
  readonly selected: number | null;
  readonly compared: number | null;
  readonly hovered: number | null;
  readonly highlighted: Int32Array;
}

/** The mark of each point that has one; the selected point outranks the rest. Indices below 0 or from `count` on are left out. */
export function marksOf(
  { selected, compared, hovered, highlighted }: Marks,
  count: number,
): Map<number, number> {
  const marks = new Map<number, number>();
  const put = (index: number | null, mark: number): void => {
    if (index !== null && index >= 0 && index < count) marks.set(index, mark);
  };
  for (const index of highlighted) put(index, MARK_NEIGHBOUR);
  put(hovered, MARK_HOVERED);
  put(compared, MARK_COMPARED);
  put(selected, MARK_SELECTED);
  return marks;
}

/**
 * Packs the points from `start` to `end` (exclusive) into `out`, four bytes each: red, green, blue; then shape (three
 * bits), visibility (two) and mark (three).
 */
export function packLooks(
  { colours, shapes, visible }: PointLooks,
  marks: ReadonlyMap<number, number>,
  start: number,
  end: number,
  out: Uint8Array,
): void {
  for (let i = start, k = 0; i < end; i++, k += 4) {
    const c = i * 3;
    const isKnown = c + 2 < colours.length;
    out[k] = isKnown ? colours[c] : 128;
    out[k + 1] = isKnown ? colours[c + 1] : 128;
    out[k + 2] = isKnown ? colours[c + 2] : 128;
    const shape = i < shapes.length ? shapes[i] % 6 : 0;
    const shown = visible && i < visible.length ? Math.min(SHOWN, visible[i]) : SHOWN;
    out[k + 3] = shape | (shown << VISIBLE_SHIFT);
  }
  for (const [index, mark] of marks)
    if (index >= start && index < end) out[(index - start) * 4 + 3] |= mark << MARK_SHIFT;
}

/** Packs the size factors from `start` to `end` (exclusive) into `out`, a byte each: 64 is 1. */
export function packSizes(sizes: Float32Array, start: number, end: number, out: Uint8Array): void {
  for (let i = start; i < end; i++) {
    const factor = i < sizes.length ? sizes[i] : 1;
    out[i - start] = Math.min(255, Math.max(16, Math.round(factor * SIZE_UNIT)));
  }
}

/** Whether a point is in full view, neither hidden nor faded. */
export function isShown(visible: Uint8Array | undefined, index: number): boolean {
  const value = visible?.[index] ?? SHOWN;
  return value !== HIDDEN && value !== FADED;
}
