import { expect, test } from 'vitest';
import reference from '../../fixtures/metrics/metrics.json' with { type: 'json' };
import { twoSets } from '../../fixtures/metrics/twoSets.ts';
import { cosineMatrix } from '../vectors/pairCosines.ts';
import { finish } from '../vectors/steps.ts';
import { cosinesOfPairs, pairSimilaritySteps } from './pairSimilarity.ts';

test('correlations of all pairs, and of a seeded sample of many, are those of scipy', () => {
  for (const entry of reference.pairs) {
    const { a, b } = twoSets(entry.seed, entry.n, entry.dimA, entry.dimB);
    const found = finish(pairSimilaritySteps(a, entry.dimA, b, entry.dimB, entry.seed));
    expect(found.rows).toBe(Math.min(entry.n, 1500));
    expect(found.pairs).toBe(entry.pairs);
    expect(found.rankedPairs).toBe(entry.rankedPairs);
    expect(Math.abs((found.pearson ?? 2) - entry.pearson)).toBeLessThan(1e-6);
    expect(Math.abs((found.spearman ?? 2) - entry.spearman)).toBeLessThan(1e-6);
    found.histograms.forEach((histogram, which) => {
      expect(histogram).toMatchObject({ from: -1, width: 0.05, total: entry.pairs });
      expect(histogram.mean).toBeCloseTo(entry.means[which], 6);
      expect(histogram.counts.length).toBe(40);
      // of a million cosines a few lie within float32's rounding of an edge
      const slack = entry.pairs > 100_000 ? 5 : 0;
      histogram.counts.forEach((count, bin) => {
        expect(Math.abs(count - entry.counts[which][bin])).toBeLessThanOrEqual(slack);
      });
    });
  }
});

test('pairs come row by row, across tiles too', () => {
  const n = 70;
  const { a } = twoSets(8, n, 4, 1);
  const cosines = finish(cosinesOfPairs(a, 4));
  const matrix = cosineMatrix(a, 4);
  let at = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++, at++)
      expect(Math.abs(cosines[at] - matrix[i * n + j])).toBeLessThan(1e-6);
  }
  expect(cosines.length).toBe(at);
});

test('a model agrees wholly with itself and with a scaled copy', () => {
  const { a } = twoSets(9, 100, 6, 1);
  const copy = a.map((value) => 5 * value);
  for (const other of [a, copy]) {
    const { pearson, spearman } = finish(pairSimilaritySteps(a, 6, other, 6, 1));
    expect(pearson).toBeCloseTo(1, 6);
    expect(spearman).toBeCloseTo(1, 6);
  }
});

test('the seed alone decides which pairs are taken', () => {
  const { a, b } = twoSets(10, 1510, 3, 2);
  const run = (seed: number) => finish(pairSimilaritySteps(a, 3, b, 2, seed));
  const first = run(1);
  expect(run(1)).toEqual(first);
  expect(run(2).spearman).not.toBe(first.spearman);
});

test('too few pairs or equal ones correlate with nothing', () => {
  const measure = (rows: number) =>
    finish(pairSimilaritySteps(new Float32Array(rows * 2).fill(1), 2, new Float32Array(rows), 1, 1));
  for (const [rows, pairs] of [
    [0, 0],
    [1, 0],
    [2, 1],
    [5, 10],
  ]) {
    expect(measure(rows)).toMatchObject({ pairs, pearson: null, spearman: null });
  }
  expect(() => finish(pairSimilaritySteps(new Float32Array(4), 2, new Float32Array(3), 1, 1))).toThrow(
    RangeError,
  );
});
