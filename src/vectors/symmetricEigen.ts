import { type Random, seededRandom } from './random.ts';
import type { Steps } from './steps.ts';

/** The largest eigenvalues of a symmetric matrix, descending, with their unit eigenvectors. */
export interface Eigenpairs {
  readonly values: Float64Array<ArrayBuffer>;
  /** One eigenvector a row, `count` × m; the sign is arbitrary but always the same. */
  readonly vectors: Float64Array<ArrayBuffer>;
}

/** Vectors iterated beyond those asked for: each further one speeds the convergence of the last. */
const OVERSAMPLING = 9;
/** Residual at which a pair counts as found, relative to the largest eigenvalue. */
const TOLERANCE = 1e-11;
const MAX_ITERATIONS = 300;
/** Degree of the polynomial that each iteration applies. */
const DEGREE = 10;
/** The most by which a polynomial may raise one vector above another: beyond, rounding would drown the lesser. */
const MOST_GAIN = 1e8;

/**
 * The `count` largest eigenpairs of a symmetric, positive semi-definite m × m matrix, by orthogonal
 * (subspace) iteration with Rayleigh–Ritz, sped up by Chebyshev polynomials (Saad, Numerical Methods for Large
 * Eigenvalue Problems, ch. 5 and 7.4).
 * `count` ≤ m. Deterministic: it always starts from the same vectors.
 */
export function* largestEigenpairs(matrix: Float64Array, m: number, count: number): Steps<Eigenpairs> {
  const width = Math.min(m, count + OVERSAMPLING);
  const random = seededRandom(0);
  let basis = new Float64Array(width * m).map(() => random() - 0.5);
  orthonormalise(basis, m, random);
  for (let iteration = 1; ; iteration++) {
    const image = times(matrix, basis, m);
    const small = new Float64Array(width * width);
    for (let a = 0; a < width; a++) {
      for (let b = 0; b < width; b++) small[a * width + b] = dotRows(basis, a, image, b, m);
    }
    const ritz = jacobiEigen(small, width);
    const vectors = combine(ritz.vectors, basis, width, m);
    const images = combine(ritz.vectors, image, width, m);
    let residual = 0;
    for (let a = 0; a < count; a++) {
      let squares = 0;
      for (let i = 0; i < m; i++) squares += (images[a * m + i] - ritz.values[a] * vectors[a * m + i]) ** 2;
      residual = Math.max(residual, Math.sqrt(squares));
    }
    if (residual <= TOLERANCE * Math.abs(ritz.values[0]) || iteration === MAX_ITERATIONS) {
      return { values: ritz.values.slice(0, count), vectors: vectors.slice(0, count * m) };
    }
    basis = filter(matrix, vectors, images, ritz.values, m);
    orthonormalise(basis, m, random);
    yield { done: iteration, total: MAX_ITERATIONS };
  }
}

/**
 * Applies to the Ritz `vectors` a Chebyshev polynomial that is small on 0 … the least Ritz value, where the
 * unwanted eigenvalues lie, and grows fast above. `images` are the vectors times the matrix.
 */
function filter(
  matrix: Float64Array,
  vectors: Float64Array,
  images: Float64Array,
  ritz: Float64Array,
  m: number,
) {
  const centre = ritz[ritz.length - 1] / 2;
  // no unwanted eigenvalue but 0: one plain step takes it away
  if (!(centre > MOST_GAIN ** -1 * ritz[0])) return images.slice();
  const shifted = (image: Float64Array, of: Float64Array) => image.map((value, i) => value / centre - of[i]);
  const top = ritz[0] / centre - 1;
  let before = vectors;
  let current = shifted(images, vectors);
  // the recurrence T₂ = 2 x T₁ − T₀, beside it its value at the largest eigenvalue
  let [gainBefore, gain] = [1, top];
  for (let degree = 1; degree < DEGREE; degree++) {
    const next = 2 * top * gain - gainBefore;
    if (next > MOST_GAIN) break;
    [gainBefore, gain] = [gain, next];
    const raised = shifted(times(matrix, current, m), current);
    for (let i = 0; i < raised.length; i++) raised[i] = 2 * raised[i] - before[i];
    before = current;
    current = raised;
  }
  return current;
}

