import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Language } from '../../../contract/options.ts';
import { modelCardSchema } from '../../../models/modelCard.ts';
import { decodeVectors } from '../../../models/staticVectors.ts';
import { cosineSimilarity } from '../../../vectors/similarity.ts';
import { WordSpace, type WordTable } from '../wordSpace.ts';
import { graphWords, nearestNodes, withWords } from './graphWords.ts';
import { neighbourhood } from './neighbourhood.ts';
import { linksAmong, playGame } from './playGame.ts';
import { compareWords, knownGraph, knownHubs } from './wordGraph.ts';

const file = (path: string) => new Uint8Array(readFileSync(new URL(`../../../../${path}`, import.meta.url)));
const json = (path: string): unknown => JSON.parse(new TextDecoder().decode(file(path)));
const MODELS = { zh: 'glove-zh-cedict', en: 'glove-6b-50d' } as const;
const DIM = 50;

/** fixtures/analogy/make.py: gensim's most_similar, and numpy's nearest words of the other language. */
const fixture = json('fixtures/analogy/analogy.json') as {
  languages: Record<Language, { neighbours: { word: string; answers: [string, number][] }[] }>;
  cross: { nearest: { language: Language; word: string; answers: [string, number][] }[] };
};

function table(language: Language): WordTable & { readonly dim: number } {
  const folder = `public/models/${MODELS[language]}`;
  const card = v.parse(modelCardSchema, json(`${folder}/model.json`));
  if (card.kind !== 'static') throw new Error('not static');
  const words = new TextDecoder()
    .decode(file(`${folder}/vocabulary.txt`))
    .trimEnd()
    .split('\n');
  return { language, words, data: decodeVectors(file(`${folder}/vectors.bin`), card), dim: card.dim };
}

/** The first `rows` rows and DIM numbers of each. */
function part({ language, words, data, dim }: ReturnType<typeof table>, rows: number): WordTable {
  const kept = new Float32Array(Math.min(rows, words.length) * DIM);
  for (let row = 0; row * DIM < kept.length; row++)
    kept.set(data.subarray(row * dim, row * dim + DIM), row * DIM);
  return { language, words: words.slice(0, rows), data: kept };
}

const tables = { zh: table('zh'), en: table('en') };
const around = (space: WordSpace, word: string) => {
  const row = space.find(word);
  return neighbourhood(space, { row, vector: space.raw([row]), seed: 42 });
};

describe.each(['zh', 'en'] as const)('the whole dictionary, %s', (language) => {
  const space = new WordSpace([tables[language]], tables[language].dim);

  test('the nearest words and their scores are gensim’s', () => {
    for (const { word, answers } of fixture.languages[language].neighbours) {
      const { candidates } = around(space, word);
      expect(candidates.length).toBe(20);
      answers.forEach(([text, score], rank) => {
        expect(candidates[rank].score).toBeCloseTo(score, 5);
        const tied = candidates.filter((other) => Math.abs(other.score - score) < 2e-6);
        expect(tied.map((other) => other.text)).toContain(text);
      });
    }
  });

  test('the spread counts every other word once', () => {
    const word = language === 'zh' ? '国王' : 'king';
    const { spread, pairs, candidates, byLanguage } = around(space, word);
    expect(spread.total).toBe(space.size - 1);
    expect(spread.counts.reduce((sum, n) => sum + n, 0)).toBe(space.size - 1);
    expect(spread.counts.length).toBeLessThanOrEqual(50);
    expect(pairs.counts.length).toBe(spread.counts.length);
    expect(pairs.counts.reduce((sum, n) => sum + n, 0)).toBe(20_000);
    expect(spread.nearest).toBe(candidates[0].score);
    const self = space.find(word);
    const own = Array.from({ length: space.size }, (_, row) => row)
      .filter((row) => row !== self)
      .map((row) => cosineSimilarity(space.vector(self), space.vector(row)))
      .sort((a, b) => b - a);
    expect(spread.hundredth).toBeCloseTo(own[99], 6);
    expect(spread.aboveHalf).toBeCloseTo(own.filter((cosine) => cosine > 0.5).length / own.length, 4);
    expect(spread.mean).toBeCloseTo(own.reduce((sum, cosine) => sum + cosine, 0) / own.length, 6);
    expect(byLanguage).toEqual([]);
    expect(around(space, word)).toEqual(around(space, word));
  });
});

test('in both languages the nearest words of the other one are numpy’s', () => {
  const both = new WordSpace([part(tables.zh, 1e9), part(tables.en, 1e9)], DIM);
  for (const { language, word, answers } of fixture.cross.nearest) {
    const other = language === 'zh' ? 'en' : 'zh';
    const { byLanguage } = around(both, word);
    const theirs = byLanguage.find((each) => each.language === other)?.nearest ?? [];
    answers.forEach(([text, score], rank) => {
      expect(theirs[rank].score).toBeCloseTo(score, 5);
      const tied = theirs.filter((each) => Math.abs(each.score - score) < 2e-6);
      expect(tied.map((each) => each.text)).toContain(text);
    });
    const own = byLanguage.find((each) => each.language === language)?.nearest ?? [];
    expect(own.map(({ text }) => text)).not.toContain(word);
  }
});

test('a word from elsewhere, which is no row, leaves none out', () => {
  const space = new WordSpace([part(tables.en, 500)], DIM);
  const found = neighbourhood(space, { row: -1, vector: space.raw([7]), seed: 1 });
  expect(found.candidates[0]).toMatchObject({ row: 7 });
  expect(found.spread.total).toBe(500);
});

