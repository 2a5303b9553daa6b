import { FADED, HIDDEN, SHOWN } from '../mapProps.ts';

/** What singles a point out; the shader draws rings by it. */
const MARK_NONE = 0;
export const MARK_NEIGHBOUR = 1;
export const MARK_HOVERED = 2;
const MARK_COMPARED = 3;
export const MARK_SELECTED = 4;

/** Stored size steps for a factor of 1: factors up to 3.98 fit a byte. */
const SIZE_UNIT = 64;

/** Copies n × 3 sRGB bytes into `out`; missing ones become mid grey. */
export function fillColours(colours: Uint8Array, out: Uint8Array): void {
  out.fill(128);
  out.set(colours.length > out.length ? colours.subarray(0, out.length) : colours);
}

/**
 * Fills n × 4 bytes: shape, visibility, mark, size. Missing visibilities are SHOWN, missing shapes 0, missing
 * sizes 1. Marks are left as they are.
 */
export function fillTraits(
  shapes: Uint8Array,
  visible: Uint8Array | undefined,
  sizes: Float32Array | undefined,
  out: Uint8Array,
): void {
  for (let i = 0, k = 0; k < out.length; i++, k += 4) {
    out[k] = (shapes[i] ?? 0) % 6;
    out[k + 1] = Math.min(SHOWN, visible?.[i] ?? SHOWN);
    out[k + 3] = Math.min(255, Math.max(16, Math.round((sizes?.[i] ?? 1) * SIZE_UNIT)));
  }
}

/** The points that are singled out. */
export interface Marks {
  selected: number | null;
  compared: number | null;
  hovered: number | null;
  highlighted: Int32Array;
}

/** Writes the marks (third of each four bytes) after clearing those of `before`. Indices out of range are ignored. */
export function fillMarks(before: Marks | null, after: Marks, traits: Uint8Array): void {
  const put = (index: number | null, mark: number): void => {
    if (index !== null && index >= 0 && index * 4 < traits.length) traits[index * 4 + 2] = mark;
  };
  if (before) {
    for (const index of before.highlighted) put(index, MARK_NONE);
    for (const index of [before.hovered, before.compared, before.selected]) put(index, MARK_NONE);
  }
  for (const index of after.highlighted) put(index, MARK_NEIGHBOUR);
  put(after.hovered, MARK_HOVERED);
  put(after.compared, MARK_COMPARED);
  put(after.selected, MARK_SELECTED);
}

/** Whether a point is in full view, neither hidden nor faded. */
export function isShown(visible: Uint8Array | undefined, index: number): boolean {
  const value = visible?.[index] ?? SHOWN;
  return value !== HIDDEN && value !== FADED;
}
