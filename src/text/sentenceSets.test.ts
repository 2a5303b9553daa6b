import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadData, loadSentences } from './loadData.ts';
import { type SentencesId, sentenceItems } from './sentenceSets.ts';

const base = new URL('../../public/', import.meta.url).href;
const IDS = ['sentences-zh', 'sentences-en'] as const;

async function bundled(id: SentencesId) {
  vi.stubGlobal('fetch', async (url: string) => new Response(await readFile(new URL(url))));
  return loadSentences(id, base);
}

/** How many of the shorter text's pieces (characters in Chinese, words in English) the other has too. */
function shared(a: string, b: string, language: string): number {
  const pieces = (text: string) =>
    new Set(language === 'zh' ? [...text] : text.toLowerCase().split(/[ ,']+/));
  const [left, right] = [pieces(a), pieces(b)];
  return [...left].filter((piece) => right.has(piece)).length / Math.min(left.size, right.size);
}

afterEach(() => vi.unstubAllGlobals());

describe.each(IDS)('%s', (id) => {
  it('has groups enough, each with paraphrases, near misses and a name in both languages', async () => {
    const { language, groups } = await bundled(id);
    expect(id.endsWith(language)).toBe(true);
    expect(groups.length).toBeGreaterThanOrEqual(64);
    for (const { id: group, names, sentences, near } of groups) {
      expect(group).toMatch(/^[a-z-]+$/);
      expect(names.zh).toMatch(/\p{Script=Han}/u);
      expect(names.en).toMatch(/[a-z]/);
      expect([3, 4], group).toContain(sentences.length);
      expect([1, 2], group).toContain(near.length);
    }
  });

  it('has sentences of its language alone', async () => {
    const { language, groups } = await bundled(id);
    const wrong = language === 'zh' ? /[a-z]/i : /\p{Script=Han}/u;
    const all = groups.flatMap(({ sentences, near }) => [...sentences, ...near]);
    expect(all.filter((text) => wrong.test(text))).toEqual([]);
  });

  it('has near misses that share at least two fifths of the words of a sentence of their group', async () => {
    const { language, groups } = await bundled(id);
    const far = groups.flatMap(({ sentences, near }) =>
      near.filter((text) => Math.max(...sentences.map((one) => shared(text, one, language))) < 0.4),
    );
    expect(far).toEqual([]);
  });

  it('says how many groups, sentences and near misses it has', async () => {
    const { about, groups } = await bundled(id);
    const sentences = groups.reduce((sum, group) => sum + group.sentences.length, 0);
    const near = groups.reduce((sum, group) => sum + group.near.length, 0);
    for (const text of [about.zh, about.en]) {
      expect(text.match(/\d+/g)?.map(Number)).toEqual([groups.length, sentences, near]);
    }
  });

  it('is loaded as items, every near miss marked', async () => {
    const { groups } = await bundled(id);
    const data = await loadData(id, base);
    expect(data).toEqual({ id, ...sentenceItems(await bundled(id)) });
    expect(data.groups.map((group) => group.id)).toEqual(groups.map((group) => group.id));
    expect(data.items).toHaveLength(groups.flatMap(({ sentences, near }) => [...sentences, ...near]).length);
    expect(new Set(data.items.map((item) => item.id)).size).toBe(data.items.length);
  });
});

it('the Chinese sentences have those of the lesson', async () => {
  const { groups } = await bundled('sentences-zh');
  const film = groups.find(({ id }) => id === 'film');
  expect(film?.sentences.slice(0, 2)).toEqual(['这部电影很好看', '这个影片很精彩']);
  expect(groups[0].sentences[0]).toBe('今天天气不错');
});

const names = { zh: '名', en: 'name' };
const group = { id: 'g', names, sentences: ['a b', 'c d'], near: ['a d'] };
const set = {
  id: 'sentences-en',
  language: 'en' as const,
  names,
  about: names,
  licence: 'x',
  groups: [group],
};

describe('sentenceItems', () => {
  it('gives near misses the group that they are near to', () => {
    expect(sentenceItems(set)).toEqual({
      groups: [{ id: 'g', names }],
      items: [
        { id: 'g/1', text: 'a b', group: 'g', near: false },
        { id: 'g/2', text: 'c d', group: 'g', near: false },
        { id: 'g/near/1', text: 'a d', group: 'g', near: true },
      ],
    });
  });
});

describe('bad sentences', () => {
  it.each([
    ['a sentence twice', { ...set, groups: [{ ...group, near: ['a b'] }] }],
    ['a group twice', { ...set, groups: [group, { ...group, sentences: ['e', 'f'], near: [] }] }],
    ['a sentence without a paraphrase', { ...set, groups: [{ ...group, sentences: ['a b'] }] }],
    ['an empty sentence', { ...set, groups: [{ ...group, near: [' '] }] }],
  ])('%s is data-invalid', async (_, given) => {
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(given)));
    await expect(loadSentences('sentences-en', './')).rejects.toMatchObject({
      code: 'data-invalid',
      details: { file: 'sentences-en.json' },
    });
  });
});