describe('the graph of a small space', () => {
  const space = new WordSpace([part(tables.zh, 700), part(tables.en, 700)], DIM);
  const words = graphWords(space);
  const signal = new AbortController().signal;

  beforeAll(async () => {
    expect(knownGraph(space)).toBeNull();
    expect(playGame(space, { path: [words.rows[0]], goal: words.rows[5] }).fewest).toBeNull();
    await compareWords(space, { signal, progress() {} });
  });

  test('has words alone: no signs, none that is found as another', () => {
    expect(words.rows.length).toBeGreaterThan(1000);
    for (const row of words.rows) {
      expect(space.words[row]).toMatch(/^\p{L}[^,~]*$/u);
      expect(space.find(space.words[row])).toBe(row);
    }
  });

  test('what the game offers is what the graph links', () => {
    const graph = knownGraph(space);
    for (let node = 0; node < words.rows.length; node += 37) {
      expect(nearestNodes(words, DIM, node)).toEqual([
        ...(graph?.indices.subarray(node * 12, (node + 1) * 12) ?? []),
      ]);
    }
  });

  test('hubs are counted over all words', () => {
    const hubs = knownHubs(space);
    expect(hubs?.words).toBe(words.rows.length);
    expect(hubs?.distribution.reduce((sum, { words: count }) => sum + count, 0)).toBe(words.rows.length);
    expect(hubs?.distribution[0]).toEqual({ from: 0, to: 0, words: hubs?.nobodys });
    const [first] = hubs?.top ?? [];
    const chosenBy = words.rows.filter((_, node) => {
      const near = nearestNodes(words, DIM, node).slice(0, 10);
      return near.some((other) => words.rows[other] === first.row);
    });
    expect(chosenBy.length).toBe(first.count);
  });

  test('words of the game that are no frequent words join the graph', () => {
    const extra = words.rows.slice(-2);
    const rows = words.rows.slice(0, -2);
    const larger = withWords(space, { rows, data: words.data.slice(0, rows.length * DIM) }, [
      extra[1],
      rows[0],
      extra[0],
    ]);
    expect(larger.rows).toEqual([...rows, extra[1], extra[0]]);
    expect(larger.data.slice(-DIM)).toEqual(space.vector(extra[0]));
    const outsider = space.find('!') >= 0 ? space.find('!') : space.find(',');
    expect(words.rows).not.toContain(outsider);
    const joined = withWords(space, words, [outsider]);
    const links = linksAmong(space, joined);
    for (let node = 0; node < joined.rows.length; node++) {
      expect([...(links?.subarray(node * 12, (node + 1) * 12) ?? [])]).toEqual(
        nearestNodes(joined, DIM, node),
      );
    }
  });

  test('a shortest way is one that can be played, and nobody is faster', () => {
    const [start, goal] = [space.find('water'), space.find('学校')];
    const opening = playGame(space, { path: [start], goal });
    const way = opening.fewest?.way ?? [];
    expect(opening.fewest?.hops).toBe(way.length - 1);
    expect(way.length).toBeGreaterThan(2);
    const played = playGame(space, { path: way.map(({ row }) => row), goal });
    expect(played).toMatchObject({ won: true, offers: [] });
    expect(played.path).toEqual(way);
    let reached = new Set([start]);
    for (let hop = 1; hop < way.length - 1; hop++) {
      reached = new Set(
        [...reached].flatMap((row) =>
          nearestNodes(words, DIM, words.rows.indexOf(row)).map((node) => words.rows[node]),
        ),
      );
      expect(reached.has(goal)).toBe(false);
    }
  });

  test('a hop to a word that is not offered ends the way before it', () => {
    const [start, goal] = [space.find('water'), space.find('学校')];
    const { offers } = playGame(space, { path: [start], goal });
    const far = words.rows.find((row) => row !== goal && !offers.some((offer) => offer.row === row)) ?? 0;
    const cut = playGame(space, { path: [start, offers[3].row, far, offers[0].row], goal });
    expect(cut.path.map(({ row }) => row)).toEqual([start, offers[3].row]);
    expect(cut.offers.length).toBe(12);
  });

  test('each hint is the cosine similarity with the goal', () => {
    const goal = space.find('学校');
    const { offers, path } = playGame(space, { path: [space.find('water')], goal });
    for (const { row, toGoal, score } of offers) {
      expect(toGoal).toBeCloseTo(cosineSimilarity(space.vector(row), space.vector(goal)), 6);
      expect(score).toBeCloseTo(cosineSimilarity(space.vector(row), space.vector(path[0].row)), 6);
    }
  });

  test('a cancelled comparison leaves nothing behind', async () => {
    const other = new WordSpace([part(tables.en, 1500)], DIM);
    const controller = new AbortController();
    controller.abort();
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 100));
    await expect(compareWords(other, { signal: controller.signal, progress() {} })).rejects.toThrow();
    clock.mockRestore();
    expect(knownHubs(other)).toBeNull();
  });
});

test('a goal that no word has among its nearest cannot be reached', async () => {
  // two clusters of 14 on opposite sides, and a word between them that is nobody's neighbour
  const words = Array.from(
    { length: 29 },
    (_, i) => `w${String.fromCharCode(97 + (i % 26))}${i < 26 ? '' : 'x'}`,
  );
  const data = Float32Array.from(
    words.flatMap((_, i) => (i === 28 ? [0, 1] : [i < 14 ? 1 : -1, -0.3 + 0.01 * (i % 14)])),
  );
  const space = new WordSpace([{ language: 'en', words, data }], 2);
  await compareWords(space, { signal: new AbortController().signal, progress() {} });
  expect(playGame(space, { path: [0], goal: 28 }).fewest).toEqual({ hops: null, way: [] });
  expect(playGame(space, { path: [0], goal: 20 }).fewest).toEqual({ hops: null, way: [] });
  expect(playGame(space, { path: [28], goal: 13 }).fewest?.hops).toBe(1);
});
