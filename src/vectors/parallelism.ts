/** How alike the directions of n arrows are. Cosines, −1 … 1; an arrow of length 0 has cosine 0 with every other. */
export interface Parallelism {
  /** The mean over all pairs of distinct arrows. */
  readonly mean: number;
  /** The same when every start gets the end of another arrow: the mean over all n − 1 cyclic shifts of the ends. */
  readonly shuffled: number;
  /** Of each arrow with the mean of the others. */
  readonly own: Float64Array<ArrayBuffer>;
  /** The mean of `own` over the same shifts. */
  readonly ownShuffled: number;
}

/**
 * Compares the arrows from each row of `from` to the same row of `to` (both n × dim, n ≥ 2). Shuffled arrows are what
 * to compare with, not 0: where all starts are countries and all ends are cities, even a wrong pair points from
 * countries to cities.
 */
export function parallelism(
  from: Float32Array<ArrayBuffer>,
  to: Float32Array<ArrayBuffer>,
  dim: number,
): Parallelism {
  const n = from.length / dim;
  const given = agreement(from, to, dim, 0);
  let shuffled = 0;
  let ownShuffled = 0;
  for (let shift = 1; shift < n; shift++) {
    const { mean, own } = agreement(from, to, dim, shift);
    shuffled += mean / (n - 1);
    ownShuffled += own.reduce((sum, value) => sum + value, 0) / n / (n - 1);
  }
  return { ...given, shuffled, ownShuffled };
}

/** How the arrows agree when row i leads to row i + shift. */
function agreement(from: Float32Array, to: Float32Array, dim: number, shift: number) {
  const n = from.length / dim;
  const arrows = new Float64Array(n * dim);
  const lengths = new Float64Array(n);
  const sum = new Float64Array(dim);
  const directions = new Float64Array(dim);
  for (let row = 0; row < n; row++) {
    const end = ((row + shift) % n) * dim;
    let squares = 0;
    for (let d = 0; d < dim; d++) {
      const step = to[end + d] - from[row * dim + d];
      arrows[row * dim + d] = step;
      sum[d] += step;
      squares += step * step;
    }
    lengths[row] = Math.sqrt(squares);
    for (let d = 0; d < dim && squares > 0; d++) directions[d] += arrows[row * dim + d] / lengths[row];
  }
  // |Σ u|² holds every pair twice and each arrow once with itself
  const whole = directions.reduce((total, value) => total + value * value, 0);
  const pointing = lengths.reduce((count, length) => count + Number(length > 0), 0);
  const own = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    let product = 0;
    let squares = 0;
    for (let d = 0; d < dim; d++) {
      const others = sum[d] - arrows[row * dim + d];
      product += others * arrows[row * dim + d];
      squares += others * others;
    }
    const scale = lengths[row] * Math.sqrt(squares);
    own[row] = scale > 0 ? product / scale : 0;
  }
  return { mean: (whole - pointing) / (n * (n - 1)), own };
}
