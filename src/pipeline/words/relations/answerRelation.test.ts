import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { modelCardSchema } from '../../../models/modelCard.ts';
import { decodeVectors } from '../../../models/staticVectors.ts';
import { relationsSchema } from '../../../text/corpus.ts';
import { parallelism } from '../../../vectors/parallelism.ts';
import { finish } from '../../../vectors/steps.ts';
import { WordSpace } from '../wordSpace.ts';
import { answerRelation, type WordPair } from './answerRelation.ts';

const file = (path: string) => new Uint8Array(readFileSync(new URL(`../../../../${path}`, import.meta.url)));
const json = (path: string): unknown => JSON.parse(new TextDecoder().decode(file(path)));

interface Counted {
  right: number;
  total: number;
  close: number;
}
/** fixtures/analogy/make.py: plain numpy in float64. */
interface Fixture {
  languages: Record<
    'zh' | 'en',
    {
      model: string;
      relations: {
        id: string;
        pairs: number;
        add: Counted;
        mul: Counted;
        addWithInputs: Counted;
        parallel: number;
        shuffled: number;
      }[];
    }
  >;
}
const { languages } = json('fixtures/analogy/analogy.json') as Fixture;

function spaceOf(language: 'zh' | 'en'): WordSpace {
  const folder = `public/models/${languages[language].model}`;
  const card = v.parse(modelCardSchema, json(`${folder}/model.json`));
  if (card.kind !== 'static') throw new Error('not static');
  const words = new TextDecoder()
    .decode(file(`${folder}/vocabulary.txt`))
    .trimEnd()
    .split('\n');
  const data = decodeVectors(file(`${folder}/vectors.bin`), card);
  return new WordSpace([{ language, words, data }], card.dim);
}

describe.each(['zh', 'en'] as const)('the bundled relations in %s', (language) => {
  const space = spaceOf(language);
  const expected = languages[language].relations;
  const { relations } = v.parse(relationsSchema, json(`public/data/relations-${language}.json`));
  const word = (text: string) => ({ row: space.find(text), vector: null, text });
  const pairsOf = (pairs: readonly (readonly [string, string])[]): WordPair[] =>
    pairs.map(([a, b]) => ({ a: word(a), b: word(b) }));

  test('every answer of every relation is counted as numpy counts it', { timeout: 60_000 }, () => {
    const counted = relations.map(({ id, pairs }) => {
      const { right, questions } = finish(answerRelation(space, pairsOf(pairs)));
      return { id, questions, ...right };
    });
    expect(counted.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    counted.forEach((one, index) => {
      const { add, mul, addWithInputs } = expected[index];
      expect(one.questions).toBe(add.total);
      // float32 may turn round those whose best two lie within 1e-6
      expect(Math.abs(one.add - add.right), one.id).toBeLessThanOrEqual(add.close);
      expect(Math.abs(one.mul - mul.right), one.id).toBeLessThanOrEqual(mul.close);
      expect(Math.abs(one.withInputs - addWithInputs.right), one.id).toBeLessThanOrEqual(addWithInputs.close);
    });
    expect(
      expected.reduce(
        (sum, { add, mul, addWithInputs }) => sum + add.close + mul.close + addWithInputs.close,
        0,
      ),
    ).toBeLessThanOrEqual(1);
  });

  test('how parallel the arrows are, given and shuffled, is numpy’s number', () => {
    relations.forEach(({ pairs }, index) => {
      const rows = (end: 0 | 1) => space.raw(pairs.map((pair) => space.find(pair[end])));
      const { mean, shuffled } = parallelism(unit(rows(0), space.dim), unit(rows(1), space.dim), space.dim);
      expect(Math.abs(mean - expected[index].parallel)).toBeLessThan(1e-5);
      expect(Math.abs(shuffled - expected[index].shuffled)).toBeLessThan(1e-5);
    });
  });
});

function unit(data: Float32Array<ArrayBuffer>, dim: number): Float32Array<ArrayBuffer> {
  return data.map((value, at) => {
    const row = at - (at % dim);
    return value / Math.hypot(...data.subarray(row, row + dim));
  });
}

describe('a space of four words', () => {
  // on a circle, by degrees: 0, 20, 90, 110
  const angles = [0, 20, 90, 110];
  const at = (degrees: number) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const words = ['a', 'b', 'c', 'd'];
  const space = new WordSpace([{ language: 'en', words, data: Float32Array.from(angles.flatMap(at)) }], 2);
  const known = (text: string) => ({ row: words.indexOf(text), vector: null, text });

  test('tells of each pair how often it was answered, and with what else', () => {
    const { questions, right, pairs } = finish(
      answerRelation(space, [
        { a: known('a'), b: known('b') },
        { a: known('c'), b: known('d') },
      ]),
    );
    expect(questions).toBe(2);
    expect(right.add).toBe(2);
    expect(pairs).toEqual([
      { right: 1, wrong: null },
      { right: 1, wrong: null },
    ]);
  });

  test('a word that the space lacks is a candidate with its own vector', () => {
    const outside = { row: -1, vector: Float32Array.from(at(200).map((value) => 3 * value)), text: 'e' };
    const { pairs, right } = finish(
      answerRelation(space, [
        { a: known('a'), b: known('c') },
        { a: known('d'), b: outside },
      ]),
    );
    // 110° moved by the step from 0° to 90° points to 125°: of what is left e (200°) is nearer than b (20°)
    expect(pairs[1]).toEqual({ right: 1, wrong: null });
    // 0° moved by the step from 110° to 200° points to −73°: b (20°) is nearer than c (90°)
    expect(pairs[0]).toEqual({ right: 0, wrong: { text: 'b', count: 1 } });
    expect(right.add).toBe(1);
  });
});
