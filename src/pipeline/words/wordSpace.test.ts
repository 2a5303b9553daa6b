import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../contract/options.ts';
import { modelCardSchema } from '../../models/modelCard.ts';
import { decodeVectors } from '../../models/staticVectors.ts';
import { parseArithmetic } from '../../text/arithmetic/parseArithmetic.ts';
import { bestRows } from '../../vectors/combination.ts';
import { norm } from '../../vectors/similarity.ts';
import { finish } from '../../vectors/steps.ts';
import { type Candidate, type Term, WordSpace, type WordTable } from './wordSpace.ts';

type Answers = [word: string, score: number][];
type Spoken = [language: Language, word: string];
/** fixtures/analogy/make.py: gensim 4.4 and plain numpy on the bundled vectors. */
interface Fixture {
  languages: Record<
    Language,
    {
      model: string;
      questions: { a: string; b: string; c: string; add: Answers; mul?: Answers }[];
      neighbours: { word: string; answers: Answers }[];
      arithmetic: { formula: string; terms: [string, number][]; length: number; answers: Answers }[];
    }
  >;
  cross: {
    dims: number;
    nearest: { language: Language; word: string; answers: Answers }[];
    analogies: { a: Spoken; b: Spoken; c: Spoken; answers: [Language, string, number][] }[];
  };
}

const file = (path: string) => new Uint8Array(readFileSync(new URL(`../../../${path}`, import.meta.url)));
const json = (path: string): unknown => JSON.parse(new TextDecoder().decode(file(path)));
const { languages, cross } = json('fixtures/analogy/analogy.json') as Fixture;
const WITHIN = 1e-5;
/** Scores this close may come in either order. */
const TIE = 2e-6;

const tables = new Map((['zh', 'en'] as const).map((language) => [language, tableOf(language)]));

function tableOf(language: Language): WordTable & { readonly dim: number } {
  const folder = `public/models/${languages[language].model}`;
  const card = v.parse(modelCardSchema, json(`${folder}/model.json`));
  if (card.kind !== 'static') throw new Error(`${card.id} is not static`);
  const words = new TextDecoder()
    .decode(file(`${folder}/vocabulary.txt`))
    .trimEnd()
    .split('\n');
  return { language, words, data: decodeVectors(file(`${folder}/vectors.bin`), card), dim: card.dim };
}

function table(language: Language) {
  const found = tables.get(language);
  if (!found) throw new Error(`no table for ${language}`);
  return found;
}

/** The answers are the expected ones, by score, save that ties may have changed places. */
function expectAnswers(got: readonly { text: string; score: number }[], wanted: Answers, about: string) {
  wanted.forEach(([word, score], rank) => {
    expect(Math.abs(got[rank].score - score), `${about}: score ${rank}`).toBeLessThanOrEqual(WITHIN);
    if (got[rank].text === word) return;
    const place = got.findIndex(({ text }) => text === word);
    const apart = place < 0 ? Number.POSITIVE_INFINITY : Math.abs(got[place].score - got[rank].score);
    expect(apart, `${about}: ${word} at ${rank}, not ${got[rank].text}`).toBeLessThan(TIE);
  });
}

const byProduct = (rows: readonly Candidate[]) =>
  rows.map(({ text, scoreMul }) => ({ text, score: scoreMul }));

