import { gramSteps } from './gram.ts';
import { meanRow } from './mean.ts';
import { finish, type Steps } from './steps.ts';

/**
 * Linear centred kernel alignment of two vector sets with the same n rows (Kornblith et al. 2019, section 3):
 * ‖YᵀX‖² / (‖XᵀX‖ ‖YᵀY‖) in Frobenius norms, every column centred. 0 … 1; it stays the same when either set is
 * rotated, mirrored, shifted or scaled as a whole. `a` is n × dimA, `b` n × dimB, row-major and finite. NaN where
 * all rows of a set are equal (or there are fewer than two), for then there is nothing to align.
 * Throws RangeError where the sets differ in rows.
 */
export function* linearCkaSteps(a: Float32Array, dimA: number, b: Float32Array, dimB: number): Steps<number> {
  const n = a.length / dimA;
  if (n !== b.length / dimB) throw new RangeError('two vector sets are compared row by row');
  // the rows' side costs n²(dimA + dimB) / 2 products, the columns' side n(dimA + dimB)² / 2
  const { cross, ownA, ownB } =
    n < dimA + dimB ? yield* rowsSide(a, dimA, b, dimB) : yield* columnsSide(a, dimA, b, dimB);
  // rounding must not lift a set's likeness to itself above 1
  return Math.min(1, cross / Math.sqrt(ownA) / Math.sqrt(ownB));
}

/** `linearCkaSteps` at one go. */
export function linearCka(a: Float32Array, dimA: number, b: Float32Array, dimB: number): number {
  return finish(linearCkaSteps(a, dimA, b, dimB));
}

/** Squared Frobenius norms of YᵀX, XᵀX and YᵀY. */
interface Norms {
  readonly cross: number;
  readonly ownA: number;
  readonly ownB: number;
}

/** ‖YᵀX‖² is the sum of products of the entries of XXᵀ and YYᵀ. */
function* rowsSide(a: Float32Array, dimA: number, b: Float32Array, dimB: number): Steps<Norms> {
  const first = yield* half(gramSteps(a, dimA, meanRow(a, dimA), 'rows'), 0);
  const second = yield* half(gramSteps(b, dimB, meanRow(b, dimB), 'rows'), 1);
  let cross = 0;
  let ownA = 0;
  let ownB = 0;
  for (let i = 0; i < first.length; i++) {
    cross += first[i] * second[i];
    ownA += first[i] * first[i];
    ownB += second[i] * second[i];
  }
  return { cross, ownA, ownB };
}

/** The scatter matrix of both sets' columns side by side holds XᵀX, YᵀY and, off its diagonal, XᵀY. */
function* columnsSide(a: Float32Array, dimA: number, b: Float32Array, dimB: number): Steps<Norms> {
  const n = a.length / dimA;
  const dim = dimA + dimB;
  const joined = new Float32Array(n * dim);
  for (let row = 0; row < n; row++) {
    joined.set(a.subarray(row * dimA, (row + 1) * dimA), row * dim);
    joined.set(b.subarray(row * dimB, (row + 1) * dimB), row * dim + dimA);
  }
  const scatter = yield* gramSteps(joined, dim, meanRow(joined, dim), 'columns');
  let cross = 0;
  let ownA = 0;
  let ownB = 0;
  for (let i = 0; i < dim; i++) {
    for (let j = 0; j < dim; j++) {
      const square = scatter[i * dim + j] ** 2;
      if (i < dimA && j < dimA) ownA += square;
      else if (i >= dimA && j >= dimA) ownB += square;
      else if (i < dimA) cross += square;
    }
  }
  return { cross, ownA, ownB };
}

/** Progress of the first (0) or second (1) of two equal halves. */
function* half<T>(steps: Steps<T>, which: 0 | 1): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const { done, total } = step.value;
    yield { done: done + which * total, total: 2 * total };
  }
}
