import type { StoredMatrix } from './bertWeights.ts';

/** Columns of a panel; tools/kernels/assembly/encoder/product.ts says the same. */
const COLUMNS = 8;

/**
 * Writes a matrix as the kernels read it, in float32: panels of eight columns, each row by row, one panel after another
 * (`out`: k × n numbers). Each number is the stored one times its scale, rounded to float32, as the graph's own
 * `Cast → Mul` gives it.
 */
export function writePanels({ k, n, values, bits, scales }: StoredMatrix, out: Float32Array): void {
  const groups = scales.length / n;
  const size = k / groups;
  const half = size / 2;
  for (let column = 0; column < n; column += COLUMNS) {
    let at = column * k;
    for (let row = 0; row < k; row++) {
      const group = Math.floor(row / size);
      const scale = group * n + column;
      if (bits === 8) {
        const from = row * n + column;
        for (let c = 0; c < COLUMNS; c++) out[at++] = values[from + c] * scales[scale + c];
      } else {
        const within = row - group * size;
        const low = within < half;
        const from = (group * half + (low ? within : within - half)) * n + column;
        for (let c = 0; c < COLUMNS; c++) {
          const byte = values[from + c];
          // two's complement of 4 bits, at either end of the byte
          const value = low ? (byte << 28) >> 28 : byte >> 4;
          out[at++] = value * scales[scale + c];
        }
      }
    }
  }
}
