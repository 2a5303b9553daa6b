import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { clusterNames, type WordSimilarity } from './clusterNames.ts';
import { contextWords } from './contextWords.ts';
import { loadSegmenter } from './segment.ts';

const require = createRequire(import.meta.url);
const fromDisk = async () =>
  new Uint8Array(await readFile(require.resolve('jieba-wasm/web').replace('wasm.js', 'wasm_bg.wasm')));

const labels = (...given: number[]) => Int32Array.from(given);
const split = (...sentences: string[]) => sentences.map((words) => words.split(' '));

/** Made by fixtures/text/names.py. */
interface Reference {
  readonly sentences: string[][];
  readonly labels: number[];
  readonly k: number;
  readonly names: [word: string, z: number][][];
}
const references: Reference[] = JSON.parse(
  await readFile(new URL('../../fixtures/text/names.json', import.meta.url), 'utf8'),
);

describe('clusterNames', () => {
  test('puts first what many sentences of a cluster have and the others lack', () => {
    const sentences = split(
      'water boat sunny',
      'water fish',
      'water money',
      'money loan',
      'money loan sunny',
    );
    expect(clusterNames(sentences, labels(0, 0, 0, 1, 1), 2)).toEqual([
      ['water', 'boat', 'fish'],
      ['loan', 'money', 'sunny'],
    ]);
  });

  test('counts sentences, not how often a sentence has a word', () => {
    const sentences = split('echo echo echo echo', 'fish', 'fish', 'loan', 'loan');
    expect(clusterNames(sentences, labels(0, 0, 0, 1, 1), 2, { take: 1 })).toEqual([['fish'], ['loan']]);
  });

  test('ranks as the reference does', () => {
    for (const { sentences, labels, k, names } of references) {
      const expected = names.map((scored) => scored.map(([word]) => word).slice(0, 10));
      expect(clusterNames(sentences, Int32Array.from(labels), k, { take: 10 })).toEqual(expected);
    }
  });

  test('lets a word stand for those like it where none repeats', () => {
    const fruit = new Set(['pear', 'plum', 'grape']);
    const similarity: WordSimilarity = (a, b) => (a === b ? 1 : fruit.has(a) && fruit.has(b) ? 0.8 : 0.1);
    const sentences = split(
      'tuesday pear',
      'uncle plum',
      'window grape',
      'loan monday',
      'debt aunt',
      'cash door',
    );
    const given = labels(0, 0, 0, 1, 1, 1);
    expect(clusterNames(sentences, given, 2, { similarity })[0]).toEqual(['pear', 'plum', 'grape']);
    expect(clusterNames(sentences, given, 2)[0]).toEqual(['tuesday', 'pear', 'uncle']);
  });

  test('but not for those like it in the other clusters too', () => {
    const days = new Set(['monday', 'friday', 'sunday', 'tuesday']);
    const fruit = new Set(['pear', 'plum']);
    const similarity: WordSimilarity = (a, b) =>
      a === b || [days, fruit].some((group) => group.has(a) && group.has(b)) ? 0.9 : 0;
    const sentences = split('monday pear', 'friday plum', 'sunday debt', 'tuesday cash');
    expect(clusterNames(sentences, labels(0, 0, 1, 1), 2, { similarity, take: 2 })).toEqual([
      ['pear', 'plum'],
      ['debt', 'cash'],
    ]);
  });

  test('puts words that the dictionary lacks behind', () => {
    const similarity: WordSimilarity = (a, b) => ([a, b].includes('会伤') ? null : a === b ? 1 : 0);
    expect(clusterNames([['会伤', '海水'], ['论坛']], labels(0, 1), 2, { similarity })[0]).toEqual([
      '海水',
      '会伤',
    ]);
  });

  test('names nothing twice in other forms', () => {
    const sentences = split('account accounts mud muddy 房贷 房贷族', 'loan');
    expect(clusterNames(sentences, labels(0, 1), 2, { take: 9 })[0]).toEqual(
      ['account', '房贷', 'mud'].sort(),
    );
  });

  test('gives [] to a cluster without a word or without a sentence', () => {
    expect(clusterNames([['a'], [], ['b']], labels(0, 1, 2), 4)).toEqual([['a'], [], ['b'], []]);
    expect(clusterNames([], labels(), 2)).toEqual([[], []]);
    expect(clusterNames([], labels(), 0)).toEqual([]);
  });

  test('names the one cluster by what most of its sentences have', () => {
    const sentences = split('fish boat', 'boat debt', 'fish boat', 'tax');
    expect(clusterNames(sentences, labels(0, 0, 0, 0), 1)).toEqual([['boat', 'fish', 'debt']]);
    expect(clusterNames(sentences, labels(0, 0, 0, 0), 2)).toEqual([['boat', 'fish', 'debt'], []]);
  });

  test('leaves out sentences of no cluster', () => {
    expect(clusterNames(split('noise', 'fish', 'debt'), labels(-1, 0, 1), 2)).toEqual([['fish'], ['debt']]);
  });

  test('refuses labels that do not fit', () => {
    expect(() => clusterNames([['a']], labels(), 1)).toThrow(RangeError);
  });

  test('names hostile words as any other', () => {
    expect(clusterNames([['__proto__', 'constructor'], ['toString']], labels(0, 1), 2)).toEqual([
      ['__proto__', 'constructor'],
      ['toString'],
    ]);
  });

  test('asks for few likenesses of the words of 1,000 sentences', () => {
    const sentences = Array.from({ length: 1_000 }, (_, s) =>
      Array.from({ length: 12 }, (_, w) => `w${(s * 31 + w * 97 * (s % 7)) % 5_000}`),
    );
    const given = Int32Array.from(sentences, (_, s) => s % 8);
    let asked = 0;
    const similarity = () => {
      asked++;
      return 0.3;
    };
    clusterNames(sentences, given, 8, { similarity });
    // 60 candidates of 8 clusters against 5,000 words, not 5,000 against 5,000
    expect(asked).toBeLessThan(3_000_000);
  });
});

test.each([
  ['zh', { 包袱: [['相声', '观众'], 2], 病毒: [['网站', '网银'], 1], 潜水: [['发帖', '发言'], 1] }],
  ['en', { trunk: [['elephant'], 1], match: [['team', 'won'], 0], organ: [['heart', 'blood'], 0] }],
] as const)('the bundled senses of %s are told apart by words that fit', async (language, fitting) => {
  const segment = await loadSegmenter(language, fromDisk);
  const file = new URL(`../../public/data/contexts-${language}.json`, import.meta.url);
  const { words }: { words: { word: string; senses: { sentences: string[] }[] }[] } = JSON.parse(
    await readFile(file, 'utf8'),
  );
  const names = new Map(
    words.map(({ word, senses }) => {
      const sentences = senses.flatMap(({ sentences }) => sentences);
      const given = senses.flatMap(({ sentences }, sense) => sentences.map(() => sense));
      const content = sentences.map((sentence) => contextWords(sentence, segment(sentence), [word]));
      return [word, clusterNames(content, Int32Array.from(given), senses.length)];
    }),
  );
  for (const [word, name] of names) {
    expect(new Set(name.flat()).size, word).toBe(name.length * 3);
    expect(name.flat()).not.toContain(word);
  }
  for (const [word, [expected, sense]] of Object.entries(fitting)) {
    expect(names.get(word)?.[sense]).toEqual(expect.arrayContaining([...expected]));
  }
});
