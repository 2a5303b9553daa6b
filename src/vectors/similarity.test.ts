import { expect, test } from 'vitest';
import { centreRows, meanRow } from './mean.ts';
import { rowNorms, unitRows } from './normalise.ts';
import { cosineDistance, cosineSimilarity, dot, euclideanDistance, norm } from './similarity.ts';

const a = Float32Array.of(1, 2, 2);
const b = Float32Array.of(2, 0, -1);
const zero = new Float32Array(3);

test('products, lengths and distances', () => {
  expect(dot(a, b)).toBe(0);
  expect(norm(a)).toBe(3);
  expect(cosineSimilarity(a, [2, 4, 4])).toBe(1);
  expect(cosineSimilarity(a, [-1, -2, -2])).toBe(-1);
  // numpy 2.4.6: 1 - 4 / (3 * np.sqrt(2))
  expect(cosineDistance(a, [0, 1, 1])).toBeCloseTo(0.05719095841793664, 14);
  expect(euclideanDistance(a, b)).toBeCloseTo(Math.sqrt(14), 14);
});

test('a zero vector has similarity 0 to all, as in scikit-learn', () => {
  expect(cosineSimilarity(a, zero)).toBe(0);
  expect(cosineSimilarity(zero, zero)).toBe(0);
  expect(cosineDistance(zero, zero)).toBe(1);
});

test('unit rows leave zero rows zero and the given buffer untouched', () => {
  const data = Float32Array.of(3, 4, 0, 0, -5, 0);
  expect(Array.from(rowNorms(data, 2))).toEqual([5, 0, 5]);
  const unit = unitRows(data, 2);
  expect(Array.from(unit)).toEqual([Math.fround(0.6), Math.fround(0.8), 0, 0, -1, 0]);
  expect(data[0]).toBe(3);
});

test('centred rows have mean zero', () => {
  const data = Float32Array.of(1, 10, 3, 20, 5, 60);
  expect(Array.from(meanRow(data, 2))).toEqual([3, 30]);
  expect(Array.from(centreRows(data, 2))).toEqual([-2, -20, 0, -10, 2, 30]);
  expect(Array.from(meanRow(new Float32Array(0), 2))).toEqual([0, 0]);
});
