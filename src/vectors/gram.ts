import type { Steps } from './steps.ts';
import { GROUP, makeTileKernel, panelOffset, TILE } from './tileKernel.ts';

/** Numbers of a vector that are multiplied in one go, which bounds the memory of the panels to 2 MB. */
const CHUNK = 2048;

/**
 * All products of centred rows or columns of a row-major n × dim buffer, as a full symmetric m × m matrix
 * in double precision. `columns`: m = dim, entry (a, b) = Σ over rows of (x_a − mean_a)(x_b − mean_b), the
 * scatter matrix. `rows`: m = n, the Gram matrix of the centred rows. `mean` is the mean row.
 */
export function* gramSteps(
  data: Float32Array,
  dim: number,
  mean: Float64Array,
  side: 'rows' | 'columns',
): Steps<Float64Array<ArrayBuffer>> {
  const n = data.length / dim;
  const m = side === 'rows' ? n : dim;
  const length = side === 'rows' ? dim : n;
  const gram = new Float64Array(m * m);
  const kernel = makeTileKernel(Math.min(CHUNK, length));
  const pack = (panel: Float64Array, start: number, count: number, from: number, to: number) => {
    panel.fill(0);
    for (let slot = 0; slot < count; slot++) {
      let at = panelOffset(slot, kernel.dim);
      const vector = start + slot;
      for (let t = from; t < to; t++, at += GROUP) {
        panel[at] =
          side === 'rows' ? data[vector * dim + t] - mean[t] : data[t * dim + vector] - mean[vector];
      }
    }
  };
  const blocks = Math.ceil(m / TILE);
  const total = (Math.ceil(length / CHUNK) * (blocks * (blocks + 1))) / 2;
  let done = 0;
  for (let from = 0; from < length; from += CHUNK) {
    const to = Math.min(from + CHUNK, length);
    for (let a = 0; a < m; a += TILE) {
      const rowCount = Math.min(TILE, m - a);
      pack(kernel.rows, a, rowCount, from, to);
      for (let b = a; b < m; b += TILE) {
        const columnCount = Math.min(TILE, m - b);
        pack(kernel.columns, b, columnCount, from, to);
        kernel.dot(rowCount, columnCount);
        for (let r = 0; r < rowCount; r++) {
          for (let c = 0; c < columnCount; c++) gram[(a + r) * m + b + c] += kernel.sums[r * TILE + c];
        }
        done++;
        yield { done, total };
      }
    }
  }
  for (let a = 0; a < m; a++) for (let b = 0; b < a; b++) gram[a * m + b] = gram[b * m + a];
  return gram;
}
