import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { meanLabelAgreement } from '../evaluation/labelAgreement.ts';
import { wordListSchema } from '../text/corpus.ts';
import { wordItems } from '../text/dataItems.ts';
import { knn } from '../vectors/knn.ts';
import { decodeFirstMap, decodeNeighbours } from './firstMap.ts';

const json = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../public/data/${name}.json`, import.meta.url), 'utf8'));

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
});

test('a map of other data is refused', () => {
  expect(() => decodeFirstMap(json('first-map-words-en'), 3, 2)).toThrow(/data-invalid/);
  expect(() => decodeFirstMap({ format: 'x' }, 3, 2)).toThrow(/data-invalid/);
  expect(() => decodeNeighbours(json('first-map-words-en-neighbours'), 3)).toThrow(/data-invalid/);
});
