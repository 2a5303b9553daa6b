import type { WorkOptions } from './embeddingModel.ts';
import { pause } from './pause.ts';
import type { TokenRows } from './tokenRows.ts';

/** Rows made numbers of at a time: at 576 columns 0.6 MB, which stays in a core's cache for all vectors. */
const rowsAtOnce = 128;
/** Milliseconds of work before the worker looks for messages. */
const workAtOnce = 40;

/** The rows of a table nearest to each of n vectors. */
export interface NearestRows {
  readonly k: number;
  /** n × k, best first, equal scores by row; −1 where a vector has no direction. */
  readonly ids: Int32Array<ArrayBuffer>;
  /** n × k cosines. */
  readonly scores: Float32Array<ArrayBuffer>;
}

/** `nearestTokenRows` where the browser has no kernels: every row is compared with every vector in double precision. */
export async function nearestTokensPlainly(
  table: TokenRows,
  vectors: Float32Array<ArrayBuffer>,
  k: number,
  { signal, onProgress }: WorkOptions = {},
): Promise<NearestRows> {
  const { dim, rows } = table;
  const n = vectors.length / dim;
  const kept = Math.min(Math.max(0, Math.floor(k)), rows);
  const ids = new Int32Array(n * kept).fill(-1);
  const scores = new Float32Array(n * kept).fill(-2);
  const units = unitRows(vectors, dim);
  const block = new Float64Array(Math.min(rowsAtOnce, rows) * dim);
  let pausedAt = performance.now();
  for (let from = 0; from < rows && kept > 0 && n > 0; from += rowsAtOnce) {
    if (performance.now() - pausedAt > workAtOnce || from === 0) {
      onProgress?.(from, rows);
      await pause();
      signal?.throwIfAborted();
      pausedAt = performance.now();
    }
    const count = Math.min(rowsAtOnce, rows - from);
    table.read(from, count, block);
    const lengths = lengthsOf(block, dim, count);
    for (let vector = 0; vector < n; vector++) {
      const at = vector * kept;
      for (let row = 0; row < count; row++) {
        if (lengths[row] === 0) continue;
        const score = Math.fround(dot(units, vector * dim, block, row * dim, dim) / lengths[row]);
        if (score > scores[at + kept - 1]) insert(ids, scores, at, kept, from + row, score);
      }
    }
  }
  for (let vector = 0; vector < n; vector++) {
    if (hasDirection(units, vector * dim, dim)) continue;
    ids.fill(-1, vector * kept, (vector + 1) * kept);
  }
  for (let at = 0; at < ids.length; at++) if (ids[at] < 0) scores[at] = 0;
  signal?.throwIfAborted();
  onProgress?.(rows, rows);
  return { k: kept, ids, scores };
}

/** Puts a row into a list of the best so far; equal scores stand in the order of their coming. */
function insert(
  ids: Int32Array<ArrayBuffer>,
  scores: Float32Array<ArrayBuffer>,
  from: number,
  kept: number,
  id: number,
  score: number,
): void {
  let place = from + kept - 1;
  while (place > from && scores[place - 1] < score) {
    scores[place] = scores[place - 1];
    ids[place] = ids[place - 1];
    place--;
  }
  scores[place] = score;
  ids[place] = id;
}

/**
 * The product of two rows. Four sums at a time, so that none waits for another. Of doubles: with float32, whose every number is widened first, it
 * takes half as long again (1.5 against 1.0 ns a product).
 */
export function dot(a: Float64Array, fromA: number, b: Float64Array, fromB: number, dim: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const whole = dim - (dim % 4);
  for (let d = 0; d < whole; d += 4) {
    s0 += a[fromA + d] * b[fromB + d];
    s1 += a[fromA + d + 1] * b[fromB + d + 1];
    s2 += a[fromA + d + 2] * b[fromB + d + 2];
    s3 += a[fromA + d + 3] * b[fromB + d + 3];
  }
  for (let d = whole; d < dim; d++) s0 += a[fromA + d] * b[fromB + d];
  return s0 + s1 + (s2 + s3);
}

function lengthsOf(block: Float64Array, dim: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, row) =>
    Math.sqrt(dot(block, row * dim, block, row * dim, dim)),
  );
}

/** Rows (n × dim) at length 1, in double precision; those of length 0 as they are. */
export function unitRows(vectors: ArrayLike<number>, dim: number): Float64Array<ArrayBuffer> {
  const units = Float64Array.from(vectors);
  for (let from = 0; from < units.length; from += dim) {
    const length = Math.sqrt(dot(units, from, units, from, dim));
    if (length > 0) for (let d = 0; d < dim; d++) units[from + d] /= length;
  }
  return units;
}

function hasDirection(units: Float64Array, from: number, dim: number): boolean {
  for (let d = 0; d < dim; d++) if (units[from + d] !== 0) return true;
  return false;
}
