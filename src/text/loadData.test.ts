import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DATA_IDS } from '../contract/deepLink.ts';
import { contextItems, wordItems } from './dataItems.ts';
import { loadContexts, loadData, loadWordList } from './loadData.ts';

const base = new URL('../../public/', import.meta.url).href;
const fromDisk = async (url: string) => new Response(await readFile(new URL(url)));
const answer = (body: string, status = 200) =>
  vi.stubGlobal('fetch', async () => new Response(body, { status }));

afterEach(() => vi.unstubAllGlobals());

describe('the bundled data', () => {
  it.each(DATA_IDS)('%s loads as items with unique ids and known groups', async (id) => {
    vi.stubGlobal('fetch', fromDisk);
    const data = await loadData(id, base);
    expect(data.id).toBe(id);
    const groups = new Set(data.groups.map((group) => group.id));
    expect(groups.size).toBe(data.groups.length);
    expect(new Set(data.items.map((item) => item.id)).size).toBe(data.items.length);
    for (const { group, text, sentence, start, end } of data.items) {
      expect(groups.has(group)).toBe(true);
      if (sentence !== undefined) expect(sentence.slice(start, end)).toBe(text);
      else expect(text).toBe(text.trim());
    }
    for (const { names } of data.groups) expect(names.zh && names.en).toBeTruthy();
  });

  it.each(['words-zh', 'words-en'] as const)('%s has each word once, and enough of them', async (id) => {
    vi.stubGlobal('fetch', fromDisk);
    const { items, groups } = wordItems(await loadWordList(id, base));
    expect(new Set(items.map(({ text }) => text)).size).toBe(items.length);
    expect(items.length).toBeGreaterThanOrEqual(1_200);
    expect(groups.length).toBeGreaterThanOrEqual(20);
  });

  it.each(['contexts-zh', 'contexts-en'] as const)(
    '%s has words, senses and sentences enough',
    async (id) => {
      vi.stubGlobal('fetch', fromDisk);
      const contexts = await loadContexts(id, base);
      expect(contexts.words.length).toBeGreaterThanOrEqual(20);
      for (const { senses } of contexts.words) {
        expect(senses.length).toBeGreaterThanOrEqual(2);
        for (const { sentences } of senses) expect(sentences.length).toBeGreaterThanOrEqual(8);
      }
      const all = contextItems(contexts, { controls: true });
      const bare = contextItems(contexts);
      expect(all.groups.length - bare.groups.length).toBe(contexts.controls.length);
      expect(all.items.slice(0, bare.items.length)).toEqual(bare.items);
    },
  );
});

const names = { zh: '名', en: 'name' };
const head = { language: 'zh' as const, names, about: names, licence: 'x' };

describe('contextItems', () => {
  const contexts = {
    ...head,
    id: 'contexts-zh',
    words: [
      {
        word: '苹果',
        senses: [{ id: 'fruit', names: { zh: '水果', en: 'fruit' }, sentences: ['苹果比苹果甜', '吃苹果'] }],
      },
    ],
    controls: [{ word: '森林', sentences: ['森林里'] }],
  };

  it('gives one item for each occurrence', () => {
    const { items, groups } = contextItems(contexts);
    expect(groups).toEqual([{ id: '苹果/fruit', names: { zh: '苹果 · 水果', en: '苹果 · fruit' } }]);
    const common = { text: '苹果', group: '苹果/fruit' };
    expect(items).toEqual([
      { id: '苹果/fruit/1/0', ...common, sentence: '苹果比苹果甜', start: 0, end: 2 },
      { id: '苹果/fruit/1/3', ...common, sentence: '苹果比苹果甜', start: 3, end: 5 },
      { id: '苹果/fruit/2/1', ...common, sentence: '吃苹果', start: 1, end: 3 },
    ]);
  });

  it('adds the controls when asked', () => {
    const { items, groups } = contextItems(contexts, { controls: true });
    expect(groups.at(-1)).toEqual({ id: '森林', names: { zh: '森林', en: '森林' } });
    expect(items.at(-1)).toMatchObject({ id: '森林/1/0', group: '森林', start: 0, end: 2 });
  });

  it('refuses a sentence without its word', () => {
    const wrong = { ...contexts, controls: [{ word: '森林', sentences: ['树木'] }] };
    expect(() => contextItems(wrong, { controls: true })).toThrow(/data-invalid/);
  });
});

describe('bad data', () => {
  const list = { ...head, id: 'words-zh', groups: [{ id: 'g', names, words: ['a', 'b'] }] };

  it.each([
    ['not JSON', '<html>'],
    ['another shape', JSON.stringify({ ...list, groups: [{ id: 'g' }] })],
    ['another id', JSON.stringify({ ...list, id: 'words-en' })],
    ['a word twice', JSON.stringify({ ...list, groups: [{ id: 'g', names, words: ['a', 'a'] }] })],
    ['an empty word', JSON.stringify({ ...list, groups: [{ id: 'g', names, words: [''] }] })],
  ])('%s is data-invalid', async (_, body) => {
    answer(body);
    await expect(loadData('words-zh', './')).rejects.toMatchObject({
      code: 'data-invalid',
      details: { file: 'words-zh.json' },
    });
  });

  it('says when the server has no such file', async () => {
    answer('', 404);
    await expect(loadData('words-zh', './')).rejects.toMatchObject({
      code: 'asset-refused',
      details: { status: 404 },
    });
  });

  it('says when nobody answers', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(loadData('words-zh', './')).rejects.toMatchObject({ code: 'asset-unreachable' });
  });

  it('keeps an abort an abort', async () => {
    const controller = new AbortController();
    controller.abort();
    vi.stubGlobal('fetch', async (_: string, { signal }: RequestInit) => {
      signal?.throwIfAborted();
      return new Response('');
    });
    await expect(loadData('words-zh', './', { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