function dotRows(a: Float64Array, rowA: number, b: Float64Array, rowB: number, m: number): number {
  let sum = 0;
  for (let p = rowA * m, q = rowB * m, end = p + m; p < end; p++, q++) sum += a[p] * b[q];
  return sum;
}

/** Rows of `vectors` multiplied by the symmetric `matrix`. */
function times(matrix: Float64Array, vectors: Float64Array, m: number): Float64Array<ArrayBuffer> {
  const result = new Float64Array(vectors.length);
  for (let v = 0; v * m < vectors.length; v++) {
    for (let i = 0; i < m; i++) result[v * m + i] = dotRows(matrix, i, vectors, v, m);
  }
  return result;
}

/** New rows: row a is the sum of `rows` weighed by row a of the width × width `weights`. */
function combine(weights: Float64Array, rows: Float64Array, width: number, m: number) {
  const result = new Float64Array(width * m);
  for (let a = 0; a < width; a++) {
    for (let b = 0; b < width; b++) {
      const weight = weights[a * width + b];
      for (let i = 0; i < m; i++) result[a * m + i] += weight * rows[b * m + i];
    }
  }
  return result;
}

/** Gram–Schmidt, each row twice; a row that lies in the span of those before is replaced by a random one. */
function orthonormalise(rows: Float64Array, m: number, random: Random): void {
  for (let a = 0; a * m < rows.length; a++) {
    for (let attempt = 0; ; attempt++) {
      const before = Math.sqrt(dotRows(rows, a, rows, a, m));
      for (let pass = 0; pass < 2; pass++) {
        for (let b = 0; b < a; b++) {
          const share = dotRows(rows, a, rows, b, m);
          for (let i = 0; i < m; i++) rows[a * m + i] -= share * rows[b * m + i];
        }
      }
      const after = Math.sqrt(dotRows(rows, a, rows, a, m));
      // what cancellation has left of a dependent row is noise along the rows before it
      if (after > 1e-12 * before && after > 0) {
        for (let i = 0; i < m; i++) rows[a * m + i] /= after;
        break;
      }
      if (attempt === 20) break;
      for (let i = 0; i < m; i++) rows[a * m + i] = random() - 0.5;
    }
  }
}

/** All eigenpairs of a small symmetric matrix by cyclic Jacobi rotations (Golub & Van Loan, 8.5), descending. */
export function jacobiEigen(matrix: Float64Array, m: number): Eigenpairs {
  const a = matrix.slice();
  const v = new Float64Array(m * m);
  for (let i = 0; i < m; i++) v[i * m + i] = 1;
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    let diagonal = 0;
    for (let p = 0; p < m; p++) {
      diagonal += a[p * m + p] ** 2;
      for (let q = p + 1; q < m; q++) off += a[p * m + q] ** 2;
    }
    if (off <= 1e-32 * diagonal) break;
    for (let p = 0; p < m; p++) {
      for (let q = p + 1; q < m; q++) rotate(a, v, m, p, q);
    }
  }
  const order = Array.from({ length: m }, (_, i) => i).sort((p, q) => a[q * m + q] - a[p * m + p]);
  const values = Float64Array.from(order, (i) => a[i * m + i]);
  const vectors = new Float64Array(m * m);
  order.forEach((from, to) => {
    for (let i = 0; i < m; i++) vectors[to * m + i] = v[i * m + from];
  });
  return { values, vectors };
}

/** Turns the plane (p, q) so that a[p, q] becomes 0. */
function rotate(a: Float64Array, v: Float64Array, m: number, p: number, q: number): void {
  const apq = a[p * m + q];
  if (apq === 0) return;
  const theta = (a[q * m + q] - a[p * m + p]) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let i = 0; i < m; i++) {
    const x = a[i * m + p];
    const y = a[i * m + q];
    a[i * m + p] = c * x - s * y;
    a[i * m + q] = s * x + c * y;
  }
  for (let i = 0; i < m; i++) {
    const x = a[p * m + i];
    const y = a[q * m + i];
    a[p * m + i] = c * x - s * y;
    a[q * m + i] = s * x + c * y;
  }
  for (let i = 0; i < m; i++) {
    const x = v[i * m + p];
    const y = v[i * m + q];
    v[i * m + p] = c * x - s * y;
    v[i * m + q] = s * x + c * y;
  }
}
