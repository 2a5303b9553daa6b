import { placeAt } from '../world/places.ts';
import type { PositionTrack } from '../world/positionTrack.ts';
import type { AtlasGlyph } from './glyphAtlas.ts';
import type { PlacedText } from './textWants.ts';

/** The instanced attributes of all glyphs on screen; the first `count` are drawn. */
export interface GlyphBuffers {
  anchorFrom: Float32Array;
  anchorTo: Float32Array;
  box: Float32Array;
  texels: Float32Array;
  tint: Uint8Array;
  style: Float32Array;
  /** The point each glyph belongs to, or a negative number. */
  owner: Int32Array;
  count: number;
}

/** Buffers for at most `capacity` glyphs. */
export function createGlyphBuffers(capacity: number): GlyphBuffers {
  return {
    anchorFrom: new Float32Array(capacity * 3),
    anchorTo: new Float32Array(capacity * 3),
    box: new Float32Array(capacity * 4),
    texels: new Float32Array(capacity * 4),
    tint: new Uint8Array(capacity * 4),
    style: new Float32Array(capacity * 3),
    owner: new Int32Array(capacity),
    count: 0,
  };
}

/** One line of text to write into the buffers. */
export interface GlyphRun {
  /** The point it belongs to, or a negative number. */
  owner: number;
  glyphs: readonly AtlasGlyph[];
  /** Pen advances in texels, one a glyph. */
  advances: readonly number[];
  /** World places before and after the position animation. */
  from: readonly [number, number, number];
  to: readonly [number, number, number];
  /** Left end of the baseline, CSS pixels from the anchor, y down. */
  x: number;
  baseline: number;
  /** CSS pixels a texel. */
  scale: number;
  /** sRGB bytes and opacity. */
  tint: readonly [number, number, number, number];
  /** When it first appeared, seconds. */
  born: number;
  /** Whether it fades with depth. */
  hazy: boolean;
}

/** Appends a run. @returns false, writing nothing, if it does not fit */
export function appendRun(buffers: GlyphBuffers, run: GlyphRun): boolean {
  if ((buffers.count + run.glyphs.length) * 3 > buffers.style.length) return false;
  let pen = run.x;
  for (const [i, glyph] of run.glyphs.entries()) {
    const n = buffers.count;
    buffers.anchorFrom.set(run.from, n * 3);
    buffers.anchorTo.set(run.to, n * 3);
    buffers.box[n * 4] = pen + glyph.left * run.scale;
    buffers.box[n * 4 + 1] = run.baseline - glyph.top * run.scale;
    buffers.box[n * 4 + 2] = glyph.width * run.scale;
    buffers.box[n * 4 + 3] = glyph.height * run.scale;
    buffers.texels[n * 4] = glyph.x;
    buffers.texels[n * 4 + 1] = glyph.y;
    buffers.texels[n * 4 + 2] = glyph.width;
    buffers.texels[n * 4 + 3] = glyph.height;
    buffers.owner[n] = run.owner;
    buffers.tint.set(run.tint, n * 4);
    buffers.style[n * 3] = run.scale;
    buffers.style[n * 3 + 1] = run.born;
    buffers.style[n * 3 + 2] = run.hazy ? 1 : 0;
    buffers.count += 1;
    pen += run.advances[i] * run.scale;
  }
  return true;
}

/**
 * Ties the glyphs of points, and of regions' names, to their present ends; others stay.
 * @param texts those that the glyphs with negative owners were written for
 */
export function reanchor(
  buffers: GlyphBuffers,
  track: PositionTrack,
  texts: readonly PlacedText[] = [],
): void {
  const place: [number, number, number] = [0, 0, 0];
  for (let n = 0; n < buffers.count; n++) {
    const owner = buffers.owner[n];
    if (owner >= 0) {
      if (owner >= track.count) continue;
      buffers.anchorFrom.set(placeAt(track.from, owner, place), n * 3);
      buffers.anchorTo.set(placeAt(track.to, owner, place), n * 3);
      continue;
    }
    const text = texts[-1 - owner];
    const k = text?.kind === 'region' ? text.index * 3 : 0;
    if (text?.kind !== 'region' || k >= text.shapes.centreTo.length) continue;
    buffers.anchorFrom.set(text.shapes.centreFrom.subarray(k, k + 3), n * 3);
    buffers.anchorTo.set(text.shapes.centreTo.subarray(k, k + 3), n * 3);
  }
}
