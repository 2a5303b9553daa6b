import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { modelCardSchema } from '../models/modelCard.ts';
import { decodeVectors } from '../models/staticVectors.ts';
import { unitRows } from './normalise.ts';
import { placesAlong, semanticAxis, spreadOf } from './semanticAxis.ts';

const file = (path: string) => new Uint8Array(readFileSync(new URL(`../../${path}`, import.meta.url)));
const text = (path: string) => new TextDecoder().decode(file(path));

/** fixtures/axes/make.py: the same by numpy in double precision. */
interface Fixture {
  readonly models: readonly {
    readonly model: string;
    readonly axes: readonly {
      readonly a: readonly string[];
      readonly b: readonly string[];
      readonly length: number;
      readonly mean: number;
      readonly sd: number;
      readonly places: readonly (readonly [string, number])[];
    }[];
  }[];
}
const { models } = JSON.parse(text('fixtures/axes/axes.json')) as Fixture;

describe.each(models)('$model', ({ model, axes }) => {
  const card = v.parse(modelCardSchema, JSON.parse(text(`public/models/${model}/model.json`)));
  if (card.kind !== 'static') throw new Error(`${model} is not static`);
  const { dim } = card;
  const rows = new Map(
    text(`public/models/${model}/vocabulary.txt`)
      .trimEnd()
      .split('\n')
      .map((word, row) => [word, row]),
  );
  const data = decodeVectors(file(`public/models/${model}/vectors.bin`), card);
  const vectorOf = (word: string) => {
    const row = rows.get(word);
    if (row === undefined) throw new Error(`no ${word}`);
    return data.slice(row * dim, (row + 1) * dim);
  };
  const unit = (word: string) => unitRows(vectorOf(word), dim);

  test.each(axes)('the axis $a – $b and 30 words on it are numpy’s to 1e-6', (expected) => {
    const axis = semanticAxis(expected.a.map(unit), expected.b.map(unit), dim);
    expect(axis?.length).toBeCloseTo(expected.length, 6);
    if (!axis) return;
    const words = new Float32Array(expected.places.flatMap(([word]) => [...vectorOf(word)]));
    const places = placesAlong(words, dim, axis);
    expect(expected.places).toHaveLength(30);
    expected.places.forEach(([, place], index) => {
      expect(Math.abs(places[index] - place)).toBeLessThan(1e-6);
    });
    const spread = spreadOf(places);
    expect(Math.abs(spread.mean - expected.mean)).toBeLessThan(1e-6);
    expect(Math.abs(spread.sd - expected.sd)).toBeLessThan(1e-6);
  });

  test('turned round, an axis puts every word at the opposite place', () => {
    const [{ a, b, places }] = axes;
    const words = new Float32Array(places.flatMap(([word]) => [...vectorOf(word)]));
    const there = semanticAxis(a.map(unit), b.map(unit), dim);
    const back = semanticAxis(b.map(unit), a.map(unit), dim);
    if (!there || !back) throw new Error('no axis');
    const turned = placesAlong(words, dim, back);
    placesAlong(words, dim, there).forEach((place, index) => {
      expect(turned[index]).toBeCloseTo(-place, 12);
    });
  });
});

test('poles that are the same, or have the same mean, make no axis', () => {
  expect(semanticAxis([[1, 0]], [[1, 0]], 2)).toBeNull();
  expect(
    semanticAxis(
      [
        [1, 0],
        [-1, 0],
      ],
      [
        [0, 1],
        [0, -1],
      ],
      2,
    ),
  ).toBeNull();
});

test('a word without a direction stands at 0, length does not matter, and no words have no spread', () => {
  const axis = semanticAxis([[0, -1]], [[0, 1]], 2);
  expect(axis?.length).toBe(2);
  if (!axis) return;
  expect([...placesAlong(new Float32Array([0, 0, 0, 5, 3, 3]), 2, axis)]).toEqual([0, 1, Math.SQRT1_2]);
  expect(spreadOf([])).toEqual({ mean: 0, sd: 0 });
});
