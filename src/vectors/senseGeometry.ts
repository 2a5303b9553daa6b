import { meanRow } from './mean.ts';
import { unitRows } from './normalise.ts';

/**
 * The inner products in which senses are looked for: n × n, symmetric, rows and columns summing to 0, of
 * `rows` of a row-major buffer. Every vector is brought to length 1, the mean of all is taken away, every
 * dimension is divided by the square root of its standard deviation, and what is left is brought to length 1
 * again. The mean is what all occurrences share; the few dimensions in which a transformer varies most
 * would otherwise drown the rest (Timkey & van Schijndel 2021). Half of a full standardisation (the square
 * root) did better than none or all of it, docs/senses.md has the numbers.
 */
export function senseGram(
  data: Float32Array<ArrayBuffer>,
  dim: number,
  rows: readonly number[],
): Float64Array<ArrayBuffer> {
  const n = rows.length;
  const chosen = new Float32Array(n * dim);
  rows.forEach((row, at) => {
    chosen.set(data.subarray(row * dim, (row + 1) * dim), at * dim);
  });
  const unit = unitRows(chosen, dim);
  const mean = meanRow(unit, dim);
  const points = Float64Array.from(unit, (value, at) => value - mean[at % dim]);
  evenSpread(points, dim);
  unitLengths(points, dim);
  return centredGram(points, n, dim);
}

/** Divides each column of centred points by the square root of its standard deviation. */
function evenSpread(points: Float64Array, dim: number): void {
  const n = points.length / dim;
  for (let d = 0; d < dim; d++) {
    let squares = 0;
    for (let at = d; at < points.length; at += dim) squares += points[at] ** 2;
    if (squares === 0) continue;
    const scale = (squares / n) ** 0.25;
    for (let at = d; at < points.length; at += dim) points[at] /= scale;
  }
}

function unitLengths(points: Float64Array, dim: number): void {
  for (let from = 0; from < points.length; from += dim) {
    let squares = 0;
    for (let at = from; at < from + dim; at++) squares += points[at] ** 2;
    if (squares === 0) continue;
    const length = Math.sqrt(squares);
    for (let at = from; at < from + dim; at++) points[at] /= length;
  }
}

/** Inner products of points seen from their mean (Gower's double centring). */
function centredGram(points: Float64Array, n: number, dim: number): Float64Array<ArrayBuffer> {
  const gram = new Float64Array(n * n);
  const means = new Float64Array(n);
  let mean = 0;
  for (let a = 0; a < n; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let p = a * dim, q = b * dim, end = p + dim; p < end; p++, q++) sum += points[p] * points[q];
      gram[a * n + b] = sum;
      gram[b * n + a] = sum;
    }
  }
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) means[a] += gram[a * n + b] / n;
    mean += means[a] / n;
  }
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) gram[a * n + b] += mean - means[a] - means[b];
  }
  return gram;
}