describe.each(['zh', 'en'] as const)('the words of the bundled %s model', (language) => {
  const plain = new WordSpace([table(language)], table(language).dim);
  const space = new WordSpace([table(language)], table(language).dim);
  finish(space.indexSteps());
  const { questions, neighbours, arithmetic } = languages[language];
  const term = (word: string, weight: number): Term => {
    const row = space.find(word);
    expect(row, word).toBeGreaterThanOrEqual(0);
    return { row, vector: null, weight };
  };

  test('gensim’s answers to 500 analogies, 100 of them by 3CosMul too', { timeout: 180_000 }, () => {
    expect(questions).toHaveLength(500);
    expect(questions.filter(({ mul }) => mul !== undefined)).toHaveLength(100);
    for (const { a, b, c, add, mul = [] } of questions) {
      const found = space.combine([term(b, 1), term(a, -1), term(c, 1)], 8);
      expectAnswers(found.candidates, add, `${a} → ${b}, ${c} → ?`);
      expectAnswers(byProduct(found.byProduct), mul, `${a} → ${b}, ${c} → ? by product`);
    }
  });

  test('with nothing left out a word’s nearest is itself, then come gensim’s neighbours', () => {
    for (const { word, answers } of neighbours) {
      const { including, candidates } = space.combine([term(word, 1)], 12);
      expect(including[0].text).toBe(word);
      expectAnswers(candidates, answers, word);
      expectAnswers(including.slice(1), answers, word);
    }
  });

  test('with an index and without it the answers are the same, to the bit', () => {
    for (const { a, b, c } of questions.slice(0, 20)) {
      const terms = [term(b, 1), term(a, -1), term(c, 1)];
      const answer = plain.combine(terms, 30);
      expect(space.combine(terms, 30)).toEqual(answer);
      const among = { from: 5, to: Math.floor(space.size / 2) + 3, without: new Set([space.find(b), 77]) };
      expect(space.nearest(answer.vector, 30, among)).toEqual(plain.nearest(answer.vector, 30, among));
    }
    const nowhere = new Float32Array(space.dim);
    expect(space.nearest(nowhere, 3)).toEqual(plain.nearest(nowhere, 3));
  });

  test('a formula is read, added up and answered as numpy does it', () => {
    for (const { formula, terms, length, answers } of arithmetic) {
      const parsed = parseArithmetic(formula);
      if (!parsed.ok) throw new Error(`${formula}: ${parsed.error.code}`);
      const read = new Map(parsed.terms.map(({ word, weight }) => [word.toLowerCase(), weight]));
      expect(read.size).toBe(terms.length);
      for (const [word, weight] of terms) expect(read.get(word), formula).toBeCloseTo(weight, 9);
      const { candidates, vector } = space.combine(
        parsed.terms.map(({ word, weight }) => term(word, weight)),
        8,
      );
      expect(norm(vector)).toBeCloseTo(length, 5);
      expectAnswers(candidates, answers, formula);
    }
  });
});

describe('both languages in one space', () => {
  const { dims, nearest, analogies } = cross;
  const space = new WordSpace(
    (['zh', 'en'] as const).map((language) => ({ ...table(language), data: cut(table(language), dims) })),
    dims,
  );

  const rowsOf = { zh: new Set<number>(), en: new Set<number>() };
  space.words.forEach((_, row) => {
    rowsOf[space.languageOf(row)].add(row);
  });

  test('the nearest words of the other language are numpy’s', { timeout: 60_000 }, () => {
    expect(nearest).toHaveLength(40);
    for (const { language, word, answers } of nearest) {
      const row = space.find(word);
      expect(space.languageOf(row)).toBe(language);
      const cosines = space.cosines(space.vector(row));
      const rows = bestRows(cosines, 8, rowsOf[language]);
      expectAnswers(
        rows.map((other) => ({ text: space.words[other], score: cosines[other] })),
        answers,
        word,
      );
    }
  });

  test('analogies across the languages are answered as numpy answers them', () => {
    for (const { a, b, c, answers } of analogies) {
      const term = ([language, word]: Spoken, weight: number): Term => {
        const row = space.find(word);
        expect(space.languageOf(row)).toBe(language);
        return { row, vector: null, weight };
      };
      const { candidates } = space.combine([term(b, 1), term(a, -1), term(c, 1)], 8);
      expectAnswers(
        candidates.map(({ text, language, score }) => ({ text: `${language} ${text}`, score })),
        answers.map(([language, word, score]) => [`${language} ${word}`, score]),
        `${a[1]} → ${b[1]}, ${c[1]} → ?`,
      );
    }
  });
});

/** The first `dims` numbers of each vector. */
function cut({ data, words, dim }: WordTable & { readonly dim: number }, dims: number) {
  const first = new Float32Array(words.length * dims);
  words.forEach((_, row) => {
    first.set(data.subarray(row * dim, row * dim + dims), row * dims);
  });
  return first;
}
