import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadPrefixes } from './loadData.ts';

const base = new URL('../../public/', import.meta.url).href;
const lastWord = (text: string) => text.slice(text.lastIndexOf(' ') + 1);

async function bundled() {
  vi.stubGlobal('fetch', async (url: string) => new Response(await readFile(new URL(url))));
  return loadPrefixes('prefixes-en', base);
}

afterEach(() => vi.unstubAllGlobals());

describe('the bundled prefixes', () => {
  it('are enough, on topics enough', async () => {
    const { says, prefixes } = await bundled();
    expect(prefixes.length).toBeGreaterThanOrEqual(240);
    expect(says.length).toBeGreaterThanOrEqual(24);
  });

  it('call for every next word once in every topic, so that the two labels cut across each other', async () => {
    const { says, next, prefixes } = await bundled();
    const cells = prefixes.map((prefix) => `${prefix.says} → ${prefix.next}`);
    const grid = says.flatMap((topic) => next.map((word) => `${topic.id} → ${word.id}`));
    expect(cells.sort()).toEqual(grid.sort());
  });

  it('cannot be told apart by their last word alone', async () => {
    const { next, prefixes } = await bundled();
    for (const { id } of next) {
      const ends = prefixes.filter((prefix) => prefix.next === id).map(({ text }) => lastWord(text));
      const most = Math.max(...ends.map((end) => ends.filter((other) => other === end).length));
      expect(most / ends.length, id).toBeLessThan(0.5);
    }
    const after = (end: string) =>
      new Set(prefixes.filter(({ text }) => lastWord(text) === end).map((prefix) => prefix.next));
    expect([...after('the')].sort()).toEqual(['other', 'time', 'world']);
  });

  it('have labels with a name in both languages, the next word as a token has it', async () => {
    const { says, next } = await bundled();
    for (const { names } of [...says, ...next]) {
      expect(names.zh).toMatch(/\p{Script=Han}/u);
      expect(names.en).toMatch(/[a-z]/i);
    }
    for (const { id, text } of next) expect(text).toBe(` ${id}`);
  });

  it('say how many they are', async () => {
    const { about, says, next, prefixes } = await bundled();
    const sizes = new Set([prefixes.length, says.length, next.length]);
    for (const text of [about.zh, about.en]) {
      expect(new Set(text.match(/\d+/g)?.map(Number))).toEqual(sizes);
    }
  });
});

describe('bad prefixes', () => {
  const names = { zh: '名', en: 'name' };
  const prefix = { text: 'a cup', says: 'tea', next: 'of' };
  const set = {
    id: 'prefixes-en',
    language: 'en',
    names,
    about: names,
    licence: 'x',
    says: [{ id: 'tea', names }],
    next: [{ id: 'of', names, text: ' of' }],
    prefixes: [prefix],
  };
  const load = (given: unknown) => {
    vi.stubGlobal('fetch', async () => new Response(JSON.stringify(given)));
    return loadPrefixes('prefixes-en', './');
  };

  it.each([
    ['a space at the end', { ...set, prefixes: [{ ...prefix, text: 'a cup ' }] }],
    ['an unknown topic', { ...set, prefixes: [{ ...prefix, says: 'milk' }] }],
    ['an unknown next word', { ...set, prefixes: [{ ...prefix, next: 'to' }] }],
    ['a label left out', { ...set, prefixes: [{ text: 'a cup', says: 'tea' }] }],
    ['a prefix twice', { ...set, prefixes: [prefix, prefix] }],
    ['a topic twice', { ...set, says: [...set.says, ...set.says] }],
    ['a next word without its space', { ...set, next: [{ id: 'of', names, text: 'of' }] }],
  ])('%s is data-invalid', async (_, given) => {
    await expect(load(given)).rejects.toMatchObject({ code: 'data-invalid' });
  });

  it('that fit are given as they are', async () => {
    await expect(load(set)).resolves.toEqual(set);
  });
});
