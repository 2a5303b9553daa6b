/**
 * The mean silhouette on cosine distance (Rousseeuw 1987), −1 … 1: how much nearer the vectors lie to their own
 * cluster than to the next. `vectors` is row-major, one row a label; rows labelled below 0 are left out. A
 * cluster of one scores 0, a zero vector is at distance 1 from all, as in scikit-learn 1.9's
 * silhouette_score(metric='cosine'). null where there are fewer than 2 clusters or as many as rows.
 */
export function cosineSilhouette(
  vectors: Float32Array,
  dim: number,
  labels: ArrayLike<number>,
): number | null {
  const rows = Array.from(labels, (label, row) => (label < 0 ? -1 : row)).filter((row) => row >= 0);
  const names = [...new Set(rows.map((row) => labels[row]))];
  if (names.length < 2 || names.length > rows.length - 1) return null;
  const clusters = rows.map((row) => names.indexOf(labels[row]));
  const sizes = new Float64Array(names.length);
  for (const cluster of clusters) sizes[cluster]++;
  const sums = distanceSums(vectors, dim, rows, clusters, names.length);
  let total = 0;
  clusters.forEach((own, i) => {
    if (sizes[own] === 1) return;
    const inner = sums[i * names.length + own] / (sizes[own] - 1);
    let outer = Number.POSITIVE_INFINITY;
    sizes.forEach((size, c) => {
      if (c !== own) outer = Math.min(outer, sums[i * names.length + c] / size);
    });
    const larger = Math.max(inner, outer);
    if (larger > 0) total += (outer - inner) / larger;
  });
  return total / rows.length;
}

/** Of each row the sum of its cosine distances to the members of each cluster: rows × clusters. */
function distanceSums(
  vectors: Float32Array,
  dim: number,
  rows: readonly number[],
  clusters: readonly number[],
  k: number,
): Float64Array<ArrayBuffer> {
  const lengths = rows.map((row) => Math.sqrt(product(vectors, dim, row, row)));
  const sums = new Float64Array(rows.length * k);
  for (let i = 0; i < rows.length; i++) {
    for (let j = 0; j < i; j++) {
      const scale = lengths[i] * lengths[j];
      const cosine = scale > 0 ? product(vectors, dim, rows[i], rows[j]) / scale : 0;
      const distance = Math.min(2, Math.max(0, 1 - cosine));
      sums[i * k + clusters[j]] += distance;
      sums[j * k + clusters[i]] += distance;
    }
  }
  return sums;
}

function product(vectors: Float32Array, dim: number, a: number, b: number): number {
  let sum = 0;
  for (let p = a * dim, q = b * dim, end = p + dim; p < end; p++, q++) sum += vectors[p] * vectors[q];
  return sum;
}
