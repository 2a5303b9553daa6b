import { expect, test } from 'vitest';
import { linesOf } from './lines.ts';

const matrix = Float32Array.of(1, 0, 0, 0.95, 0.05, 0, 0.001, 0.099, 0.9);

test('of all tokens only shares of a tenth or more are drawn', () => {
  expect(linesOf(matrix, 3, null).map(({ from, to }) => [from, to])).toEqual([
    [0, 0],
    [1, 0],
    [2, 2],
  ]);
});

test('of one token every share that can be seen is drawn', () => {
  expect(linesOf(matrix, 3, 2).map(({ to }) => to)).toEqual([1, 2]);
});
