import { expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { finish } from './steps.ts';
import { jacobiEigen, largestEigenpairs } from './symmetricEigen.ts';

/** A random positive semi-definite m × m matrix of the given rank. */
function semidefinite(m: number, rank: number) {
  const random = seededRandom(5);
  const factor = Float64Array.from({ length: rank * m }, () => random() - 0.5);
  const matrix = new Float64Array(m * m);
  for (let r = 0; r < rank; r++) {
    for (let i = 0; i < m; i++)
      for (let j = 0; j < m; j++) matrix[i * m + j] += factor[r * m + i] * factor[r * m + j];
  }
  return matrix;
}

test('known eigenvalues of a 2 × 2 matrix', () => {
  const { values, vectors } = jacobiEigen(Float64Array.of(2, 1, 1, 2), 2);
  expect(values[0]).toBeCloseTo(3, 14);
  expect(values[1]).toBeCloseTo(1, 14);
  expect(Math.abs(vectors[0] - vectors[1])).toBeLessThan(1e-14);
});

test.each([
  [60, 60],
  [40, 2],
  [4, 4],
])('subspace iteration agrees with Jacobi on all eigenpairs: %d, rank %d', (m, rank) => {
  const matrix = semidefinite(m, rank);
  const { values, vectors } = finish(largestEigenpairs(matrix, m, 3));
  const all = jacobiEigen(matrix, m);
  for (let c = 0; c < 3; c++) {
    expect(Math.abs(values[c] - all.values[c])).toBeLessThan(1e-10 * all.values[0]);
    if (c >= rank) continue;
    let cosine = 0;
    for (let i = 0; i < m; i++) cosine += vectors[c * m + i] * all.vectors[c * m + i];
    expect(Math.abs(cosine)).toBeCloseTo(1, 9);
  }
});

test('a zero matrix gives zero eigenvalues and finite vectors', () => {
  const { values, vectors } = finish(largestEigenpairs(new Float64Array(100), 10, 2));
  expect(Array.from(values)).toEqual([0, 0]);
  expect(vectors.every(Number.isFinite)).toBe(true);
});
