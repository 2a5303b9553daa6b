import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { beforeAll, expect, test } from 'vitest';
import expected from '../../../fixtures/scorecard/glove.json' with { type: 'json' };
import { modelCardSchema } from '../../models/modelCard.ts';
import type { StaticModel } from '../../models/staticModel.ts';
import { makeStaticModel } from '../../models/staticParts.ts';
import { contextsSchema, evaluationSchema, relationsSchema, wordListSchema } from '../../text/corpus.ts';
import { analogyMeasure, pairsMeasure, sensesMeasure } from './measures.ts';
import { rowEmbedder, type SetName } from './rowEmbedder.ts';
import { type ScoreSets, scoreSets } from './scoreSets.ts';

const file = (path: string) =>
  new Uint8Array(readFileSync(new URL(`../../../public/${path}`, import.meta.url)));
const json = (path: string): unknown => JSON.parse(new TextDecoder().decode(file(path)));

let model: StaticModel;
let sets: ScoreSets;
beforeAll(() => {
  const card = v.parse(modelCardSchema, json('models/glove-6b-50d/model.json'));
  if (card.kind !== 'static') throw new Error('glove is not static');
  const [vectors, words] = ['vectors.bin', 'vocabulary.txt'].map((name) =>
    file(`models/glove-6b-50d/${name}`),
  );
  model = makeStaticModel(card, vectors, words, { cached: false, origins: null });
  sets = scoreSets(
    v.parse(evaluationSchema, json('data/evaluation-en.json')),
    v.parse(relationsSchema, json('data/relations-en.json')),
    v.parse(wordListSchema, json('data/words-en.json')),
    v.parse(contextsSchema, json('data/contexts-en.json')),
  );
});

async function vectorsOf(set: SetName) {
  const n = sets[set].length;
  const chunk = await rowEmbedder('static', model, sets).embed(set, 0, n, new AbortController().signal);
  const missing = new Uint8Array(n);
  for (const row of chunk.missing) missing[row] = 1;
  return {
    dim: chunk.dim,
    data: Float32Array.from(chunk.data),
    missing,
    coverage: chunk.coverage && Float32Array.from(chunk.coverage),
  };
}

function expectMeasure(measure: unknown, { value, low, high, n, coverage }: Record<string, number>) {
  expect(measure).toEqual({
    value: expect.closeTo(value, 6),
    low: expect.closeTo(low, 6),
    high: expect.closeTo(high, 6),
    n,
    coverage: coverage === undefined ? expect.any(Number) : expect.closeTo(coverage, 6),
  });
}

test('word pairs, their interval and their coverage are those of scipy', async () => {
  expectMeasure(pairsMeasure(await vectorsOf('words'), sets.wordPairs, expected.seed), expected.words);
});

test('analogies, their interval and their coverage are those of numpy', async () => {
  expectMeasure(analogyMeasure(await vectorsOf('words'), sets.relations, expected.seed), expected.analogy);
});

test('a sentence is the mean of its known words: pairs as numpy and scipy have them', async () => {
  const { pairs, value, low, high, n } = expected.sentences;
  const plain = new Set(pairs.map((pair) => pair.join('|')));
  const graded = sets.sentencePairs.filter(({ a, b }) =>
    plain.has(`${sets.sentences[a]}|${sets.sentences[b]}`),
  );
  expectMeasure(pairsMeasure(await vectorsOf('sentences'), graded, expected.seed), { value, low, high, n });
});

test('a word has one point in all its sentences, so no sense is found', async () => {
  const measure = sensesMeasure(await vectorsOf('occurrences'), sets.senseWords, expected.seed);
  expect(measure).toEqual({ value: 0, low: 0, high: 0, n: 20, coverage: 1 });
});

test('every answer is a passage, and every word of the sets stands once', () => {
  expect(sets.answers).toHaveLength(100);
  expect(sets.answers.flat().every((row) => sets.passages[row] !== undefined)).toBe(true);
  expect(new Set(sets.words.map((word) => word.toLowerCase())).size).toBe(sets.words.length);
});
