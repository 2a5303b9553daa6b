import { expect, test } from 'vitest';
import reference from '../../fixtures/senses/cuts.json' with { type: 'json' };
import { kMeans } from './kMeans.ts';
import { neighbourCut } from './neighbourCut.ts';
import { seededRandom } from './random.ts';

/** Inner products of row-major points, seen from their mean or from the origin. */
function gramOf(points: Float32Array, dim: number, centred = true): Float64Array {
  const n = points.length / dim;
  const mean = Array.from({ length: dim }, (_, d) =>
    centred ? points.reduce((sum, value, at) => sum + (at % dim === d ? value / n : 0), 0) : 0,
  );
  return Float64Array.from({ length: n * n }, (_, at) => {
    const [a, b] = [Math.floor(at / n) * dim, (at % n) * dim];
    return mean.reduce((sum, centre, d) => sum + (points[a + d] - centre) * (points[b + d] - centre), 0);
  });
}

const line = (...points: number[]) => Float32Array.from(points);
const cut = (gram: Float64Array, k: number, neighbours: number, seed = 1) =>
  neighbourCut(gram, Math.sqrt(gram.length), { k, neighbours, random: seededRandom(seed) });

/** Two labellings are one partition if every number goes with one number. */
function expectSamePartition(labels: Int32Array, expected: readonly number[]) {
  const pairs = new Set(expected.map((label, i) => `${label} ${labels[i]}`));
  expect(pairs.size).toBe(new Set(expected).size);
  expect(new Set(labels).size).toBe(new Set(expected).size);
}

const cases = reference.cuts.map(({ points, ...rest }) => ({
  ...rest,
  data: new Float32Array(Uint8Array.from(Buffer.from(points, 'base64')).buffer),
}));

test.each(cases)('$name are cut as by numpy and scikit-learn', ({ data, dim, k, neighbours, labels }) => {
  for (const seed of [1, 42]) expectSamePartition(cut(gramOf(data, dim), k, neighbours, seed), labels);
});

test('rings, one in the other, are told apart, which k-means on the points cannot', () => {
  const { data, dim } = cases[0];
  const rings = Array.from({ length: 40 }, (_, i) => (i < 14 ? 0 : 1));
  const gram = gramOf(data, dim);
  expectSamePartition(cut(gram, 2, 4), rings);
  const plain = kMeans(gram, 40, { k: 2, random: seededRandom(1) }).labels;
  expect(new Set(plain.subarray(0, 14)).size).toBe(2);
});

test('two clouds far apart are two parts, though their graph does not hang together', () => {
  const points = line(0, 1, 2, 3, 100, 101, 102);
  expectSamePartition(cut(gramOf(points, 1), 2, 2), [0, 0, 0, 0, 1, 1, 1]);
});

test('only distances count: neither the origin nor the scale', () => {
  const { data, dim, k, neighbours } = cases[3];
  const labels = cut(gramOf(data, dim), k, neighbours);
  expect(cut(gramOf(data, dim, false), k, neighbours)).toEqual(labels);
  const larger = gramOf(data, dim).map((value) => 1000 * value);
  expect(cut(larger, k, neighbours)).toEqual(labels);
});

test('equal points are cut into as many parts as asked', () => {
  const points = line(5, 5, 5, 5, 5, 9, 9, 9);
  expectSamePartition(cut(gramOf(points, 1), 2, 2), [0, 0, 0, 0, 0, 1, 1, 1]);
  const same = gramOf(line(3, 3, 3, 3), 1);
  for (const k of [1, 2, 3, 4]) expect(new Set(cut(same, k, 2)).size).toBe(k);
});

test('one part, as many parts as points, and more neighbours than points', () => {
  const gram = gramOf(line(0, 1, 5, 6, 20), 1);
  expect(cut(gram, 1, 2)).toEqual(new Int32Array(5));
  expect([...cut(gram, 5, 2)].sort()).toEqual([0, 1, 2, 3, 4]);
  expect(new Set(cut(gram, 2, 99)).size).toBe(2);
  expect(new Set(cut(gramOf(line(1, 2), 1), 2, 2)).size).toBe(2);
  expect(cut(gramOf(line(7), 1), 1, 2)).toEqual(new Int32Array(1));
});

test('more clouds than parts: each cloud stays whole', () => {
  const points = line(...[0, 100, 250, 400].flatMap((from) => [from, from + 1, from + 2, from + 3]));
  const labels = cut(gramOf(points, 1), 2, 2);
  expect(new Set(labels).size).toBe(2);
  for (let from = 0; from < 16; from += 4) expect(new Set(labels.subarray(from, from + 4)).size).toBe(1);
});

test('the same seed gives the same parts', () => {
  const { data, dim } = cases[2];
  expect(cut(gramOf(data, dim), 4, 3, 9)).toEqual(cut(gramOf(data, dim), 4, 3, 9));
});
