/** The mean of the rows of a row-major n × dim buffer: dim numbers in double precision; zeros where n = 0. */
export function meanRow(data: Float32Array, dim: number): Float64Array<ArrayBuffer> {
  const mean = new Float64Array(dim);
  const rows = data.length / dim;
  for (let row = 0; row < rows; row++) {
    const from = row * dim;
    for (let d = 0; d < dim; d++) mean[d] += data[from + d];
  }
  if (rows > 0) for (let d = 0; d < dim; d++) mean[d] /= rows;
  return mean;
}

/** A copy of a row-major n × dim buffer with the mean of its rows subtracted from each row. */
export function centreRows(data: Float32Array, dim: number): Float32Array<ArrayBuffer> {
  const mean = meanRow(data, dim);
  const centred = new Float32Array(data.length);
  for (let from = 0; from < data.length; from += dim) {
    for (let d = 0; d < dim; d++) centred[from + d] = data[from + d] - mean[d];
  }
  return centred;
}
