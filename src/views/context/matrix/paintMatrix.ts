import type { Theme } from '../../../contract/deepLink.ts';
import { shortDecimals, twoDecimals } from '../../../language/decimals.ts';
import { colourRamp, inkOn, RAMP_SIZE } from './colourRamp.ts';
import type { MatrixLayout } from './matrixLayout.ts';
import { type SimilarityScale, scalePlace } from './similarityScale.ts';

/** A square of similarities ready to be drawn. */
export interface MatrixPicture {
  /** n × n, row-major, −1 … 1. */
  readonly similarity: Float32Array;
  /** n rows of `similarity` in the order drawn. */
  readonly order: Int32Array;
  readonly layout: MatrixLayout;
  readonly scale: SimilarityScale;
  readonly theme: Theme;
}

/** The least side of a cell, in CSS pixels, in which a number can be read. */
const NUMBER_CELL = 22;

/**
 * The map's pixels: size × size × 4 bytes, transparent in the gaps. Each pixel row of a cell is a copy of its first,
 * which keeps 500 × 500 within a few milliseconds.
 */
export function matrixPixels({
  similarity,
  order,
  layout,
  scale,
  theme,
}: MatrixPicture): Uint8ClampedArray<ArrayBuffer> {
  const { size, starts, ends } = layout;
  const n = order.length;
  const colours = rampPixels(theme);
  const pixels = new Uint32Array(size * size);
  const line = new Uint32Array(size);
  for (let row = 0; row < n; row++) {
    const from = order[row] * n;
    for (let column = 0; column < n; column++) {
      const colour = colours[rampIndex(scale, similarity[from + order[column]])];
      // Cells of a pixel or two: a call of fill for each takes longer than the loop.
      for (let x = starts[column]; x < ends[column]; x++) line[x] = colour;
    }
    for (let y = starts[row]; y < ends[row]; y++) pixels.set(line, y * size);
  }
  return new Uint8ClampedArray(pixels.buffer);
}

/** Draws the map on a canvas of layout.size pixels; with `pixelRatio`, the cells' numbers too where they fit. */
export function paintMatrix(
  context: CanvasRenderingContext2D,
  picture: MatrixPicture,
  pixelRatio: number,
): void {
  const { size } = picture.layout;
  context.putImageData(new ImageData(matrixPixels(picture), size, size), 0, 0);
  writeNumbers(context, picture, pixelRatio);
}

function writeNumbers(
  context: CanvasRenderingContext2D,
  { similarity, order, layout, scale, theme }: MatrixPicture,
  pixelRatio: number,
): void {
  const { starts, ends } = layout;
  const n = order.length;
  const cell = (ends[0] - starts[0]) / pixelRatio;
  if (cell < NUMBER_CELL) return;
  const ramp = colourRamp(theme);
  const tell = cell < 42 ? shortDecimals : twoDecimals;
  // Half of 22 is the least that is read with ease; above 17 a number would shout.
  const height = Math.min(17, Math.max(11, cell * 0.36));
  context.font = `${height * pixelRatio}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      const value = similarity[order[row] * n + order[column]];
      context.fillStyle = inkOn(ramp, rampIndex(scale, value));
      context.fillText(
        tell(value),
        (starts[column] + ends[column]) / 2,
        (starts[row] + ends[row]) / 2 + pixelRatio * 0.5,
      );
    }
  }
}

/** The ramp's colour for a similarity. */
function rampIndex(scale: SimilarityScale, value: number): number {
  return Math.round(scalePlace(scale, value) * (RAMP_SIZE - 1));
}

/** The ramp as RGBA in the machine's own byte order, as ImageData has it. */
function rampPixels(theme: Theme): Uint32Array {
  const ramp = colourRamp(theme);
  const bytes = new Uint8Array(RAMP_SIZE * 4);
  for (let i = 0; i < RAMP_SIZE; i++) {
    bytes.set(ramp.subarray(i * 3, i * 3 + 3), i * 4);
    bytes[i * 4 + 3] = 255;
  }
  return new Uint32Array(bytes.buffer);
}
