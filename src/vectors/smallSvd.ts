/** A = Σ valueₖ · leftₖ rightₖᵀ of a small square matrix. */
export interface Svd {
  /** m × m: singular vector k is row k. Orthonormal also where values are 0. */
  readonly left: Float64Array<ArrayBuffer>;
  /** m × m, as `left`. */
  readonly right: Float64Array<ArrayBuffer>;
  /** Descending, none negative. */
  readonly values: Float64Array<ArrayBuffer>;
}

/** Columns whose cosine is below this are orthogonal; sweeps converge quadratically, so that few are needed. */
const ORTHOGONAL = 1e-15;
const MOST_SWEEPS = 60;
/** A value below this share of the largest is rounding, and its column points nowhere. */
const LEAST_SHARE = 1e-14;

/**
 * The singular value decomposition of an m × m matrix (row-major) for small m, by one-sided Jacobi rotations (Hestenes
 * 1958; Golub & Van Loan 8.6): unlike the eigenvectors of AᵀA it does not lose half of the digits.
 */
export function smallSvd(matrix: Float64Array, m: number): Svd {
  // row k of `columns` is column k of the matrix; rotations among them gather into `right`
  const columns = new Float64Array(m * m);
  const right = new Float64Array(m * m);
  for (let k = 0; k < m; k++) {
    right[k * m + k] = 1;
    for (let i = 0; i < m; i++) columns[k * m + i] = matrix[i * m + k];
  }
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let turnedAny = false;
    for (let p = 0; p < m; p++) {
      for (let q = p + 1; q < m; q++) turnedAny = orthogonalise(columns, right, m, p, q) || turnedAny;
    }
    if (!turnedAny) break;
  }
  const lengths = Float64Array.from({ length: m }, (_, k) => Math.sqrt(dotOf(columns, k, columns, k, m)));
  const order = Array.from(lengths.keys()).sort((p, q) => lengths[q] - lengths[p]);
  const values = Float64Array.from(order, (k) => lengths[k]);
  const left = new Float64Array(m * m);
  order.forEach((from, k) => {
    if (!(values[k] > LEAST_SHARE * values[0])) return;
    for (let i = 0; i < m; i++) left[k * m + i] = columns[from * m + i] / values[k];
  });
  order.forEach((_, k) => {
    if (!(values[k] > LEAST_SHARE * values[0])) completeRow(left, k, m);
  });
  const ordered = new Float64Array(m * m);
  order.forEach((from, k) => {
    ordered.set(right.subarray(from * m, (from + 1) * m), k * m);
  });
  return { left, values, right: ordered };
}

/** Turns columns p and q in their plane until they are orthogonal; says whether they were not. */
function orthogonalise(columns: Float64Array, right: Float64Array, m: number, p: number, q: number): boolean {
  const alpha = dotOf(columns, p, columns, p, m);
  const beta = dotOf(columns, q, columns, q, m);
  const gamma = dotOf(columns, p, columns, q, m);
  if (gamma === 0 || Math.abs(gamma) <= ORTHOGONAL * Math.sqrt(alpha) * Math.sqrt(beta)) return false;
  const zeta = (beta - alpha) / (2 * gamma);
  const t = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.hypot(1, zeta));
  const c = 1 / Math.sqrt(1 + t * t);
  turn(columns, m, p, q, c, c * t);
  turn(right, m, p, q, c, c * t);
  return true;
}

function turn(rows: Float64Array, m: number, p: number, q: number, c: number, s: number): void {
  for (let i = 0; i < m; i++) {
    const x = rows[p * m + i];
    const y = rows[q * m + i];
    rows[p * m + i] = c * x - s * y;
    rows[q * m + i] = s * x + c * y;
  }
}

/** Fills the zero row k with a unit vector orthogonal to all others: what is left of the axis they hold least of. */
function completeRow(rows: Float64Array, k: number, m: number): void {
  let axis = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < m; i++) {
    let held = 0;
    for (let row = 0; row < m; row++) held += rows[row * m + i] ** 2;
    if (held < least - 1e-9) [axis, least] = [i, held];
  }
  rows[k * m + axis] = 1;
  for (let pass = 0; pass < 2; pass++) {
    for (let row = 0; row < m; row++) {
      if (row === k) continue;
      const share = dotOf(rows, k, rows, row, m);
      for (let i = 0; i < m; i++) rows[k * m + i] -= share * rows[row * m + i];
    }
    const length = Math.sqrt(dotOf(rows, k, rows, k, m));
    for (let i = 0; i < m; i++) rows[k * m + i] /= length;
  }
}

function dotOf(a: Float64Array, rowA: number, b: Float64Array, rowB: number, m: number): number {
  let sum = 0;
  for (let i = 0; i < m; i++) sum += a[rowA * m + i] * b[rowB * m + i];
  return sum;
}
