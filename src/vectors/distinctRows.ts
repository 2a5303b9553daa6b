/** Which rows of a buffer say something of their own. */
export interface DistinctRows {
  /** The first row of each kind, ascending. */
  readonly first: readonly number[];
  /** Of each row, the place in `first` of the row that it repeats (its own place where it repeats none). */
  readonly of: Int32Array<ArrayBuffer>;
}

/**
 * Rows farther apart than this are different. Float32 sums leave up to 1e-6 between vectors that ought to be
 * equal (a word's table vector in sentences of different length); two contexts never come closer than 0.01
 * in the bundled models.
 */
const SAME = 1e-5;

/** Groups the rows of a row-major n × dim buffer whose Euclidean distance to an earlier row is at most 1e-5. */
export function distinctRows(data: Float32Array, dim: number): DistinctRows {
  const first: number[] = [];
  const of = Int32Array.from({ length: data.length / dim }, (_, row) => {
    const known = first.findIndex((other) => isSameRow(data, dim, row, other));
    return known >= 0 ? known : first.push(row) - 1;
  });
  return { first, of };
}

function isSameRow(data: Float32Array, dim: number, a: number, b: number): boolean {
  let squares = 0;
  for (let d = 0, p = a * dim, q = b * dim; d < dim; d++, p++, q++) {
    squares += (data[p] - data[q]) ** 2;
    if (squares > SAME * SAME) return false;
  }
  return true;
}
