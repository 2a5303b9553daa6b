/** Rows that stand for all: of equal rows the first two. */
export interface DistinctRows {
  /** Numbers of the rows that stand for their groups, ascending. */
  readonly kept: Int32Array<ArrayBuffer>;
  /** The group of each row; groups are numbered by their first rows. */
  readonly groupOf: Int32Array<ArrayBuffer>;
  /** The rows of each group, ascending. */
  readonly groups: readonly (readonly number[])[];
}

/** Finds rows that are equal bit for bit. */
export function distinctRows(data: Float32Array, dim: number): DistinctRows {
  const n = data.length / dim;
  const bits = new Uint32Array(data.buffer, data.byteOffset, data.length);
  const groupOf = new Int32Array(n);
  const groups: number[][] = [];
  const kept: number[] = [];
  const byHash = new Map<number, number[]>();
  for (let row = 0; row < n; row++) {
    const hash = hashOf(bits, row * dim, dim);
    const alike = byHash.get(hash) ?? [];
    if (alike.length === 0) byHash.set(hash, alike);
    let group = alike.find((other) => areEqual(bits, groups[other][0] * dim, row * dim, dim));
    if (group === undefined) {
      group = groups.push([]) - 1;
      alike.push(group);
    }
    groupOf[row] = group;
    if (groups[group].push(row) <= 2) kept.push(row);
  }
  return { kept: Int32Array.from(kept), groupOf, groups };
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
