import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { isAbort } from '../contract/fault.ts';
import type { StaticCard } from './modelCard.ts';
import { selfCheck } from './selfCheck.ts';
import { makeStaticModel } from './staticParts.ts';
import { decodeVectors } from './staticVectors.ts';

const words = ['苹果', '银行', 'Bank', 'bank', 'new', 'york', '龙', 'ＡＢＣ'];
/** Row i is (i + 1) / 127 × [127, 10 i − 127]: its first number names it, and each turns further from row 0. */
const rows = words.map((_, index) => [127, 10 * index - 127]);

function packed(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(words.length * 6);
  new Float32Array(bytes.buffer, 0, words.length).set(rows.map((_, index) => (index + 1) / 127));
  new Int8Array(bytes.buffer, words.length * 4).set(rows.flat());
  return bytes;
}

const file = (path: string) => ({ path, bytes: 1, sha256: '0'.repeat(64) });
const card = {
  id: 'tiny',
  kind: 'static',
  dim: 2,
  languages: ['zh'],
  files: {
    vectors: file('vectors.bin'),
    vocabulary: file('vocabulary.txt'),
    origins: file('origins.bin'),
  },
  vectors: { dtype: 'int8', rows: words.length, layout: 'scales-then-rows' },
  probe: [{ text: '银行', vector: [2, (-2 * 117) / 127] }],
} as unknown as StaticCard;
const list = new TextEncoder().encode(`${words.join('\n')}\n`);
const open = (origins: (() => Promise<Uint8Array<ArrayBuffer>>) | null = null) =>
  makeStaticModel(card, packed(), list, { cached: true, origins });
const rowsOf = (data: Float32Array) =>
  Array.from({ length: data.length / 2 }, (_, row) => Math.round(data[2 * row] * 1e4) / 1e4);

describe('finding a word', () => {
  test.each([
    ['as it stands', 'Bank', 3],
    ['exactly before folded', 'bank', 4],
    ['case folded', 'BANK', 4],
    ['full width', 'ｂａｎｋ', 4],
    ['an entry that is folded itself', 'abc', 8],
    ['with spaces round it', ' bank ', 4],
    ['traditional', '銀行', 2],
    ['a traditional character', '龍', 7],
  ])('%s: %s', async (_, word, value) => {
    const { data, missing, coverage } = await open().embedTexts([word]);
    expect(rowsOf(data)).toEqual([value]);
    expect(missing).toEqual([]);
    expect([...(coverage ?? [])]).toEqual([1]);
  });

  test('what the dictionary lacks is missing, and zero', async () => {
    const embedded = await open().embedTexts(['苹果', 'qwertz', '', '!', '银行']);
    expect(embedded.missing).toEqual([1, 2, 3]);
    expect(rowsOf(embedded.data)).toEqual([1, 0, 0, 0, 2]);
    expect(embedded.report).toMatchObject({ device: 'none', reason: 'static' });
  });
});

describe('a text of several words', () => {
  test('is the mean of the words it knows, and says how many those are', async () => {
    const { data, coverage } = await open().embedTexts(['New York', 'the new york bank!']);
    expect(rowsOf(data)).toEqual([5.5, 5]);
    expect([...(coverage ?? [])]).toEqual([1, 0.75]);
  });

  test('shows those words with their places', async () => {
    const [tokens] = await open().tokenize(['the new york']);
    expect(tokens).toEqual([
      { id: 4, text: 'new', start: 4, end: 7 },
      { id: 5, text: 'york', start: 8, end: 12 },
    ]);
  });

  test('does not matter to a word in it', async () => {
    const { data } = await open().embedSpans([
      { sentence: 'a new bank', start: 6, end: 10 },
      { sentence: '我爱苹果。', start: 2, end: 4 },
    ]);
    expect(rowsOf(data)).toEqual([4, 1]);
  });
});

