/** A query as an index asks it: query ≈ factor · integers. */
export interface QueryIntegers {
  readonly integers: Int16Array<ArrayBuffer>;
  readonly factor: number;
  /** The length of the query, and of query − factor · integers. */
  readonly length: number;
  readonly error: number;
}

/** Greatest integer of a row; kernels keep to it too. */
const MOST_OF_ROW = 127;

/** As fine integers as keep their products with rows of int8 within int32; null where the query is of length 0. */
export function queryIntegers(query: Float64Array<ArrayBuffer>): QueryIntegers | null {
  let most = 0;
  for (const value of query) most = Math.max(most, Math.abs(value));
  if (most === 0) return null;
  const finest = Math.min(0x7fff, Math.floor(0x7fffffff / (MOST_OF_ROW * query.length)));
  const factor = most / finest;
  const integers = new Int16Array(query.length);
  let squares = 0;
  let wrongs = 0;
  for (let d = 0; d < query.length; d++) {
    integers[d] = Math.round(query[d] / factor);
    squares += query[d] ** 2;
    wrongs += (query[d] - factor * integers[d]) ** 2;
  }
  return { integers, factor, length: Math.sqrt(squares), error: Math.sqrt(wrongs) };
}
