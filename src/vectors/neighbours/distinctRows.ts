import type { Steps } from '../steps.ts';

/** Rows sorted by what they hold. */
export interface DistinctRows {
  /** The kind of each of n rows; kinds are numbered by their first rows. */
  readonly kindOf: Int32Array<ArrayBuffer>;
  /** The rows of each kind, ascending. */
  readonly kinds: readonly (readonly number[])[];
}

/** Rows of a step: some milliseconds of work. */
const STEP = 1024;

/** Finds rows of `data` (n × dim) that are equal bit for bit. */
export function* distinctRows(data: Float32Array, dim: number): Steps<DistinctRows> {
  const n = data.length / dim;
  const bits = new Uint32Array(data.buffer, data.byteOffset, data.length);
  const kindOf = new Int32Array(n);
  const kinds: number[][] = [];
  const byHash = new Map<number, number[]>();
  for (let row = 0; row < n; row++) {
    if (row % STEP === 0) yield { done: row, total: n };
    const hash = hashOf(bits, row * dim, dim);
    const alike = byHash.get(hash) ?? [];
    if (alike.length === 0) byHash.set(hash, alike);
    let kind = alike.find((other) => areEqual(bits, kinds[other][0] * dim, row * dim, dim));
    if (kind === undefined) {
      kind = kinds.push([]) - 1;
      alike.push(kind);
    }
    kindOf[row] = kind;
    kinds[kind].push(row);
  }
  return { kindOf, kinds };
}

/** FNV-1a, a word at a time. */
function hashOf(bits: Uint32Array, from: number, count: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < from + count; at++) hash = Math.imul(hash ^ bits[at], 0x01000193);
  return hash;
}

function areEqual(bits: Uint32Array, a: number, b: number, count: number): boolean {
  for (let at = 0; at < count; at++) if (bits[a + at] !== bits[b + at]) return false;
  return true;
}
