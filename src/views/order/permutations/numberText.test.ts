import { expect, test } from 'vitest';
import { shortNumber, threeDecimals } from './numberText.ts';

test('cosines have three decimals, and no minus before zero', () => {
  expect([0.97049, -0.5, -0.0001, 1].map(threeDecimals)).toEqual(['0.970', '−0.500', '0.000', '1.000']);
});

test('tiny numbers are told by their power of ten', () => {
  expect([0, 1.19e-7, -3.4e-12, 0.0344, 12.345].map(shortNumber)).toEqual([
    '0',
    '1.2\u00a0×\u00a010⁻⁷',
    '−3.4\u00a0×\u00a010⁻¹²',
    '0.034',
    '12.35',
  ]);
});
