/** The share of a layer's output that the residual connection carries past the attention, as the paper has it. */
const RESIDUAL = 0.5;

/**
 * The mean of the heads of one layer: `weights` is heads × n × n, row-major; the result n × n.
 * @throws RangeError where the numbers are no such cube
 */
export function meanOfHeads(weights: Float32Array, heads: number, n: number): Float32Array<ArrayBuffer> {
  if (weights.length !== heads * n * n) throw new RangeError(`${weights.length} weights, ${heads} × ${n}²`);
  const mean = new Float32Array(n * n);
  for (let at = 0; at < n * n; at++) {
    let sum = 0;
    for (let head = 0; head < heads; head++) sum += weights[head * n * n + at];
    mean[at] = sum / heads;
  }
  return mean;
}

/**
 * Attention rolled out (Abnar and Zuidema 2020, "Quantifying Attention Flow in Transformers", section 3): how much
 * of each token of the text, at the input, has come into each token after a layer. With Ā the mean of a layer's
 * heads and I the residual connection, A = 0.5 Ā + 0.5 I, its rows scaled to sum 1, and rollout(l) = A(l) rollout(l − 1).
 * `layers` are heads × n × n each, the first layer first; the result is n × n a layer, row i the shares of token i,
 * sum 1. Sums in double precision.
 * @throws RangeError as meanOfHeads
 */
export function attentionRollout(
  layers: readonly Float32Array[],
  heads: number,
  n: number,
): Float32Array<ArrayBuffer>[] {
  let before = identity(n);
  return layers.map((weights) => {
    const step = withResidual(meanOfHeads(weights, heads, n), n);
    before = product(step, before, n);
    return Float32Array.from(before);
  });
}

function identity(n: number): Float64Array {
  const one = new Float64Array(n * n);
  for (let i = 0; i < n; i++) one[i * n + i] = 1;
  return one;
}

function withResidual(mean: Float32Array, n: number): Float64Array {
  const mixed = Float64Array.from(mean, (weight) => weight * (1 - RESIDUAL));
  for (let row = 0; row < n; row++) {
    mixed[row * n + row] += RESIDUAL;
    let sum = 0;
    for (let at = row * n; at < (row + 1) * n; at++) sum += mixed[at];
    for (let at = row * n; at < (row + 1) * n; at++) mixed[at] /= sum;
  }
  return mixed;
}

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const c = new Float64Array(n * n);
  for (let row = 0; row < n; row++) {
    for (let k = 0; k < n; k++) {
      const weight = a[row * n + k];
      if (weight === 0) continue;
      for (let column = 0; column < n; column++) c[row * n + column] += weight * b[k * n + column];
    }
  }
  return c;
}
