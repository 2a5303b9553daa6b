import { readFile } from 'node:fs/promises';
import { beforeEach, expect, test, vi } from 'vitest';
import { occurrenceList, typedLines } from './occurrenceList.ts';

beforeEach(() => {
  vi.stubGlobal('document', { baseURI: 'http://localhost/' });
  vi.stubGlobal('fetch', async (url: string) => {
    const file = new URL(`../../../public${new URL(url).pathname}`, import.meta.url);
    return new Response(await readFile(file));
  });
});

const ask = (words: string[], sentences: string | null, inside: 'keep' | 'leave' = 'keep') =>
  occurrenceList({ words, sentences, data: 'contexts-en', inside });
const kinds = (list: Awaited<ReturnType<typeof ask>>) => list.notes.map(({ kind }) => kind);

test('every place of the word is an occurrence, twice in a sentence are two', async () => {
  const list = await ask(
    ['bank'],
    'The bank by the bank.\tboth\n\nBank!\nno such word\nThe bank by the bank.',
  );
  expect(list.occurrences.map(({ id, text, group }) => [id, text, group])).toEqual([
    ['1/4', 'bank', 'both'],
    ['1/16', 'bank', 'both'],
    ['2/0', 'Bank', ''],
    ['4/4', 'bank', ''],
    ['4/16', 'bank', ''],
  ]);
  for (const { sentence, start, end, text } of list.occurrences)
    expect(sentence.slice(start, end)).toBe(text);
  expect(kinds(list)).toEqual(['word-absent', 'repeated-lines']);
  expect(list.notes[0].details).toEqual({ count: 1, word: 'bank', lines: '3' });
  expect(list).toMatchObject({ data: 'own', senses: [{ id: 'both', names: { zh: 'both', en: 'both' } }] });
});

test('bundled sentences come with their senses, and can be typed again as they are', async () => {
  const list = await ask(['bank'], null);
  expect(list.data).toBe('contexts-en');
  expect(list.senses.map(({ id }) => id)).toEqual(['bank/money', 'bank/river']);
  const typed = typedLines(list, 'en');
  expect(typed.split('\n')[0]).toMatch(/ bank .*\tmoney institution$/);
  const again = await ask(['bank'], typed);
  const place = ({ sentence, start, end }: (typeof list.occurrences)[number]) => [sentence, start, end];
  expect(again.occurrences.map(place)).toEqual(list.occurrences.map(place));
});

test('a word without sentences of its own takes all bundled ones in which it stands', async () => {
  const list = await ask(['interest'], null);
  expect(list.occurrences.length).toBeGreaterThan(0);
  expect(list.occurrences.every(({ text }) => text.toLowerCase() === 'interest')).toBe(true);
  expect((await ask(['flurbish'], null)).occurrences).toEqual([]);
});

test('of two words each has its own senses, and one that is nowhere is said', async () => {
  const list = await ask(['bank', 'bat'], null);
  expect(new Set(list.occurrences.map(({ word }) => word))).toEqual(new Set([0, 1]));
  expect(list.senses[0].names.en).toBe('bank · money institution');
  for (const { word, group } of list.occurrences) {
    if (group !== '') expect(group.startsWith(['bank/', 'bat/'][word])).toBe(true);
  }
  expect(kinds(await ask(['bank', 'zebra'], 'The bank is shut.'))).toEqual(['second-word-absent']);
});

test('the same question gives the same list, so that vectors can be kept for it', async () => {
  expect(await ask(['bat'], null)).toBe(await ask(['bat'], null));
  expect(await ask(['bat'], null, 'leave')).not.toBe(await ask(['bat'], null));
});
