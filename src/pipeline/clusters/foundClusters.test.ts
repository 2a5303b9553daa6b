import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { modelCardSchema } from '../../models/modelCard.ts';
import { decodeVectors } from '../../models/staticVectors.ts';
import { wordListSchema } from '../../text/corpus.ts';
import { finish } from '../../vectors/steps.ts';
import { dominantGroups } from './dominantGroups.ts';
import { type ClusterQuestion, foundClusterSteps } from './foundClusters.ts';

const file = (path: string) =>
  new Uint8Array(readFileSync(new URL(`../../../public/${path}`, import.meta.url)));
const text = (path: string) => new TextDecoder().decode(file(path));

function bundled(model: string, list: string): Omit<ClusterQuestion, 'k' | 'seed'> {
  const card = v.parse(modelCardSchema, JSON.parse(text(`models/${model}/model.json`)));
  if (card.kind !== 'static') throw new Error(`${model} is not static`);
  const all = decodeVectors(file(`models/${model}/vectors.bin`), card);
  const vocabulary = text(`models/${model}/vocabulary.txt`).trimEnd().split('\n');
  const rows = new Map(vocabulary.map((word, row) => [word, row]));
  const { groups } = v.parse(wordListSchema, JSON.parse(text(`data/${list}.json`)));
  const items = groups.flatMap(({ id, words }) => words.map((word) => ({ word, group: id })));
  const { dim } = card;
  const data = new Float32Array(items.length * dim);
  items.forEach(({ word }, place) => {
    const row = rows.get(word) ?? rows.get(word.toLowerCase()) ?? Number.NaN;
    data.set(all.subarray(row * dim, (row + 1) * dim), place * dim);
  });
  return { data, dim, words: items.map(({ word }) => word), groups: items.map(({ group }) => group) };
}

describe.each([
  ['glove-zh-cedict', 'words-zh', 0.76, 0.75],
  ['glove-6b-50d', 'words-en', 0.78, 0.9],
])('%s on %s', (model, list, agreement, purity) => {
  const question = bundled(model, list);
  const started = performance.now();
  const found = finish(foundClusterSteps({ ...question, k: null, seed: 1 }));
  const took = performance.now() - started;

  test('the density method finds about as many clusters as groups, and the groups', () => {
    expect(found.method).toBe('density');
    expect(found.k).toBeGreaterThan(20);
    expect(found.k).toBeLessThan(40);
    expect(found.nmi).toBeGreaterThan(agreement);
    expect(found.ari).toBeGreaterThan(0.56);
    expect(found.labels.filter((label) => label < 0).length).toBeLessThan(question.words.length / 50);
  });

  test('colours are a cluster of their own, animals one, countries lie with no group but their capitals', () => {
    const partOf = (cluster: number, ids: readonly string[]) => {
      const members = question.groups.filter((_, row) => found.labels[row] === cluster);
      return members.filter((group) => ids.includes(group)).length / members.length;
    };
    const home = (id: string) =>
      found.dominant.flatMap((best, cluster) => (best?.group === id ? [cluster] : []));
    expect(partOf(home('colours')[0], ['colours'])).toBeGreaterThan(purity);
    expect(partOf(home('animals')[0], ['animals', 'birds'])).toBeGreaterThan(0.85);
    expect(home('countries').length).toBeGreaterThan(0);
    for (const cluster of home('countries')) {
      expect(partOf(cluster, ['countries', 'capitals'])).toBeGreaterThan(0.9);
    }
  });

  test('every cluster has a name of three words of its own', () => {
    found.names.forEach((name, cluster) => {
      expect(name).toHaveLength(3);
      for (const word of name) expect(found.labels[question.words.indexOf(word)]).toBe(cluster);
    });
  });

  test('it is fast enough to wait for', () => {
    // half a second on two free cores; the bound leaves room for a busy machine
    expect(took).toBeLessThan(6000);
  });

  test('k-means makes as many as asked, the same for the same seed', () => {
    const first = finish(foundClusterSteps({ ...question, k: 20, seed: 3 }));
    expect(first.method).toBe('k-means');
    expect(first.k).toBe(20);
    expect(first.nmi).toBeGreaterThan(0.7);
    expect(finish(foundClusterSteps({ ...question, k: 20, seed: 3 }))).toEqual(first);
  }, 30_000);
});

const small = { dim: 2, seed: 1, groups: ['x', 'x', ''], words: ['a', 'b', 'c'] };

test('three words and equal words have clusters too', () => {
  const data = Float32Array.of(1, 0, 0, 1, 1, 1);
  expect(finish(foundClusterSteps({ ...small, data, k: null }))).toMatchObject({
    k: 1,
    ari: null,
    nmi: null,
  });
  const three = finish(foundClusterSteps({ ...small, data, k: 9 }));
  expect(three).toMatchObject({
    k: 3,
    names: [['a'], ['b'], ['c']],
    dominant: [{ group: 'x', share: 1 }, {}, null],
  });
  const equal = new Float32Array(6).fill(1);
  for (const k of [null, 2]) expect(finish(foundClusterSteps({ ...small, data: equal, k })).k).toBe(1);
});

test('without groups nothing is compared, and what does not fit is refused', () => {
  const data = Float32Array.of(1, 0, 0, 1, 1, 1);
  const found = finish(foundClusterSteps({ ...small, data, k: 2, groups: ['', '', ''] }));
  expect(found).toMatchObject({ ari: null, nmi: null, dominant: [null, null] });
  expect(() => finish(foundClusterSteps({ ...small, data, k: 2, words: ['a'] }))).toThrow(RangeError);
  expect(() => finish(foundClusterSteps({ ...small, data: data.fill(Number.NaN), k: 2 }))).toThrow(
    expect.objectContaining({ code: 'vectors-invalid' }),
  );
});

test('the group that most of a cluster has is told with its part of those that have one', () => {
  const labels = Int32Array.of(0, 0, 0, 0, 1, -1);
  expect(dominantGroups(labels, 2, ['x', 'y', 'y', '', '', 'x'])).toEqual([
    { group: 'y', share: 2 / 3 },
    null,
  ]);
});
