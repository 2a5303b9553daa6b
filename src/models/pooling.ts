import type { Pooling } from '../contract/options.ts';

/**
 * One vector out of a text's token vectors, written to `out` (dim numbers). `states` is tokens × dim, row-major,
 * of the real tokens alone: no padding. As in sentence-transformers, `cls` takes the first token, `last` the last
 * one ([SEP] in BERT), `mean` all of them, special tokens included.
 */
export function pool(
  states: Float32Array<ArrayBuffer>,
  dim: number,
  pooling: Pooling,
  out: Float32Array<ArrayBuffer>,
): void {
  const tokens = states.length / dim;
  if (pooling === 'mean') meanOfRows(states, dim, 0, tokens, out);
  else out.set(pooling === 'cls' ? states.subarray(0, dim) : states.subarray((tokens - 1) * dim));
}

/** The mean of rows `from` … `to` − 1 of a row-major buffer, summed in double precision, written to `out`. */
export function meanOfRows(
  states: Float32Array<ArrayBuffer>,
  dim: number,
  from: number,
  to: number,
  out: Float32Array<ArrayBuffer>,
): void {
  for (let d = 0; d < dim; d++) {
    let sum = 0;
    for (let row = from; row < to; row++) sum += states[row * dim + d];
    out[d] = sum / (to - from);
  }
}

/** Scales a vector to length 1 in place; a zero vector stays as it is. */
export function normalise(vector: Float32Array<ArrayBuffer>): void {
  let squares = 0;
  for (let d = 0; d < vector.length; d++) squares += vector[d] * vector[d];
  const length = Math.sqrt(squares);
  if (length > 0) for (let d = 0; d < vector.length; d++) vector[d] /= length;
}
