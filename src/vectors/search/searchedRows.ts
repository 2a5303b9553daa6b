/** Rows that are searched, and how one of them is scored exactly. */
export interface SearchedRows {
  readonly count: number;
  readonly dim: number;
  /** What a score is: the row's cosine similarity with the query, or their dot product. */
  readonly metric: 'cosine' | 'dot';
  /** Writes rows `from` … `from` + `count` − 1 to `out`, count × dim, row-major; numbers may be rounded to float32. */
  copy(from: number, count: number, out: Float32Array): void;
  /**
   * Scores rows by their number, in the arithmetic that decides the order: it may differ from the true score by rounding to
   * float32 and no more. The query is as it was asked, of any length but 0.
   */
  scorer(query: Float64Array<ArrayBuffer>): (row: number) => number;
}

/** The best rows, best first, equal scores by lower row. */
export interface Found {
  readonly rows: Int32Array<ArrayBuffer>;
  readonly scores: Float32Array<ArrayBuffer>;
}

/** Which rows are looked among: all, where nothing is said. */
export interface Among {
  /** Rows `from` … `to` − 1. */
  readonly from?: number;
  readonly to?: number;
  /** Rows left out. */
  readonly without?: ReadonlySet<number>;
}

/** The rows of `data` (count × dim), scored by their dot product, summed in order in double precision and kept as float32. */
export function dotRows(data: Float32Array, dim: number): SearchedRows {
  return {
    count: data.length / dim,
    dim,
    metric: 'dot',
    copy: (from, count, out) => out.set(data.subarray(from * dim, (from + count) * dim)),
    scorer: (query) => (row) => {
      const at = row * dim;
      let sum = 0;
      for (let d = 0; d < dim; d++) sum += data[at + d] * query[d];
      return Math.fround(sum);
    },
  };
}
