import TinySDF from '@mapbox/tiny-sdf';
import { DataTexture, LinearFilter, RedFormat, UnsignedByteType } from 'three';
import { createSlots } from './glyphSlots.ts';

/** System fonts; the last names are what Linux and Android call their Han fonts. */
const LABEL_FONT =
  'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';

/** Distance field: font size in texels, padding round a glyph, texels that the field reaches. */
export const SDF_SIZE = 32;
const BUFFER = 6;
/** Texels between the field's value 0 and 1; the edge lies at 1 − CUTOFF. */
export const SDF_RADIUS = 10;
export const SDF_CUTOFF = 0.35;

/** Side of the square that each glyph has in the atlas, with a texel between neighbours. */
const CELL = SDF_SIZE + BUFFER * 4 + 1;
const WIDTH = 1024;
const ACROSS = Math.floor(WIDTH / CELL);
const HEIGHTS = [512, 1024, 2048];

/** A glyph in the atlas: texels, and its place relative to the pen on the baseline. */
export interface AtlasGlyph {
  x: number;
  y: number;
  width: number;
  height: number;
  /** From the pen to the left of the drawn box, and from the baseline up to its top; texels. */
  left: number;
  top: number;
}

/** Draws graphemes with the system's fonts into one texture of distance fields, on demand. */
export class GlyphAtlas {
  readonly texture: DataTexture;
  private readonly sdf: TinySDF;
  private readonly slots = createSlots(ACROSS * Math.floor(HEIGHTS[0] / CELL));
  private readonly glyphs: AtlasGlyph[] = [];
  private readonly advances = new Map<string, number>();
  private readonly pen: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D | null;
  private pixels = new Uint8Array(WIDTH * HEIGHTS[0]);
  private height = HEIGHTS[0];

  /** @param lang BCP 47 tag that picks the forms of Han characters */
  constructor(lang: string) {
    this.sdf = new TinySDF({
      fontSize: SDF_SIZE,
      fontFamily: LABEL_FONT,
      fontWeight: '500',
      buffer: BUFFER,
      radius: SDF_RADIUS,
      cutoff: SDF_CUTOFF,
      lang,
    });
    const canvas =
      typeof OffscreenCanvas === 'undefined' ? document.createElement('canvas') : new OffscreenCanvas(1, 1);
    this.pen = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D | null;
    if (this.pen) this.pen.font = `500 ${SDF_SIZE}px ${LABEL_FONT}`;
    this.texture = new DataTexture(this.pixels, WIDTH, this.height, RedFormat, UnsignedByteType);
    this.texture.minFilter = LinearFilter;
    this.texture.magFilter = LinearFilter;
    this.texture.needsUpdate = true;
  }

  /** Texels of the atlas: x across, y down. */
  get size(): { width: number; height: number } {
    return { width: WIDTH, height: this.height };
  }

  /** Pen advance of a grapheme in texels of font size {@link SDF_SIZE}; draws nothing. */
  advance(grapheme: string): number {
    const known = this.advances.get(grapheme);
    if (known !== undefined) return known;
    const advance = this.pen?.measureText(grapheme).width ?? SDF_SIZE;
    // texts of many scripts could fill memory with advances over a long day
    if (this.advances.size > 20_000) this.advances.clear();
    this.advances.set(grapheme, advance);
    return advance;
  }

  /** Glyphs asked for from now on are in use until the next call; others may be evicted. */
  nextRound(): void {
    this.slots.nextRound();
  }

  /** The glyph of a grapheme, drawn if need be; null when the atlas is full of glyphs in use. */
  glyph(grapheme: string): AtlasGlyph | null {
    const found = this.slots.find(grapheme);
    if (found !== undefined) return this.glyphs[found];
    let slot = -1;
    if (this.slots.size < this.slots.capacity) slot = this.slots.take(grapheme);
    else if (this.enlarge()) slot = this.slots.take(grapheme);
    else slot = this.slots.take(grapheme);
    if (slot < 0) return null;
    const glyph = this.draw(grapheme, slot);
    this.glyphs[slot] = glyph;
    return glyph;
  }

  /** Frees the texture. */
  dispose(): void {
    this.texture.dispose();
  }

  private draw(grapheme: string, slot: number): AtlasGlyph {
    const { data, width, height, glyphTop, glyphLeft } = this.sdf.draw(grapheme);
    const x = (slot % ACROSS) * CELL;
    const y = Math.floor(slot / ACROSS) * CELL;
    for (let row = 0; row < CELL; row++) {
      const at = (y + row) * WIDTH + x;
      this.pixels.fill(0, at, at + CELL);
      if (row < height) this.pixels.set(data.subarray(row * width, (row + 1) * width), at);
    }
    this.texture.needsUpdate = true;
    return { x, y, width, height, left: glyphLeft - BUFFER, top: glyphTop + BUFFER };
  }

  private enlarge(): boolean {
    const next = HEIGHTS[HEIGHTS.indexOf(this.height) + 1];
    if (next === undefined) return false;
    const pixels = new Uint8Array(WIDTH * next);
    pixels.set(this.pixels);
    this.pixels = pixels;
    this.height = next;
    this.slots.grow(ACROSS * Math.floor(next / CELL));
    // the size of a texture on the GPU is fixed: dispose frees it, the next use makes one of the new size
    this.texture.dispose();
    this.texture.image = { data: pixels, width: WIDTH, height: next };
    this.texture.needsUpdate = true;
    return true;
  }
}
