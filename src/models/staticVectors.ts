import { Fault } from '../contract/fault.ts';
import { decodeHalves } from './half.ts';
import type { StaticCard } from './modelCard.ts';

/**
 * The rows of `vectors.bin`, rows × dim, row-major, as float32. Layouts as in the card: float16 rows, or one
 * float32 scale a row, then int8 rows (vector = scale × integers); little endian.
 * Throws Fault `asset-corrupt` when the file's size does not fit the card or a value is not finite.
 */
export function decodeVectors(
  bytes: Uint8Array<ArrayBuffer>,
  { vectors, dim, files }: Pick<StaticCard, 'vectors' | 'dim' | 'files'>,
): Float32Array<ArrayBuffer> {
  const { rows, dtype, layout } = vectors;
  const expected = dtype === 'float16' ? rows * dim * 2 : rows * 4 + rows * dim;
  const fits = (dtype === 'float16') === (layout === 'rows');
  if (!fits || bytes.byteLength !== expected) {
    throw new Fault('asset-corrupt', { file: files.vectors.path, expected, got: bytes.byteLength });
  }
  const data =
    dtype === 'float16' ? decodeHalves(bytes.buffer, bytes.byteOffset, rows * dim) : scaled(bytes, rows, dim);
  if (!data.every(Number.isFinite)) {
    throw new Fault('asset-corrupt', { file: files.vectors.path, expected: 'numbers', got: 'NaN' });
  }
  return data;
}

function scaled(bytes: Uint8Array<ArrayBuffer>, rows: number, dim: number): Float32Array<ArrayBuffer> {
  const scales = new Float32Array(bytes.buffer, bytes.byteOffset, rows);
  const integers = new Int8Array(bytes.buffer, bytes.byteOffset + rows * 4, rows * dim);
  const data = new Float32Array(rows * dim);
  for (let row = 0; row < rows; row++) {
    const scale = scales[row];
    for (let at = row * dim; at < (row + 1) * dim; at++) data[at] = scale * integers[at];
  }
  return data;
}
