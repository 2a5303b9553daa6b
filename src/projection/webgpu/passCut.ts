import { GPU_TILE } from './neighbourShaders.ts';

/** How a neighbour search is cut: `columns` divides `rows`, and `rows` divides `chunkRows`. */
export interface PassCut {
  /** How many rows one pass compares with how many columns. */
  readonly rows: number;
  readonly columns: number;
  /** Rows of one buffer of vectors. */
  readonly chunkRows: number;
}

/** Enough workgroups (512) for a large GPU, and at most 16 MB of candidates. */
const ROWS = 2048;
const COLUMNS = 1024;
/**
 * Rows × columns × width of one pass: 3 × 10⁹ operations, so 3 ms at 1 TFLOP/s and 30 ms on a GPU a tenth as fast.
 * Wider rows make the pass smaller.
 */
const LARGEST_PASS = 2 ** 30;
/** Vectors are written to a buffer through memory of the same size: in parts of 64 MB, some 50 ms each, it is easy to have. */
const LARGEST_CHUNK = 2 ** 26;

/** The cut for vectors of `width` numbers: passes of powers of 2, of one tile or more. */
export function passCut(
  width: number,
  limits: Pick<GPUSupportedLimits, 'maxBufferSize' | 'maxStorageBufferBindingSize'>,
): PassCut {
  let rows = ROWS;
  let columns = COLUMNS;
  while (rows * columns * width > LARGEST_PASS && rows > GPU_TILE) {
    if (rows > columns) rows /= 2;
    else columns /= 2;
  }
  const bytes = Math.min(LARGEST_CHUNK, limits.maxBufferSize, limits.maxStorageBufferBindingSize);
  return { rows, columns, chunkRows: Math.max(rows, Math.floor(bytes / (4 * width * rows)) * rows) };
}
