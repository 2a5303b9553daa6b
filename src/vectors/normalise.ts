/**
 * The Euclidean length of each row of a row-major n × dim buffer: n numbers in double precision.
 */
export function rowNorms(data: Float32Array, dim: number): Float64Array<ArrayBuffer> {
  const norms = new Float64Array(data.length / dim);
  for (let row = 0; row < norms.length; row++) {
    let sum = 0;
    for (let at = row * dim, end = at + dim; at < end; at++) sum += data[at] * data[at];
    norms[row] = Math.sqrt(sum);
  }
  return norms;
}

/** A copy of a row-major n × dim buffer with every row divided by its length; zero rows stay zero. */
export function unitRows(data: Float32Array, dim: number): Float32Array<ArrayBuffer> {
  const norms = rowNorms(data, dim);
  const unit = new Float32Array(data.length);
  for (let row = 0; row < norms.length; row++) {
    if (norms[row] === 0) continue;
    for (let at = row * dim, end = at + dim; at < end; at++) unit[at] = data[at] / norms[row];
  }
  return unit;
}
