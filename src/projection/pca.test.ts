import { expect, test } from 'vitest';
import { reference } from '../../fixtures/projection/reference.ts';
import { centreRows } from '../vectors/mean.ts';
import { seededRandom } from '../vectors/random.ts';
import { pca } from './pca.ts';

test.each([
  ['tall', 2],
  ['tall', 3],
  ['wide', 2],
  ['wide', 3],
] as const)('equals scikit-learn 1.9.1: %s in %d dimensions', (name, dims) => {
  const given = reference[name];
  const expected = given.pca[dims];
  const found = pca(given.data, given.dim, dims);
  const extent = Math.max(...expected.coordinates.map(Math.abs));
  for (const [i, value] of expected.coordinates.entries()) {
    expect(Math.abs(found.coordinates[i] - value)).toBeLessThan(1e-5 * extent);
  }
  for (const [c, ratio] of expected.explainedVarianceRatio.entries()) {
    expect(found.explainedVarianceRatio[c]).toBeCloseTo(ratio, 10);
  }
});

test('rows beyond one chunk of the scatter matrix count', () => {
  const random = seededRandom(9);
  const data = Float32Array.from({ length: 5000 * 3 }, (_, i) => (random() - 0.5) * [5, 2, 1][i % 3]);
  const { components, coordinates, explainedVarianceRatio } = pca(data, 3, 3);
  expect(explainedVarianceRatio.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  const centred = centreRows(data, 3);
  let squares = 0;
  for (const value of centred) squares += value * value;
  for (let c = 0; c < 3; c++) {
    let along = 0;
    for (let i = 0; i < 5000; i++) along += coordinates[i * 3 + c] ** 2;
    expect(along / squares).toBeCloseTo(explainedVarianceRatio[c], 6);
    expect(Math.abs(components[c * 3 + c])).toBeGreaterThan(0.99);
  }
});

test('one point lies at the origin, two lie opposite each other', () => {
  expect(Array.from(pca(Float32Array.of(3, 4, 5), 3, 2).coordinates)).toEqual([0, 0]);
  const { coordinates, explainedVarianceRatio } = pca(Float32Array.of(0, 0, 6, 8), 2, 3);
  expect(coordinates[0]).toBeCloseTo(-5, 5);
  expect(coordinates[3]).toBeCloseTo(5, 5);
  expect(coordinates.filter((_, i) => i % 3 > 0).every((value) => value === 0)).toBe(true);
  expect(explainedVarianceRatio[0]).toBeCloseTo(1, 12);
  expect(Array.from(explainedVarianceRatio.subarray(1))).toEqual([0, 0]);
});

test('vectors of one number, and equal vectors, give zeros and no NaN', () => {
  const line = pca(Float32Array.of(1, 2, 3), 1, 2);
  expect(Array.from(line.coordinates)).toEqual([-1, 0, 0, 0, 1, 0]);
  const equal = pca(new Float32Array(200 * 8).fill(0.3), 8, 3);
  expect(equal.coordinates.every((value) => value === 0)).toBe(true);
  expect(Array.from(equal.explainedVarianceRatio)).toEqual([0, 0, 0]);
});
