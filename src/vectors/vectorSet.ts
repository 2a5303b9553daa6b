/**
 * n vectors of `dim` numbers, row-major in one buffer: row i is `data[i * dim .. (i + 1) * dim)`.
 * Whoever holds a VectorSet may read it; nobody writes to it after it was made.
 */
export interface VectorSet {
  readonly ids: readonly string[];
  readonly dim: number;
  /** n × dim, row-major, every value finite. */
  readonly data: Float32Array<ArrayBuffer>;
}

/** Row `index` of a row-major n × dim buffer, as a view (no copy). */
export function rowOf(
  data: Float32Array<ArrayBuffer>,
  dim: number,
  index: number,
): Float32Array<ArrayBuffer> {
  return data.subarray(index * dim, (index + 1) * dim);
}
