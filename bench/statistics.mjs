/** The middle of some numbers (the mean of the two middle ones where their count is even), and how far they reach. */
export function summarise(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  return { median, low: sorted[0], high: sorted[sorted.length - 1], runs: sorted.length };
}

/** The least cosine between the rows of two n × dim matrices that should be the same. */
export function leastCosine(a, b, dim) {
  if (a.length !== b.length || a.length % dim !== 0)
    throw new RangeError(`${a.length} and ${b.length} values`);
  let least = 1;
  for (let from = 0; from < a.length; from += dim) {
    let [dot, aa, bb] = [0, 0, 0];
    for (let d = from; d < from + dim; d++) {
      dot += a[d] * b[d];
      aa += a[d] * a[d];
      bb += b[d] * b[d];
    }
    const cosine = dot / Math.sqrt(aa * bb);
    if (!(cosine >= least)) least = cosine;
  }
  return least;
}
