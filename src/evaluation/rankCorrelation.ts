/**
 * Pearson's correlation of two equally long lists of finite numbers, −1 … 1, as scipy.stats.pearsonr. null where one
 * list has all values equal or there are fewer than two. Throws RangeError where the lengths differ.
 */
export function pearson(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  const n = a.length;
  if (n !== b.length) throw new RangeError('a correlation needs two lists of one length');
  // asked of the values, not of their variance, which rounding keeps from 0
  if (isConstant(a) || isConstant(b)) return null;
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  const [scaleA, scaleB] = [farthest(a, meanA), farthest(b, meanB)];
  let product = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let i = 0; i < n; i++) {
    // scaled, so that no square is too large or too small for a double
    const x = (a[i] - meanA) / scaleA;
    const y = (b[i] - meanB) / scaleB;
    product += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  return Math.max(-1, Math.min(1, product / Math.sqrt(squaresA) / Math.sqrt(squaresB)));
}

/**
 * Spearman's rank correlation of two equally long lists of finite numbers, −1 … 1: Pearson's of their mean ranks, as
 * scipy.stats.spearmanr. null and RangeError as for `pearson`.
 */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  if (a.length !== b.length) throw new RangeError('a correlation needs two lists of one length');
  return pearson(meanRanks(a), meanRanks(b));
}

/** The rank of each value, 1 for the least; equal values share the mean of their ranks (scipy.stats.rankdata). */
export function meanRanks(values: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const n = values.length;
  const order = Int32Array.from({ length: n }, (_, i) => i).sort((p, q) => values[p] - values[q]);
  const ranks = new Float64Array(n);
  for (let from = 0, to = 0; from < n; from = to) {
    while (to < n && values[order[to]] === values[order[from]]) to++;
    for (let at = from; at < to; at++) ranks[order[at]] = (from + to + 1) / 2;
  }
  return ranks;
}

function isConstant(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
  return true;
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

function farthest(values: ArrayLike<number>, from: number): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i] - from));
  return most;
}