describe('the whole dictionary', () => {
  test('gives the nearest words by cosine, best first', async () => {
    const { words: found, scores } = await open().nearest(new Float32Array([2, -2]), 3);
    expect(found).toEqual(words.slice(0, 3));
    expect(scores[0]).toBeCloseTo(1, 6);
    // cosine of [1, −1] and [127, −117]
    expect(scores[1]).toBeCloseTo(244 / Math.sqrt(2 * (127 ** 2 + 117 ** 2)), 6);
    expect((await open().nearest(new Float32Array(2), 3)).words).toEqual([]);
    expect((await open().nearest(new Float32Array([1, 1]), 99)).words).toHaveLength(words.length);
  });

  test('refuses a vector of another length', async () => {
    await expect(open().nearest(new Float32Array(3), 3)).rejects.toThrow(RangeError);
  });
});

describe('origins', () => {
  const given = { rows: words.map((_, index) => (index === 1 ? ['bank', 70, 'shore', 30, 80] : [index])) };
  const fetchOrigins = () =>
    vi.fn(async () => new Uint8Array(gzipSync(JSON.stringify(given))) as Uint8Array<ArrayBuffer>);

  test('are fetched once, with the first question', async () => {
    const fetch = fetchOrigins();
    const model = open(fetch);
    expect(fetch).not.toHaveBeenCalled();
    expect(await model.origin('銀行')).toEqual({
      word: '银行',
      glosses: [
        ['bank', 0.7],
        ['shore', 0.3],
      ],
      glossShare: 0.8,
    });
    expect(await model.origin('苹果')).toEqual({ word: '苹果', glosses: [], glossShare: 0 });
    expect(await model.origin('qwertz')).toBeNull();
    expect(fetch).toHaveBeenCalledOnce();
  });

  test('that do not arrive are asked for again', async () => {
    const fetch = fetchOrigins().mockRejectedValueOnce(new TypeError('offline'));
    const model = open(fetch);
    await expect(model.origin('银行')).rejects.toThrow('offline');
    expect((await model.origin('银行'))?.word).toBe('银行');
  });

  test('of another shape are refused', async () => {
    const model = open(async () => new Uint8Array(gzipSync('{"rows": 3}')) as Uint8Array<ArrayBuffer>);
    await expect(model.origin('银行')).rejects.toMatchObject({ code: 'asset-corrupt' });
  });

  test('there may be none', async () => {
    expect(await open().origin('银行')).toBeNull();
  });
});

test('the self-check compares with the card', async () => {
  expect(await selfCheck(open())).toBeCloseTo(1, 9);
  const other = { ...card, probe: [...card.probe, { text: '苹果', vector: [1, 1] }] };
  expect(
    await selfCheck(makeStaticModel(other, packed(), list, { cached: true, origins: null })),
  ).toBeCloseTo(0, 6);
});

test('work can be cancelled', async () => {
  const controller = new AbortController();
  const many = Array.from({ length: 1000 }, () => '苹果');
  const seen: number[] = [];
  const work = open().embedTexts(many, {
    signal: controller.signal,
    onProgress: (done) => {
      seen.push(done);
      if (done >= 400) controller.abort();
    },
  });
  expect(isAbort(await work.catch((reason) => reason))).toBe(true);
  expect(Math.max(...seen)).toBe(400);
});

test('files of another size are refused', () => {
  expect(() => decodeVectors(packed().slice(1), card)).toThrow(/asset-corrupt/);
  expect(() => makeStaticModel(card, packed(), list.slice(0, 7), { cached: true, origins: null })).toThrow(
    /vocabulary/,
  );
});

test('float16 rows', () => {
  const half = { ...card, vectors: { dtype: 'float16', rows: 1, layout: 'rows' } } as StaticCard;
  const bytes = new Uint8Array(new Uint16Array([0x3c00, 0xc000]).buffer);
  expect([...decodeVectors(bytes, half)]).toEqual([1, -2]);
});
