import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadEvaluation } from './loadData.ts';

const base = new URL('../../public/', import.meta.url).href;
const load = (id: 'evaluation-zh' | 'evaluation-en') => {
  vi.stubGlobal('fetch', async (url: string) => new Response(await readFile(new URL(url))));
  return loadEvaluation(id, base);
};
afterEach(() => vi.unstubAllGlobals());

describe.each(['evaluation-zh', 'evaluation-en'] as const)('%s', (id) => {
  test('has pairs, questions and passages enough, none of them twice', async () => {
    const { wordPairs, sentencePairs, retrieval } = await load(id);
    expect(wordPairs.length).toBeGreaterThanOrEqual(200);
    expect(sentencePairs.length).toBeGreaterThanOrEqual(150);
    expect(retrieval.questions).toHaveLength(100);
    expect(retrieval.passages).toHaveLength(400);
    for (const pairs of [wordPairs, sentencePairs]) {
      expect(new Set(pairs.map(({ a, b }) => [a, b].sort().join('|'))).size).toBe(pairs.length);
      expect(pairs.filter(({ a, b }) => a === b)).toEqual([]);
    }
    for (const texts of [retrieval.questions, retrieval.passages]) {
      expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
    }
  });

  test('grades are spread over their scale', async () => {
    const { wordPairs, sentencePairs } = await load(id);
    for (const [pairs, top] of [[wordPairs, 10] as const, [sentencePairs, 5] as const]) {
      for (let fifth = 0; fifth < 5; fifth++) {
        const [from, to] = [(fifth * top) / 5, ((fifth + 1) * top) / 5];
        const inside = pairs.filter(
          ({ score }) => score >= from && (score < to || (fifth === 4 && score === to)),
        );
        expect(inside.length / pairs.length).toBeGreaterThanOrEqual(0.08);
      }
    }
  });
});

test('an answer that is no passage is refused', async () => {
  const set = JSON.parse(await readFile(new URL('data/evaluation-en.json', base), 'utf8'));
  set.retrieval.questions[0].answers = ['p999'];
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(set)));
  await expect(loadEvaluation('evaluation-en', base)).rejects.toMatchObject({ code: 'data-invalid' });
});
