import { expect, test } from 'vitest';
import { layerMean } from './layerMean.ts';

test('the mean of a layer is that of the text alone, without marks and prefix', () => {
  const tokens = [{ kind: 'special' }, { kind: 'prefix' }, { kind: 'text' }, { kind: 'text' }] as const;
  const values = Float32Array.of(9, 9, 9, 9, 900, 70, 2, 4);
  expect(layerMean(values, tokens, 1)).toBe(3);
});
