import { expect, test } from 'vitest';
import reference from '../../fixtures/metrics/metrics.json' with { type: 'json' };
import { meanRanks, pearson, spearman } from './rankCorrelation.ts';

/** Both null, or within 1e-12. */
function expectNear(found: number | null, value: number | null) {
  if (found === null || value === null) expect(found).toBe(value);
  else expect(Math.abs(found - value)).toBeLessThan(1e-12);
}

test('correlations are those of scipy, null where one list is constant or short', () => {
  expect(reference.correlations.some((entry) => entry.spearman === null)).toBe(true);
  for (const entry of reference.correlations) {
    expectNear(pearson(entry.a, entry.b), entry.pearson);
    expectNear(pearson(entry.b, entry.a), entry.pearson);
    expectNear(spearman(entry.a, entry.b), entry.spearman);
    expectNear(spearman(entry.b, entry.a), entry.spearman);
  }
});

test('equal values share the mean of their ranks', () => {
  for (const { a, ranks } of reference.correlations) expect(Array.from(meanRanks(a))).toEqual(ranks);
});

test('any rising curve has the rank correlation 1, never more', () => {
  const values = Array.from({ length: 99 }, (_, i) => Math.sin(i));
  expect(spearman(values, values.map(Math.exp))).toBeCloseTo(1, 12);
  expect(spearman(values, values)).toBeLessThanOrEqual(1);
  expect(pearson(values, values)).toBeLessThanOrEqual(1);
});

test('lists of different length are refused', () => {
  expect(() => pearson([1, 2], [1])).toThrow(RangeError);
  expect(() => spearman([1, 2], [1])).toThrow(RangeError);
});
