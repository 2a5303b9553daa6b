/**
 * The least silhouette of any point, −1 … 1 (Rousseeuw 1987), on squared distances, for `labels` 0 … k − 1 of n points
 * whose inner products are `gram`, n × n: how clearly even the most doubtful point belongs where it is. A point alone
 * in its cluster counts 0, as Rousseeuw has it, and so does all where there is but one cluster.
 */
export function leastSilhouette(gram: Float64Array, n: number, labels: Int32Array, k: number): number {
  const sizes = new Int32Array(k);
  for (const label of labels) sizes[label]++;
  let least = 1;
  for (let i = 0; i < n; i++) {
    const sums = new Float64Array(k);
    for (let j = 0; j < n; j++) {
      sums[labels[j]] += Math.max(0, gram[i * n + i] + gram[j * n + j] - 2 * gram[i * n + j]);
    }
    const home = labels[i];
    const within = sizes[home] > 1 ? sums[home] / (sizes[home] - 1) : Number.NaN;
    let nearest = Number.POSITIVE_INFINITY;
    for (let c = 0; c < k; c++) {
      if (c !== home && sizes[c] > 0) nearest = Math.min(nearest, sums[c] / sizes[c]);
    }
    const silhouette = (nearest - within) / Math.max(nearest, within);
    // not a number for a point alone, for one cluster, and for equal points in two
    least = Math.min(least, Number.isFinite(silhouette) ? silhouette : 0);
  }
  return n > 0 ? least : 0;
}
