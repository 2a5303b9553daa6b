import { expect, test } from 'vitest';
import {
  extentOf,
  farthestPair,
  largestDifference,
  placesOnAndOff,
  sameTokens,
  stacksOf,
} from './orderNumbers.ts';

const tokens = (...ids: number[]) => ids.map((id) => ({ id }));

test('tokens are the same whatever their order, but each as often', () => {
  expect(sameTokens(tokens(1, 9, 5, 2), tokens(1, 5, 9, 2))).toBe(true);
  expect(sameTokens(tokens(1, 5, 5), tokens(1, 1, 5))).toBe(false);
  expect(sameTokens(tokens(1, 5), tokens(1, 5, 5))).toBe(false);
  expect(sameTokens(tokens(10, 9), tokens(9, 10))).toBe(true);
});

test('the largest difference looks at the rows asked for alone', () => {
  const data = Float32Array.of(0, 1, 0.5, 1.25, 9, 9);
  expect(largestDifference(data, 2, [0, 1])).toBe(0.5);
  expect(largestDifference(data, 2, [0, 1, 2])).toBe(9);
  expect(largestDifference(data, 2, [1])).toBeNull();
});

test('the pair farthest apart is named in the order of the lines', () => {
  const similarity = [1, 0.9, 0.2, 0.9, 1, 0.4, 0.2, 0.4, 1];
  expect(farthestPair(similarity, 3, [0, 1, 2])).toEqual({ a: 0, b: 2, cosine: 0.2 });
  expect(farthestPair(similarity, 3, [1, 2])).toEqual({ a: 1, b: 2, cosine: 0.4 });
  expect(farthestPair(similarity, 3, [2])).toBeNull();
});

test('what coincides without position coincides in the picture, though it lies elsewhere than with it', () => {
  const on = Float32Array.of(3, 0, 0, -3, 0, 0, 0, 1, 0);
  const off = Float32Array.of(7, 7, 7, 7, 7, 7, 7, 7, 7);
  const places = placesOnAndOff(on, off, 3, 2);
  expect(extentOf(places.on, 2)).toBeCloseTo(6, 5);
  expect(extentOf(places.off, 2)).toBe(0);
  expect(stacksOf(places.off, 2, extentOf(places.on, 2))).toEqual([0, 0, 0]);
  expect(stacksOf(places.on, 2, extentOf(places.on, 2))).toEqual([0, 1, 2]);
});
