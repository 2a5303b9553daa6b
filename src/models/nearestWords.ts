/**
 * The rows of `data` (rows × dim, row-major; `norms[i]` is the length of row i) nearest to `vector` by cosine,
 * best first, equal scores by row. Exact: every row is compared. Rows of length 0 are left out.
 */
export function nearestRows(
  data: Float32Array<ArrayBuffer>,
  norms: Float32Array<ArrayBuffer>,
  vector: Float32Array<ArrayBuffer>,
  k: number,
): { readonly rows: number[]; readonly scores: Float32Array<ArrayBuffer> } {
  const dim = vector.length;
  let length = 0;
  for (let d = 0; d < dim; d++) length += vector[d] * vector[d];
  length = Math.sqrt(length);
  const wanted = length > 0 ? Math.min(Math.max(0, Math.floor(k)), norms.length) : 0;
  const rows: number[] = [];
  const best: number[] = [];
  for (let row = 0; wanted > 0 && row < norms.length; row++) {
    if (norms[row] === 0) continue;
    let dot = 0;
    for (let d = 0, at = row * dim; d < dim; d++, at++) dot += data[at] * vector[d];
    const score = dot / (norms[row] * length);
    if (rows.length === wanted && score <= best[wanted - 1]) continue;
    let place = rows.length;
    while (place > 0 && best[place - 1] < score) place--;
    rows.splice(place, 0, row);
    best.splice(place, 0, score);
    if (rows.length > wanted) {
      rows.pop();
      best.pop();
    }
  }
  return { rows, scores: Float32Array.from(best) };
}

/** The length of each row of a row-major buffer. */
export function rowLengths(data: Float32Array<ArrayBuffer>, dim: number): Float32Array<ArrayBuffer> {
  const norms = new Float32Array(data.length / dim);
  for (let row = 0; row < norms.length; row++) {
    let squares = 0;
    for (let at = row * dim; at < (row + 1) * dim; at++) squares += data[at] * data[at];
    norms[row] = Math.sqrt(squares);
  }
  return norms;
}
