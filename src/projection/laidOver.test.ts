import { expect, test } from 'vitest';
import { turnedCopy } from '../../fixtures/comparison/variants.ts';
import { seededRandom } from '../vectors/random.ts';
import { laidOver } from './laidOver.ts';

const cloud = (seed: number, n = 40) => {
  const random = seededRandom(seed);
  return Float32Array.from({ length: n * 3 }, () => random() - 0.3);
};
const size = (map: Float32Array) => {
  const middle = [0, 1, 2].map((d) => map.reduce((sum, x, at) => (at % 3 === d ? sum + x : sum), 0) / 40);
  return Math.hypot(...map.map((x, at) => x - middle[at % 3]));
};

test('a turned, shifted and larger copy of a map comes to lie upon it', () => {
  const goal = cloud(1);
  const copy = turnedCopy(goal, 3, 2).map((x) => 7 * x - 4);
  for (const [at, x] of laidOver(copy, goal, 3).entries()) expect(Math.abs(x - goal[at])).toBeLessThan(1e-5);
});

test('a map that has nothing in common with the other keeps its shape and gets its size', () => {
  const [map, goal] = [cloud(3), cloud(4).map((x) => 5 * x)];
  const laid = laidOver(map, goal, 3);
  expect(size(laid)).toBeCloseTo(size(goal), 4);
  const span = (of: Float32Array, i: number, j: number) =>
    Math.hypot(...[0, 1, 2].map((d) => of[3 * i + d] - of[3 * j + d]));
  expect(span(laid, 0, 1) / span(map, 0, 1)).toBeCloseTo(span(laid, 5, 30) / span(map, 5, 30), 4);
});

test('points that coincide lie on the middle of the other map', () => {
  const goal = Float32Array.of(0, 0, 0, 2, 2, 2);
  expect([...laidOver(new Float32Array(6).fill(9), goal, 3)]).toEqual([1, 1, 1, 1, 1, 1]);
  expect(laidOver(goal, new Float32Array(6), 3).every(Number.isFinite)).toBe(true);
});
