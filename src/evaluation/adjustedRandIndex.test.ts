import { expect, test } from 'vitest';
import reference from '../../fixtures/senses/agreement.json' with { type: 'json' };
import { adjustedRandIndex } from './adjustedRandIndex.ts';

test('the index is that of scikit-learn 1.9, items without a label left out', () => {
  expect(reference.labellings.length).toBeGreaterThan(10);
  for (const { a, b, ari } of reference.labellings) {
    expect(Math.abs(adjustedRandIndex(a, b) - ari)).toBeLessThan(1e-9);
    expect(adjustedRandIndex(b, a)).toBeCloseTo(ari, 12);
  }
});

test('names of clusters do not matter, and nothing to compare is agreement', () => {
  expect(adjustedRandIndex(Int32Array.of(0, 0, 1, 1), [9, 9, 4, 4])).toBe(1);
  expect(adjustedRandIndex([], [])).toBe(1);
  expect(adjustedRandIndex([-1, -1], [0, 1])).toBe(1);
});

test('labellings of different length are refused', () => {
  expect(() => adjustedRandIndex([0, 1], [0])).toThrow(RangeError);
});
