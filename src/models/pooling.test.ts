import { expect, test } from 'vitest';
import { meanOfRows, normalise, pool } from './pooling.ts';

const states = new Float32Array([1, 2, 3, 4, 5, 9]); // three tokens of two numbers

test.each([
  ['cls', [1, 2]],
  ['mean', [3, 5]],
  ['last', [5, 9]],
] as const)('%s', (pooling, expected) => {
  const out = new Float32Array(2);
  pool(states, 2, pooling, out);
  expect([...out]).toEqual(expected);
});

test('the mean of some rows', () => {
  const out = new Float32Array(2);
  meanOfRows(states, 2, 1, 3, out);
  expect([...out]).toEqual([4, 6.5]);
});

test('length one, or zero', () => {
  const vector = new Float32Array([3, 4]);
  normalise(vector);
  expect(vector[0]).toBeCloseTo(0.6, 6);
  expect(vector[1]).toBeCloseTo(0.8, 6);
  const zero = new Float32Array(2);
  normalise(zero);
  expect([...zero]).toEqual([0, 0]);
});
