import { meanRow } from './mean.ts';
import { unitRows } from './normalise.ts';

/** Below this a row lies on the mean: float32 leaves up to 1e-6 between vectors that ought to be equal. */
const ON_MEAN = 1e-5;

/**
 * In which direction each row lies from the mean of all: every row of a row-major n × dim buffer brought to length 1,
 * the mean of these taken off, and brought to length 1 again; zeros for a row that lies on the mean (within 1e-5), so
 * all are zero where all rows are alike. Word vectors share a large common part that says nothing of their meaning
 * (Mu & Viswanath 2018); without it clusters lie farther apart.
 */
export function directionsFromMean(data: Float32Array, dim: number): Float32Array<ArrayBuffer> {
  const rows = unitRows(data, dim);
  const mean = meanRow(rows, dim);
  for (let from = 0; from < rows.length; from += dim) {
    let squares = 0;
    for (let d = 0; d < dim; d++) squares += (rows[from + d] - mean[d]) ** 2;
    const length = Math.sqrt(squares);
    for (let d = 0; d < dim; d++) rows[from + d] = length > ON_MEAN ? (rows[from + d] - mean[d]) / length : 0;
  }
  return rows;
}
