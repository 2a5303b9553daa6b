import { expect, test } from 'vitest';
import words from '../../fixtures/senses/words.json' with { type: 'json' };
import { Fault } from '../contract/fault.ts';
import { distinctRows } from './distinctRows.ts';
import { centreRows } from './mean.ts';
import { seededRandom } from './random.ts';
import { findSenses } from './senses.ts';

const seed = 42;

function vectorsOf(word: string) {
  const entry = words.find((other) => other.word === word);
  if (!entry) throw new Error(`no fixture for ${word}`);
  const integers = new Int16Array(Uint8Array.from(Buffer.from(entry.vectors, 'base64')).buffer);
  return { ...entry, data: Float32Array.from(integers, (value) => value * entry.scale) };
}

/** Rows about `centres`, one after the other, with noise of unit variance in every dimension. */
function clouds(sizes: readonly number[], dim: number, apart: number) {
  const random = seededRandom(3);
  const noise = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const rows = sizes.flatMap((size, cloud) =>
    Array.from({ length: size }, () =>
      Array.from({ length: dim }, (_, d) => 1 + noise() + (d % sizes.length === cloud ? apart : 0)),
    ),
  );
  return Float32Array.from(rows.flat());
}

for (const [word, senses] of [
  ['小米', 2],
  ['后台', 3],
  ['palm', 2],
] as const) {
  test(`${word} has the ${senses} senses that its sentences were written for`, () => {
    const { data, dim, labels } = vectorsOf(word);
    for (const k of [null, senses]) {
      const found = findSenses(data, dim, { k, seed });
      expect(found.k).toBe(senses);
      // both number the clusters by their first members where sizes are equal
      const pairs = new Set(labels.map((label, i) => `${label} ${found.labels[i]}`));
      expect(pairs.size).toBe(senses);
    }
  });
}

test('a word of one sense stays one', () => {
  for (const word of ['森林', 'forest']) {
    const { data, dim } = vectorsOf(word);
    const found = findSenses(data, dim, { k: null, seed });
    expect(found).toEqual({ labels: new Int32Array(8), k: 1 });
    expect(findSenses(data, dim, { k: 2, seed }).k).toBe(2);
  }
});

test('a single cloud is one sense, however many points it has', () => {
  for (const n of [4, 5, 6, 8, 16, 40, 120, 300]) {
    expect(findSenses(clouds([n], 100, 0), 100, { k: null, seed }).k, `${n} points`).toBe(1);
  }
});

test('clouds apart are found in number and in full, uneven ones too', () => {
  for (const sizes of [
    [8, 8],
    [12, 4],
    [9, 9, 9],
    [60, 40, 50, 30],
    [250, 250],
  ]) {
    const found = findSenses(clouds(sizes, 100, 1.5), 100, { k: null, seed });
    expect(found.k).toBe(sizes.length);
    let from = 0;
    for (const size of sizes) {
      expect(new Set(found.labels.subarray(from, from + size)).size).toBe(1);
      from += size;
    }
  }
});

test('as many as are asked for are found where clouds lie apart, by vote of few or k-means of many', () => {
  for (const sizes of [
    [8, 8],
    [12, 4],
    [9, 9, 9],
    [60, 40, 20],
    [60, 41, 20],
    [250, 250],
  ]) {
    const found = findSenses(clouds(sizes, 100, 1.5), 100, { k: sizes.length, seed });
    expect([...found.labels]).toEqual(sizes.flatMap((size, sense) => Array(size).fill(sense)));
  }
});

test('with k given the same seed gives the same senses, and no other number of them', () => {
  const { data, dim } = vectorsOf('date');
  for (const k of [1, 2, 3, 5, 9, 27]) {
    const found = findSenses(data, dim, { k, seed });
    expect(found.k).toBe(k);
    expect(findSenses(data, dim, { k, seed })).toEqual(found);
  }
});

test('clusters are numbered by size, equal ones by their first member', () => {
  const { labels } = findSenses(clouds([4, 9, 4], 100, 2), 100, { k: 3, seed });
  expect([...labels]).toEqual([...Array(4).fill(1), ...Array(9).fill(0), ...Array(4).fill(2)]);
});

test('neither length nor, much, the mean of the vectors matters', () => {
  const { data, dim } = vectorsOf('palm');
  const { labels } = findSenses(data, dim, { k: null, seed });
  const longer = data.map((value, at) => value * (1 + Math.floor(at / dim)));
  expect(findSenses(longer, dim, { k: null, seed }).labels).toEqual(labels);
  expect(findSenses(centreRows(data, dim), dim, { k: null, seed }).labels).toEqual(labels);
});

test('another seed gives the same senses where they are clear', () => {
  const { data, dim } = vectorsOf('小米');
  const { labels } = findSenses(data, dim, { k: null, seed });
  for (const other of [0, 1, 2 ** 32 - 1]) {
    expect(findSenses(data, dim, { k: null, seed: other }).labels).toEqual(labels);
  }
});

test('repeated vectors share a sense and give no weight to it', () => {
  const { data, dim } = vectorsOf('forest');
  const twice = Float32Array.from([...data, ...data, ...data]);
  expect(findSenses(twice, dim, { k: null, seed }).k).toBe(1);
  const { labels } = findSenses(twice, dim, { k: 3, seed });
  expect(labels.subarray(0, 8)).toEqual(labels.subarray(8, 16));
});

test('vectors that are all the same, but for rounding, have one sense whatever is asked', () => {
  const random = seededRandom(5);
  const same = Float32Array.from({ length: 12 * 64 }, (_, at) => Math.sin(at % 64) + 1e-7 * random());
  for (const data of [same, centreRows(same, 64), new Float32Array(12 * 64)]) {
    expect(distinctRows(data, 64).first).toEqual([0]);
    for (const k of [null, 1, 5]) {
      expect(findSenses(data, 64, { k, seed })).toEqual({ labels: new Int32Array(12), k: 1 });
    }
  }
});

test('few vectors have one sense, or as many as are asked for and there', () => {
  expect(findSenses(new Float32Array(0), 4, { k: null, seed })).toEqual({ labels: new Int32Array(0), k: 0 });
  expect(findSenses(Float32Array.of(1, 2, 3), 3, { k: null, seed }).k).toBe(1);
  expect(findSenses(Float32Array.of(1, 2, 3), 3, { k: 4, seed }).k).toBe(1);
  const three = Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
  expect(findSenses(three, 3, { k: null, seed }).k).toBe(1);
  expect(findSenses(three, 3, { k: 20, seed }).k).toBe(3);
  expect(findSenses(three, 3, { k: 2, seed }).k).toBe(2);
});

test('what is not a set of vectors is refused', () => {
  expect(() => findSenses(Float32Array.of(1, Number.NaN), 2, { k: null, seed })).toThrow(Fault);
  expect(() => findSenses(new Float32Array(5), 2, { k: null, seed })).toThrow(Fault);
});
