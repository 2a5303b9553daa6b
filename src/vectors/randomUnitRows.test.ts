import { expect, test } from 'vitest';
import { rowNorms } from './normalise.ts';
import { cosineMatrix, splitCosines } from './pairCosines.ts';
import { seededRandom } from './random.ts';
import { randomUnitRows } from './randomUnitRows.ts';

test('rows have length 1, and a seed gives the same ones again', () => {
  const rows = randomUnitRows(40, 7, seededRandom(3));
  for (const length of rowNorms(rows, 7)) expect(length).toBeCloseTo(1, 6);
  expect(randomUnitRows(40, 7, seededRandom(3))).toEqual(rows);
  expect(randomUnitRows(40, 7, seededRandom(4))).not.toEqual(rows);
});

test.each([10, 50, 150, 512])('of %i numbers the cosines have mean 0 and spread 1/√dim', (dim) => {
  const n = 150;
  const labels = new Array<string>(n).fill('one');
  const { all } = splitCosines(cosineMatrix(randomUnitRows(n, dim, seededRandom(42)), dim), labels, 20);
  // pairs of random directions are independent two by two: the mean of the squares errs by about √(2/pairs)
  const allowed = 4 * Math.sqrt(2 / all.pairs);
  expect(Math.abs(all.mean)).toBeLessThan((4 / Math.sqrt(all.pairs)) * (1 / Math.sqrt(dim)));
  expect(Math.abs(all.sd ** 2 * dim - 1)).toBeLessThan(allowed);
});
