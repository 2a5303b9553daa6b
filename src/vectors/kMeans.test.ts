import { expect, test } from 'vitest';
import { kMeans } from './kMeans.ts';
import { seededRandom } from './random.ts';

/** Products of points on a line, seen from their mean. */
function gramOf(points: readonly number[]): Float64Array {
  const mean = points.reduce((sum, x) => sum + x, 0) / points.length;
  return Float64Array.from(points.flatMap((a) => points.map((b) => (a - mean) * (b - mean))));
}

const run = (points: readonly number[], k: number, more = {}) =>
  kMeans(gramOf(points), points.length, { k, random: seededRandom(1), ...more });

test('points on a line fall into their groups, with the share of the scatter between them', () => {
  const { labels, between } = run([0, 1, 10, 11, 20, 21], 3);
  expect(labels[0]).toBe(labels[1]);
  expect(labels[2]).toBe(labels[3]);
  expect(labels[4]).toBe(labels[5]);
  expect(new Set(labels).size).toBe(3);
  // scatter about the mean: 401.5; within the pairs: 3 × 0.5
  expect(between).toBeCloseTo(1 - 1.5 / 401.5, 12);
});

test('the cost found is the least of all partitions', () => {
  const random = seededRandom(7);
  const points = Array.from({ length: 10 }, () => random() * 4);
  const n = points.length;
  let best = 0;
  for (let mask = 1; mask < 2 ** (n - 1); mask++) {
    const sides = [0, 1].map((side) => points.filter((_, i) => ((mask >> i) & 1) === side));
    const mean = points.reduce((sum, x) => sum + x, 0) / n;
    const between = sides.reduce(
      (sum, side) => sum + side.length * (side.reduce((s, x) => s + x, 0) / side.length - mean) ** 2,
      0,
    );
    best = Math.max(best, between / points.reduce((sum, x) => sum + (x - mean) ** 2, 0));
  }
  expect(run(points, 2).between).toBeCloseTo(best, 10);
});

test('no cluster is left smaller than asked', () => {
  const points = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 9, 30];
  const sizes = (labels: Int32Array) =>
    [0, 1].map((c) => labels.filter((label) => label === c).length).sort();
  expect(sizes(run(points, 2).labels)).toEqual([1, 7]);
  expect(sizes(run(points, 2, { minSize: 3 }).labels)).toEqual([3, 5]);
});

test('a liking for even sizes moves a weak border, not a strong one', () => {
  const size = (points: readonly number[], evenness: number) => {
    const { labels } = run(points, 2, { evenness });
    return labels.filter((label) => label === labels[0]).length;
  };
  const tapering = [0, 1, 2, 3, 4, 5, 6, 9, 10, 11];
  expect(size(tapering, 0)).toBe(7);
  expect(size(tapering, 5)).toBe(5);
  expect(size([0, 100, 101, 102, 103, 104, 105, 106], 0.1)).toBe(1);
});

test('the same seed gives the same clusters, and equal points do no harm', () => {
  const points = Array.from({ length: 40 }, (_, i) => (i * 37) % 41);
  expect(run(points, 5)).toEqual(run(points, 5));
  expect(run([3, 3, 3, 3], 2).between).toBe(0);
  expect(run([1, 2, 3], 1)).toEqual({ labels: new Int32Array(3), between: 0 });
  expect(new Set(run([1, 2, 3], 3).labels).size).toBe(3);
});
