import type { Steps } from './steps.ts';

/** Vectors on their way to given cosines. */
export interface FitState {
  /** Steps taken, from 0. */
  readonly step: number;
  /** Mean over all pairs of (cosine − target)². */
  readonly loss: number;
  /** n × dim, rows of length 1. */
  readonly vectors: Float32Array<ArrayBuffer>;
}

/** How the rate grows after a step that lowered the loss, and shrinks after one that did not (the "bold driver"). */
const FASTER = 1.1;
const SLOWER = 0.5;
/** So small a rate moves nothing any more. */
const LEAST_RATE = 1e-9;

/**
 * Trains vectors until their cosines are given ones: gradient descent on the mean over all pairs of (cosine − target)²,
 * from `start` (n × dim, rows of length 1), each row kept at length 1. A step that would not lower the loss is taken
 * again at half the rate, so the loss never rises. `targets` is n × n, symmetric. Returns the state after each
 * number of steps in `keep` (ascending); fewer where the loss cannot be lowered any more. Deterministic. Yields
 * after every step.
 */
export function* cosineFitSteps(
  start: Float32Array,
  targets: Float32Array,
  dim: number,
  keep: readonly number[],
): Steps<FitState[]> {
  const n = start.length / dim;
  const last = keep[keep.length - 1] ?? 0;
  const states: FitState[] = [];
  let vectors = Float64Array.from(start);
  let errors = errorsOf(vectors, targets, n, dim);
  // one word is then moved by about the mean of what the others ask of it
  let rate = 1 / n;
  for (let step = 0; ; step++) {
    if (keep.includes(step)) states.push({ step, loss: errors.loss, vectors: Float32Array.from(vectors) });
    if (step >= last) return states;
    const gradient = gradientOf(vectors, errors.matrix, n, dim);
    for (;;) {
      const moved = movedBy(vectors, gradient, rate, dim);
      const next = errorsOf(moved, targets, n, dim);
      if (next.loss < errors.loss) {
        [vectors, errors] = [moved, next];
        rate *= FASTER;
        break;
      }
      rate *= SLOWER;
      if (rate < LEAST_RATE) return states;
    }
    yield { done: step + 1, total: last };
  }
}

interface Errors {
  /** n × n: cosine − target, 0 on the diagonal. */
  readonly matrix: Float64Array<ArrayBuffer>;
  readonly loss: number;
}

function errorsOf(vectors: Float64Array, targets: Float32Array, n: number, dim: number): Errors {
  const matrix = new Float64Array(n * n);
  let squares = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      let cosine = 0;
      for (let a = i * dim, b = j * dim, end = a + dim; a < end; a++, b++) cosine += vectors[a] * vectors[b];
      const error = cosine - targets[i * n + j];
      squares += error * error;
      matrix[i * n + j] = error;
      matrix[j * n + i] = error;
    }
  }
  return { matrix, loss: squares / ((n * (n - 1)) / 2) };
}

/** For each row Σ error × other row, without what lies along the row itself: that would only change its length. */
function gradientOf(vectors: Float64Array, matrix: Float64Array, n: number, dim: number) {
  const gradient = new Float64Array(n * dim);
  for (let i = 0; i < n; i++) {
    const from = i * dim;
    for (let j = 0; j < n; j++) {
      const error = matrix[i * n + j];
      for (let d = 0; d < dim; d++) gradient[from + d] += error * vectors[j * dim + d];
    }
    let along = 0;
    for (let d = 0; d < dim; d++) along += gradient[from + d] * vectors[from + d];
    for (let d = 0; d < dim; d++) gradient[from + d] -= along * vectors[from + d];
  }
  return gradient;
}

function movedBy(vectors: Float64Array, gradient: Float64Array, rate: number, dim: number) {
  const moved = vectors.map((value, at) => value - rate * gradient[at]);
  for (let from = 0; from < moved.length; from += dim) {
    let squares = 0;
    for (let d = 0; d < dim; d++) squares += moved[from + d] ** 2;
    const length = Math.sqrt(squares);
    for (let d = 0; d < dim; d++) moved[from + d] /= length;
  }
  return moved;
}
