import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { meanLabelAgreement } from '../evaluation/labelAgreement.ts';
import { modelCardSchema } from '../models/modelCard.ts';
import { makeStaticModel } from '../models/staticParts.ts';
import { projectSteps } from '../projection/project.ts';
import { wordListSchema } from '../text/corpus.ts';
import { wordItems } from '../text/dataItems.ts';
import { knn } from '../vectors/knn.ts';
import { finish } from '../vectors/steps.ts';
import { decodeFirstMap, decodeNeighbours } from './firstMap.ts';
import { DEFAULT_PROJECTION } from './mapRequest.ts';

const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../public/data/${name}.json`, import.meta.url), 'utf8'));

const HOME: Record<string, string> = { 'words-zh': 'glove-zh-cedict', 'words-en': 'glove-6b-50d' };

function staticModel(id: string) {
  const bytes = (name: string) =>
    new Uint8Array(readFileSync(new URL(`../../public/models/${id}/${name}`, import.meta.url)));
  const card = v.parse(modelCardSchema, JSON.parse(new TextDecoder().decode(bytes('model.json'))));
  if (card.kind !== 'static') throw new Error(`${id} is not static`);
  const files = { cached: false, origins: async () => new Uint8Array() };
  return makeStaticModel(card, bytes('vectors.bin'), bytes('vocabulary.txt'), files);
}

describe.each(['words-zh', 'words-en'])('the precomputed map of %s', (data) => {
  const { items } = wordItems(v.parse(wordListSchema, json(data)));
  const labels = items.map(({ group }) => group);
  const neighbours = decodeNeighbours(json(`first-map-${data}-neighbours`), items.length);
  const inSpace = meanLabelAgreement(neighbours.indices, neighbours.k, labels);

  test('words of a group lie together in the original space', () => {
    expect(inSpace).toBeGreaterThanOrEqual(0.6);
  });

  test.each([2, 3] as const)('and on the map in %dD, within 0.05', (dims) => {
    const map = decodeFirstMap(json(`first-map-${data}`), items.length, dims);
    const onMap = knn(map.coordinates, dims, 10, 'euclidean');
    const agreement = meanLabelAgreement(onMap.indices, 10, labels);
    expect(Math.abs(agreement - inSpace)).toBeLessThanOrEqual(0.05);
    expect(map.quality.trustworthiness).toBeGreaterThan(0.95);
    expect(map.preservation.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  test('it is what the engine makes of the same words now (else run `npm run first-map`)', async () => {
    const model = staticModel(HOME[data]);
    const vectors = await model.embedTexts(items.map(({ text }) => text));
    const { projector: method, nEpochs, ...settings } = DEFAULT_PROJECTION;
    const input = { ...settings, method, dims: 2, data: vectors.data, dim: vectors.dim } as const;
    const { coordinates, engine } = finish(projectSteps(input, { stopped: false }));
    const map = decodeFirstMap(json(`first-map-${data}`), items.length, 2);
    expect(nEpochs).toBe(null);
    expect(map.projection.engine).toBe(engine);
    expect(map.coordinates).toEqual(coordinates);
  });
});

test('a map of other data is refused', () => {
  expect(() => decodeFirstMap(json('first-map-words-en'), 3, 2)).toThrow(/data-invalid/);
  expect(() => decodeFirstMap({ format: 'x' }, 3, 2)).toThrow(/data-invalid/);
  expect(() => decodeNeighbours(json('first-map-words-en-neighbours'), 3)).toThrow(/data-invalid/);
});
