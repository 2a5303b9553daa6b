import { expect, type Page } from '@playwright/test';

/** A part of a picture, pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Width and height of a PNG, as its header says. */
export function sizeOf(png: Buffer): { width: number; height: number } {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** Of each pixel of a part of a PNG the sum of its colours. */
export async function pixelsOf(page: Page, png: Buffer, { x, y, width, height }: Area): Promise<number[]> {
  return page.evaluate(
    async ([base64, left, top, w, h]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(w, h).getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(picture, -left, -top);
      const { data } = context.getImageData(0, 0, w, h);
      return Array.from({ length: w * h }, (_, k) => data[k * 4] + data[k * 4 + 1] + data[k * 4 + 2]);
    },
    [png.toString('base64'), x, y, width, height] as const,
  );
}

/** Share of pixels that differ visibly. */
export function difference(a: readonly number[], b: readonly number[]): number {
  expect(a.length).toBe(b.length);
  return a.filter((value, at) => Math.abs(value - b[at]) > 60).length / a.length;
}
