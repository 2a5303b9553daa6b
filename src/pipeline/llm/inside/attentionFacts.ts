import type { InsideToken } from './insideAnswer.ts';

/** A token and its share of another's attention, 0 … 1. */
export interface Look {
  readonly token: number;
  readonly share: number;
}

/** Whom token `from` looks at most in `matrix` (n × n, row-major), best first; equal shares in the text's order. */
export function looksMost(matrix: Float32Array, n: number, from: number, count: number): Look[] {
  return Array.from({ length: n }, (_, token) => ({ token, share: matrix[from * n + token] }))
    .sort((a, b) => b.share - a.share || a.token - b.token)
    .slice(0, count);
}

/** Shannon entropy of the attention of token `from`, in bits: 0 for one token alone, log2 n for all alike. */
export function attentionEntropy(matrix: Float32Array, n: number, from: number): number {
  let bits = 0;
  for (let at = from * n; at < (from + 1) * n; at++) {
    if (matrix[at] > 0) bits -= matrix[at] * Math.log2(matrix[at]);
  }
  return Math.max(0, bits);
}

/** Where attention rests that looks for nothing: the model's own marks; the first token where it sets none. */
export function sinksOf(tokens: readonly Pick<InsideToken, 'kind'>[]): number[] {
  const marks = tokens.flatMap(({ kind }, token) => (kind === 'special' ? [token] : []));
  return marks.length > 0 || tokens.length === 0 ? marks : [0];
}

/**
 * The share of their attention that the tokens other than `sinks` give to these, on average, 0 … 1 (the attention
 * sinks of Xiao et al. 2024). Null where there are no others.
 */
export function sinkShare(matrix: Float32Array, n: number, sinks: readonly number[]): number | null {
  let sum = 0;
  let rows = 0;
  for (let row = 0; row < n; row++) {
    if (sinks.includes(row)) continue;
    rows++;
    for (const sink of sinks) sum += matrix[row * n + sink];
  }
  return rows === 0 ? null : sum / rows;
}

/** The share of their attention that the other tokens give to `to`, on average, 0 … 1; null where it is alone. */
export function sharesReceived(matrix: Float32Array, n: number, to: number): number | null {
  if (n < 2) return null;
  let sum = 0;
  for (let row = 0; row < n; row++) if (row !== to) sum += matrix[row * n + to];
  return sum / (n - 1);
}

/** Whether no token looks at one after it: above the diagonal of every head (`weights`: heads × n × n) stands 0. */
export function looksOnlyBack(weights: Float32Array, n: number): boolean {
  for (let at = 0; at < weights.length; at++) {
    if (weights[at] > 1e-6 && at % n > Math.floor(at / n) % n) return false;
  }
  return true;
}
