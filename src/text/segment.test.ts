import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JiebaSource } from './jieba.ts';
import { hasHan, loadSegmenter, type Segmenter, wordsOnly } from './segment.ts';

const require = createRequire(import.meta.url);
const fromDisk: JiebaSource = async () =>
  new Uint8Array(await readFile(require.resolve('jieba-wasm/web').replace('wasm.js', 'wasm_bg.wasm')));

/** Made by fixtures/text/words.py. */
const references: string[][] = JSON.parse(
  await readFile(new URL('../../fixtures/text/words.json', import.meta.url), 'utf8'),
);

const texts = (segmenter: Segmenter, text: string) => wordsOnly(segmenter(text)).map((word) => word.text);

function expectWhole(segmenter: Segmenter, text: string) {
  let at = 0;
  for (const word of segmenter(text)) {
    expect(word.start).toBe(at);
    expect(word.end).toBeGreaterThan(at);
    expect(word.text).toBe(text.slice(word.start, word.end));
    at = word.end;
  }
  expect(at).toBe(text.length);
}

const awkward = [
  '',
  ' ',
  '苹果发布新手机。',
  '今天很开心😂😂𠮷野家👨‍👩‍👧👍🏽哈哈',
  '我用iPhone 15 Pro拍照，\r\n\r\n价格￥99.00元！',
  "don't 停 café cafe\u0301 3.14 T恤 卡拉OK",
  'a\ud800b苹果\udc00\u0301',
  '國王與女王，蘋果電腦',
  'ｂａｎｋ　ＡＢＣ１２３中文',
  '日本語のテキスト한국어ไทย',
  '\u0000\ufeff\u200b中\u0000文',
];

describe('the Chinese segmenter', () => {
  let zh: Segmenter;
  beforeEach(async () => {
    zh = await loadSegmenter('zh', fromDisk);
  });

  it('cuts whole sentences as Python jieba 0.42.1 does', () => {
    expect(references.length).toBeGreaterThan(100);
    for (const words of references) {
      expect(zh(words.join('')).map(({ text }) => text)).toEqual(words);
    }
  });

  it.each(awkward)('gives stretches without a gap for %j', (text) => expectWhole(zh, text));

  it('leaves other scripts to Intl.Segmenter', () => {
    expect(texts(zh, "他说don't worry，去café喝3.14杯")).toEqual([
      '他',
      '说',
      "don't",
      'worry',
      '去',
      'café',
      '喝',
      '3.14',
      '杯',
    ]);
  });

  it('keeps words that mix scripts', () => expect(texts(zh, '一件T恤')).toContain('T恤'));

  it('counts places in UTF-16 units beyond the BMP', () => {
    const word = zh('😂😂苹果').find(({ text }) => text === '苹果');
    expect(word).toEqual({ text: '苹果', start: 4, end: 6, isWord: true });
  });

  it('tells words from punctuation, space and symbols', () => {
    expect(zh('好， 😀！').map(({ isWord }) => isWord)).toEqual([true, false, false, false, false]);
  });
});

describe('other segmenters', () => {
  it.each(awkward)('give stretches without a gap for %j', async (text) =>
    expectWhole(await loadSegmenter('en'), text),
  );

  it('cut at word boundaries and need nothing loaded', async () => {
    const en = await loadSegmenter('en', () => Promise.reject(new Error('not to be called')));
    expect(texts(en, "The bank's rates rose 3.5%—again.")).toEqual([
      'The',
      "bank's",
      'rates',
      'rose',
      '3.5',
      'again',
    ]);
  });

  it('cut a long text as its parts', async () => {
    const en = await loadSegmenter('en');
    const line = "The bank's rates rose 3.5 percent, e.g. in São Tomé. ";
    const once = texts(en, line);
    expect(texts(en, line.repeat(2_000))).toEqual(Array.from({ length: 2_000 }, () => once).flat());
    expectWhole(en, 'x'.repeat(30_000));
    expectWhole(en, `a${'\u0301'.repeat(9_000)} b`);
  });
});

describe('hasHan', () => {
  it.each([
    ['苹果', true],
    ['a𠮷', true],
    ['bank', false],
    ['ひらがな，。', false],
    ['', false],
  ])('%j: %s', (text, expected) => expect(hasHan(text)).toBe(expected));
});

describe('a failed load', () => {
  beforeEach(() => vi.resetModules());
  afterEach(() => vi.unstubAllGlobals());

  it('is said and can be tried again', async () => {
    const { loadJieba } = await import('./jieba.ts');
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    await expect(loadJieba()).rejects.toMatchObject({ code: 'asset-unreachable' });
    vi.stubGlobal('fetch', async () => new Response('no', { status: 404 }));
    await expect(loadJieba()).rejects.toMatchObject({ code: 'asset-refused', details: { status: 404 } });
    vi.stubGlobal('fetch', async () => new Response('<html>'));
    await expect(loadJieba()).rejects.toMatchObject({ code: 'asset-corrupt' });
    const bytes = await fromDisk();
    vi.stubGlobal('fetch', async () => new Response(bytes));
    expect((await loadJieba())('苹果')).toEqual(['苹果']);
  });
});
