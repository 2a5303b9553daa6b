/** Any vector of numbers: a row of a VectorSet, a query, a mean. */
export type Vector = ArrayLike<number>;

/** Sum of products of two vectors of one length, added in order in double precision. */
export function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Euclidean length of a vector, ≥ 0. */
export function norm(a: Vector): number {
  return Math.sqrt(dot(a, a));
}

/**
 * Cosine of the angle between two vectors, −1 … 1. A zero vector has no direction: its similarity to
 * every vector, itself included, is 0, as in scikit-learn's cosine_similarity.
 */
export function cosineSimilarity(a: Vector, b: Vector): number {
  const lengths = norm(a) * norm(b);
  if (lengths === 0) return 0;
  return Math.max(-1, Math.min(1, dot(a, b) / lengths));
}

/** 1 − cosine similarity, 0 … 2; 1 where a vector is zero, as in scikit-learn's cosine_distances. */
export function cosineDistance(a: Vector, b: Vector): number {
  return 1 - cosineSimilarity(a, b);
}

/** Straight-line distance between two vectors of one length, ≥ 0. */
export function euclideanDistance(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = a[i] - b[i];
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}
