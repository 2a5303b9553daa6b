import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadRelations } from './loadData.ts';
import type { Relation, RelationSet, RelationsId } from './relations.ts';

const base = new URL('../../public/', import.meta.url).href;
const IDS = ['relations-zh', 'relations-en'] as const;
const MODEL = { 'relations-zh': 'glove-zh-cedict', 'relations-en': 'glove-6b-50d' } as const;
const fromDisk = async (url: string) => new Response(await readFile(new URL(url)));

async function bundled(id: RelationsId): Promise<RelationSet> {
  vi.stubGlobal('fetch', fromDisk);
  return loadRelations(id, base);
}

function find(set: RelationSet, id: string): Relation {
  const found = set.relations.find((relation) => relation.id === id);
  if (!found) throw new Error(`no relation ${id}`);
  return found;
}

afterEach(() => vi.unstubAllGlobals());

describe.each(IDS)('%s', (id) => {
  it('has relations enough, each with pairs enough and a name in both languages', async () => {
    const { language, relations } = await bundled(id);
    expect(id.endsWith(language)).toBe(true);
    expect(relations.length).toBeGreaterThanOrEqual(13);
    expect(new Set(relations.map((relation) => relation.id)).size).toBe(relations.length);
    for (const { id: name, names, about, pairs } of relations) {
      expect(name).toMatch(/^[a-z]+$/);
      expect(pairs.length, name).toBeGreaterThanOrEqual(12);
      for (const { zh, en } of [names, about]) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/[a-z]/);
      }
    }
  });

  it('has no word twice in a relation', async () => {
    for (const { id: name, pairs } of (await bundled(id)).relations) {
      const words = pairs.flat();
      expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
      expect(words.length, name).toBe(2 * pairs.length);
    }
  });

  it('has only words that the bundled static model knows as they stand', async () => {
    const file = new URL(`models/${MODEL[id]}/vocabulary.txt`, base);
    const known = new Set((await readFile(file, 'utf8')).split('\n'));
    const words = (await bundled(id)).relations.flatMap(({ pairs }) => pairs.flat());
    expect(words.filter((word) => !known.has(word))).toEqual([]);
  });

  it('says how many relations and pairs it has', async () => {
    const { about, relations } = await bundled(id);
    const pairs = relations.reduce((sum, relation) => sum + relation.pairs.length, 0);
    for (const text of [about.zh, about.en]) {
      expect(text.match(/\d+/g)?.map(Number)).toEqual([relations.length, pairs]);
    }
  });
});

describe('the pairs that the view starts from', () => {
  it('are in the Chinese relations', async () => {
    const set = await bundled('relations-zh');
    expect(set.relations[0].id).toBe('capital');
    expect(set.relations[0].pairs.slice(0, 2)).toEqual([
      ['法国', '巴黎'],
      ['日本', '东京'],
    ]);
    expect(find(set, 'gender').pairs).toContainEqual(['男人', '女人']);
    expect(find(set, 'gender').pairs).toContainEqual(['国王', '女王']);
  });

  it('are in the English relations', async () => {
    const set = await bundled('relations-en');
    expect(set.relations[0].id).toBe('capital');
    expect(set.relations[0].pairs.slice(0, 2)).toEqual([
      ['france', 'paris'],
      ['japan', 'tokyo'],
    ]);
    expect(find(set, 'gender').pairs).toContainEqual(['man', 'woman']);
    expect(find(set, 'gender').pairs).toContainEqual(['king', 'queen']);
  });
});

describe('bad relations', () => {
  const names = { zh: '名', en: 'name' };
  const pairs = [
    ['a', 'b'],
    ['c', 'd'],
  ];
  const relation = { id: 'r', names, about: names, pairs };
  const set = {
    id: 'relations-en',
    language: 'en',
    names,
    about: names,
    licence: 'x',
    relations: [relation],
  };

  it.each([
    ['another id', { ...set, id: 'relations-zh' }],
    ['no relation', { ...set, relations: [] }],
    ['an empty word', { ...set, relations: [{ ...relation, pairs: [...pairs, ['e', '']] }] }],
    ['one pair alone', { ...set, relations: [{ ...relation, pairs: pairs.slice(1) }] }],
    ['a pair without its second word', { ...set, relations: [{ ...relation, pairs: [...pairs, ['e']] }] }],
  ])('%s is data-invalid', async (_, given) => {
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(given)));
    await expect(loadRelations('relations-en', './')).rejects.toMatchObject({
      code: 'data-invalid',
      details: { file: 'relations-en.json' },
    });
  });

  it('that fit are given as they are', async () => {
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(set)));
    await expect(loadRelations('relations-en', './')).resolves.toEqual(set);
  });
});
