import { expect, test } from 'vitest';
import reference from '../../fixtures/neighbours/neighbours.json' with { type: 'json' };
import { cosineBins, histogramOf } from './histogram.ts';

test('counts, mean and standard deviation are numpy’s', () => {
  const { values, from, width, counts, mean, sd } = reference.histogram;
  const bins = cosineBins(values);
  expect(bins.width).toBe(width);
  expect(bins.from).toBeCloseTo(from, 12);
  const found = histogramOf(values, bins);
  expect(found.counts).toEqual(counts);
  expect(found.total).toBe(values.length);
  expect(found.mean).toBeCloseTo(mean, 12);
  expect(found.sd).toBeCloseTo(sd, 12);
});

test('bins are as narrow as 50 of them allow', () => {
  expect(cosineBins([0.31, 0.79])).toMatchObject({ width: 0.01, bins: 48 });
  expect(cosineBins([0, 0.9], [0.05])).toMatchObject({ width: 0.02, bins: 45 });
  expect(cosineBins([-1, 1])).toEqual({ from: -1, width: 0.04, bins: 50 });
});

test('both sets of values lie within the bins', () => {
  const bins = cosineBins([0.2, 0.3], [-0.1, 0.55]);
  expect(bins.from).toBeLessThanOrEqual(-0.1);
  expect(bins.from + bins.width * bins.bins).toBeGreaterThanOrEqual(0.55 - 1e-12);
});

test('a cosine of 1, and one that rounding puts beyond it, count to the last bin', () => {
  const { counts } = histogramOf([-1.0000001, 1, 1.0000001], cosineBins([-1.0000001, 1, 1.0000001]));
  expect(counts[0]).toBe(1);
  expect(counts.at(-1)).toBe(2);
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(3);
});

test('one value and none have a histogram too', () => {
  expect(histogramOf([0.5], cosineBins([0.5]))).toMatchObject({ total: 1, mean: 0.5, sd: 0 });
  expect(histogramOf([], cosineBins([]))).toMatchObject({ total: 0, mean: 0, sd: 0 });
});
