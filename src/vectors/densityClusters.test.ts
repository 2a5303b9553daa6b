import { expect, test } from 'vitest';
import { densityClusterSteps } from './densityClusters.ts';
import { directionsFromMean } from './directionsFromMean.ts';
import { seededRandom } from './random.ts';
import { finish } from './steps.ts';

const clusters = (data: Float32Array, dim: number) =>
  finish(densityClusterSteps(directionsFromMean(data, dim), dim));

function normal(count: number, seed: number): Float32Array<ArrayBuffer> {
  const random = seededRandom(seed);
  return Float32Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );
}

/** Groups of the sizes given, each about a corner of its own. */
function mixture(sizes: readonly number[], dim: number, seed: number) {
  const groups = sizes.flatMap((size, group) => new Array<number>(size).fill(group));
  const noise = normal(groups.length * dim, seed);
  const data = noise.map((value, at) => (groups[Math.floor(at / dim)] === at % dim ? 3 : 0) + value * 0.4);
  return { data, groups };
}

test('a mixture of uneven groups is recovered, with its number', () => {
  const sizes = [90, 60, 40, 30, 20];
  const { data, groups } = mixture(sizes, 16, 2);
  const { labels, k } = clusters(data, 16);
  expect(k).toBe(5);
  const agreeing = groups.filter((group, row) => labels[row] === group).length;
  expect(agreeing / groups.length).toBeGreaterThan(0.97);
});

test('random vectors are one cluster', () => {
  for (const seed of [1, 2, 3]) expect(clusters(normal(600 * 50, seed), 50).k).toBe(1);
  expect(clusters(normal(1500 * 150, 4), 150).k).toBe(1);
});

test('the same rows give the same clusters', () => {
  const { data } = mixture([30, 30, 30], 10, 7);
  expect(clusters(data, 10)).toEqual(clusters(data, 10));
});

test('no rows, few rows and equal rows are one cluster or none', () => {
  expect(clusters(new Float32Array(0), 4)).toEqual({ labels: new Int32Array(0), k: 0 });
  expect(clusters(Float32Array.of(1, 0, 0, 1, 1, 1), 2)).toEqual({ labels: new Int32Array(3), k: 1 });
  expect(clusters(new Float32Array(400).fill(0.3), 4)).toEqual({ labels: new Int32Array(100), k: 1 });
  expect(clusters(new Float32Array(400), 4)).toEqual({ labels: new Int32Array(100), k: 1 });
});

test('rows that are repeated many times are clusters of their own', () => {
  const data = Float32Array.from({ length: 90 * 3 }, (_, at) => (Math.floor(at / 90) === at % 3 ? 1 : 0));
  const { labels, k } = clusters(data, 3);
  expect(k).toBe(3);
  expect([...labels]).toEqual(Array.from({ length: 90 }, (_, row) => Math.floor(row / 30)));
});

test('a row without a direction stands alone', () => {
  const { data } = mixture([40, 40, 40], 10, 5);
  const rows = directionsFromMean(data, 10);
  rows.fill(0, 30, 40);
  const { labels } = finish(densityClusterSteps(rows, 10));
  expect(labels[3]).toBe(-1);
  expect(labels.filter((label) => label < 0)).toHaveLength(1);
});
