import { expect, test } from 'vitest';
import { shortDecimals, twoDecimals } from './decimals.ts';

test('numbers have two decimals and a true minus sign, and zero has none', () => {
  expect([0.8349, 1, -0.12, -0.004, 0].map(twoDecimals)).toEqual(['0.83', '1.00', '−0.12', '0.00', '0.00']);
});

test('in a small cell the leading zero goes', () => {
  expect([0.8349, 1, -0.12, -0.004, -1].map(shortDecimals)).toEqual(['.83', '1', '−.12', '.00', '−1']);
});
