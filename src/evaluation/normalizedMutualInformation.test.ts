import { expect, test } from 'vitest';
import reference from '../../fixtures/clusters/labels.json' with { type: 'json' };
import { adjustedRandIndex } from './adjustedRandIndex.ts';
import { normalizedMutualInformation } from './normalizedMutualInformation.ts';

test('the score is that of scikit-learn 1.9, items without a label left out', () => {
  expect(reference.labellings.length).toBeGreaterThan(15);
  for (const { a, b, nmi, ari } of reference.labellings) {
    expect(Math.abs(normalizedMutualInformation(a, b) - nmi)).toBeLessThan(1e-9);
    expect(Math.abs(normalizedMutualInformation(b, a) - nmi)).toBeLessThan(1e-9);
    expect(Math.abs(adjustedRandIndex(a, b) - ari)).toBeLessThan(1e-9);
  }
});

test('labellings of different length are refused', () => {
  expect(() => normalizedMutualInformation([0, 1], [0])).toThrow(RangeError);
});
