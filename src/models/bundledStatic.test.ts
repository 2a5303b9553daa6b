import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { unitRows } from '../vectors/normalise.ts';
import { cosineSimilarity } from '../vectors/similarity.ts';
import { modelCardSchema, type StaticCard } from './modelCard.ts';
import { decodeVectors } from './staticVectors.ts';

const file = (path: string) => new Uint8Array(readFileSync(new URL(`../../${path}`, import.meta.url)));
const json = (path: string): unknown => JSON.parse(new TextDecoder().decode(file(path)));

interface Bundled {
  readonly card: StaticCard;
  readonly words: readonly string[];
  readonly data: Float32Array<ArrayBuffer>;
}

function load(id: string): Bundled {
  const card = v.parse(modelCardSchema, json(`public/models/${id}/model.json`));
  if (card.kind !== 'static') throw new Error(`${id} is not static`);
  const words = new TextDecoder()
    .decode(file(`public/models/${id}/vocabulary.txt`))
    .trimEnd()
    .split('\n');
  const data = decodeVectors(file(`public/models/${id}/vectors.bin`), card);
  return { card, words, data };
}

/** fixtures/static/make.py: answers of gensim 4's KeyedVectors.most_similar on the same vectors. */
interface Fixture {
  neighbours: { word: string; answers: [string, number][] }[];
}

describe.each(['glove-zh-cedict', 'glove-6b-50d'])('%s', (id) => {
  const { card, words, data } = load(id);
  const rows = new Map(words.map((word, row) => [word, row]));
  const unit = unitRows(data, card.dim);
  const vector = (word: string) => {
    const row = rows.get(word);
    if (row === undefined) throw new Error(`no ${word}`);
    return unit.subarray(row * card.dim, (row + 1) * card.dim);
  };

  test('as many different words as rows, every number finite', () => {
    expect(words.length).toBe(card.vectors.rows);
    expect(rows.size).toBe(words.length);
    expect(words.length).toBeGreaterThanOrEqual(id === 'glove-6b-50d' ? 60_000 : 50_000);
    expect(data.every(Number.isFinite)).toBe(true);
  });

  test('the nearest words and their scores are gensim’s', () => {
    const { neighbours } = json(`fixtures/static/${id}.json`) as Fixture;
    expect(neighbours.length).toBeGreaterThanOrEqual(30);
    for (const { word, answers } of neighbours) {
      const query = vector(word);
      const scores = words.map((_, row) =>
        cosineSimilarity(query, unit.subarray(row * card.dim, (row + 1) * card.dim)),
      );
      const order = words
        .map((_, row) => row)
        .filter((row) => words[row] !== word)
        .sort((a, b) => scores[b] - scores[a])
        .slice(0, answers.length);
      answers.forEach(([, score], rank) => {
        expect(scores[order[rank]]).toBeCloseTo(score, 5);
      });
      expect(words[order[0]]).toBe(answers[0][0]);
    }
  });

  if (id !== 'glove-zh-cedict') return;

  test.each([
    ['银行', '岸', '金融', '河岸'],
    ['弹簧', '春天', '发条', '春季'],
    ['鹤', '起重机', '白鹤', '吊车'],
    ['蝙蝠', '球棒', '老鼠', '球棍'],
  ])('%s and %s, one word in English, stay apart in Chinese', (a, b, likeA, likeB) => {
    const apart = cosineSimilarity(vector(a), vector(b));
    expect(apart).toBeLessThan(cosineSimilarity(vector(a), vector(likeA)));
    expect(apart).toBeLessThan(cosineSimilarity(vector(b), vector(likeB)));
  });

  test.each([
    ['男人', '国王', '女人', '女王', 3],
    ['法国', '巴黎', '日本', '东京', 1],
  ])('%s is to %s as %s is to %s', (a, b, c, answer, within) => {
    const [va, vb, vc] = [vector(a), vector(b), vector(c)];
    const target = Float32Array.from(va, (value, i) => vb[i] - value + vc[i]);
    const ranked = words
      .map((word, row) => ({
        word,
        score: cosineSimilarity(target, unit.subarray(row * card.dim, (row + 1) * card.dim)),
      }))
      .filter(({ word }) => ![a, b, c].includes(word))
      .sort((x, y) => y.score - x.score);
    expect(ranked.slice(0, within).map(({ word }) => word)).toContain(answer);
  });

  test('no two words coincide unless the card lists them as variants', () => {
    // Words of one vector have one first number: sorting by it leaves only near rows to compare.
    const order = words.map((_, row) => row).sort((a, b) => unit[a * card.dim] - unit[b * card.dim]);
    const listed = new Set(card.variants.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
    const coincident: string[] = [];
    for (let i = 0; i < order.length; i++) {
      const a = order[i] * card.dim;
      // A cosine above 0.9999 means a distance below √0.0002, and so in every single number.
      for (let j = i + 1; j < order.length && unit[order[j] * card.dim] - unit[a] < 0.0142; j++) {
        const b = order[j] * card.dim;
        let distance = 0;
        for (let d = 0; d < card.dim && distance < 0.0002; d++) distance += (unit[a + d] - unit[b + d]) ** 2;
        const pair = `${words[order[i]]} ${words[order[j]]}`;
        if (distance < 0.0002 && !listed.has(pair)) coincident.push(pair);
      }
    }
    expect(coincident).toEqual([]);
  });
});
