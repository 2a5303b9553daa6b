import { expect, test } from 'vitest';
import reference from '../../fixtures/metrics/metrics.json' with { type: 'json' };
import { twoSets } from '../../fixtures/metrics/twoSets.ts';
import { knn } from '../vectors/knn.ts';
import { meanOverlap, neighbourOverlap } from './neighbourOverlap.ts';

const { seed, n, dimA, dimB, k, overlap, mean } = reference.overlap;
const { a, b } = twoSets(seed, n, dimA, dimB);

test('each row has the Jaccard index of the neighbours that scikit-learn finds', () => {
  const found = neighbourOverlap(knn(a, dimA, k, 'cosine'), knn(b, dimB, k, 'cosine'), k);
  expect(found.length).toBe(overlap.length);
  overlap.forEach((value, row) => {
    expect(found[row]).toBeCloseTo(value, 12);
  });
  expect(meanOverlap(found)).toBeCloseTo(mean, 12);
});

test('longer lists give the same', () => {
  const found = neighbourOverlap(knn(a, dimA, k + 9, 'cosine'), knn(b, dimB, k + 4, 'cosine'), k);
  expect(meanOverlap(found)).toBeCloseTo(mean, 12);
});

test('a model compared with itself or with a scaled copy overlaps wholly', () => {
  const lists = knn(a, dimA, k, 'cosine');
  const copy = knn(
    a.map((value) => 3 * value),
    dimA,
    k,
    'cosine',
  );
  expect(new Set(neighbourOverlap(lists, lists, k))).toEqual(new Set([1]));
  expect(new Set(neighbourOverlap(lists, copy, k))).toEqual(new Set([1]));
});

test('no common neighbour gives 0, and fewer neighbours than asked for are all compared', () => {
  const lists = (...indices: number[]) => ({
    k: 1,
    indices: Int32Array.from(indices),
    distances: new Float32Array(indices.length),
  });
  expect(Array.from(neighbourOverlap(lists(1, 2, 0), lists(2, 2, 1), 10))).toEqual([0, 1, 0]);
  const alone = knn(Float32Array.of(1, 2), 2, 10, 'cosine');
  expect(meanOverlap(neighbourOverlap(alone, alone, 10))).toBeNull();
});

test('lists of different rows and no neighbours at all are refused', () => {
  const lists = knn(a, dimA, k, 'cosine');
  const fewer = knn(a.slice(0, 20 * dimA), dimA, k, 'cosine');
  expect(() => neighbourOverlap(lists, fewer, k)).toThrow(RangeError);
  expect(() => neighbourOverlap(lists, lists, 0)).toThrow(RangeError);
});
