/** A unit vector and what it counts in a sum of vectors. */
export interface Weighted {
  /** `dim` numbers of length 1. */
  readonly vector: ArrayLike<number>;
  readonly weight: number;
}

/** So small a sum of unit vectors points nowhere: rounding decides its direction. */
const NOWHERE = 1e-6;
/** Keeps 3CosMul's quotient finite, as in Levy & Goldberg 2014 and gensim. */
const EPSILON = 1e-6;

/** Σ weight × vector: `dim` numbers in double precision. */
export function combined(terms: readonly Weighted[], dim: number): Float64Array<ArrayBuffer> {
  const sum = new Float64Array(dim);
  for (const { vector, weight } of terms) for (let d = 0; d < dim; d++) sum[d] += weight * vector[d];
  return sum;
}

/** A vector of any length at length 1, in double precision; all 0 where it points nowhere. */
export function directionOf(vector: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const direction = new Float64Array(vector.length);
  let squares = 0;
  for (let d = 0; d < vector.length; d++) squares += vector[d] * vector[d];
  const length = Math.sqrt(squares);
  if (length < NOWHERE) return direction;
  for (let d = 0; d < vector.length; d++) direction[d] = vector[d] / length;
  return direction;
}

/** Cosine similarity of `query` (dim numbers, any length) with each row of `unit` (n × dim, rows of length 1 or 0); all 0 where it points nowhere. */
export function cosinesWith(
  unit: Float32Array<ArrayBuffer>,
  dim: number,
  query: ArrayLike<number>,
): Float32Array<ArrayBuffer> {
  const cosines = new Float32Array(unit.length / dim);
  const scaled = directionOf(query);
  // four rows at a time: their sums do not wait for each other
  const n = cosines.length;
  let row = 0;
  for (; row + 4 <= n; row += 4) {
    const [at0, at1, at2, at3] = [row * dim, (row + 1) * dim, (row + 2) * dim, (row + 3) * dim];
    let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
    for (let d = 0; d < dim; d++) {
      const value = scaled[d];
      sum0 += unit[at0 + d] * value;
      sum1 += unit[at1 + d] * value;
      sum2 += unit[at2 + d] * value;
      sum3 += unit[at3 + d] * value;
    }
    cosines[row] = sum0;
    cosines[row + 1] = sum1;
    cosines[row + 2] = sum2;
    cosines[row + 3] = sum3;
  }
  for (; row < n; row++) {
    let sum = 0;
    for (let d = 0; d < dim; d++) sum += unit[row * dim + d] * scaled[d];
    cosines[row] = sum;
  }
  return cosines;
}

/**
 * 3CosMul (Levy & Goldberg 2014), for any weights: Π ((1 + cos) / 2)^weight of the positive terms over the like of
 * the negative ones plus ε = 1e-6, as gensim's most_similar_cosmul where the weights are ±1. `cosines` holds the
 * cosines of each term with all n words; n scores.
 */
export function multiplied(
  cosines: readonly Float32Array[],
  weights: readonly number[],
): Float64Array<ArrayBuffer> {
  const n = cosines[0]?.length ?? 0;
  const scores = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    let above = 1;
    let below = 1;
    for (let t = 0; t < weights.length; t++) {
      const weight = weights[t];
      const share = (1 + cosines[t][row]) / 2;
      if (weight === 1) above *= share;
      else if (weight === -1) below *= share;
      else if (weight > 0) above *= share ** weight;
      else below *= share ** -weight;
    }
    scores[row] = above / (below + EPSILON);
  }
  return scores;
}

/** The `k` rows of the highest scores, best first, equal ones by row; rows of `without` are left out. */
export function bestRows(scores: ArrayLike<number>, k: number, without: ReadonlySet<number>): number[] {
  const rows: number[] = [];
  const wanted = Math.min(k, scores.length);
  let least = Number.NEGATIVE_INFINITY;
  for (let row = 0; wanted > 0 && row < scores.length; row++) {
    const score = scores[row];
    if ((rows.length === wanted && score <= least) || without.has(row)) continue;
    let place = rows.length;
    while (place > 0 && scores[rows[place - 1]] < score) place--;
    rows.splice(place, 0, row);
    if (rows.length > wanted) rows.pop();
    least = scores[rows[rows.length - 1]];
  }
  return rows;
}
