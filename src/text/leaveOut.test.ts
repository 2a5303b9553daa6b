import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { leaveOneOut } from './leaveOut.ts';
import { findOccurrences } from './occurrences.ts';
import { loadSegmenter, type Segmenter } from './segment.ts';

const require = createRequire(import.meta.url);
let zh: Segmenter;
let en: Segmenter;
beforeAll(async () => {
  const wasm = require.resolve('jieba-wasm/web').replace('wasm.js', 'wasm_bg.wasm');
  zh = await loadSegmenter('zh', async () => new Uint8Array(await readFile(wasm)));
  en = await loadSegmenter('en');
});

/** Each word left out, and the sentence without it with the target in brackets. */
function leftOut(segmenter: Segmenter, sentence: string, target: string, nth = 0): [string, string][] {
  const { [nth]: span } = findOccurrences(sentence, target);
  return leaveOneOut(sentence, span, segmenter(sentence)).map((left) => {
    const { start, end } = left.span;
    expect(left.sentence.slice(start, end)).toBe(sentence.slice(span.start, span.end));
    expect(sentence.slice(left.start, left.end)).toBe(left.word);
    expect(left.sentence).not.toBe(sentence);
    const marked = `${left.sentence.slice(0, start)}[${left.sentence.slice(start, end)}]${left.sentence.slice(end)}`;
    return [left.word, marked];
  });
}

describe('leaveOneOut', () => {
  test('leaves out each other Chinese word, and no punctuation', () => {
    expect(leftOut(zh, '他坐在银行，看河水流过。', '银行')).toEqual([
      ['他', '坐在[银行]，看河水流过。'],
      ['坐在', '他[银行]，看河水流过。'],
      ['看', '他坐在[银行]，河水流过。'],
      ['河水', '他坐在[银行]，看流过。'],
      ['流过', '他坐在[银行]，看河水。'],
    ]);
  });

  test('leaves no space too many in alphabetic text', () => {
    expect(leftOut(en, 'Our bank, by the river.', 'bank')).toEqual([
      ['Our', '[bank], by the river.'],
      ['by', 'Our [bank], the river.'],
      ['the', 'Our [bank], by river.'],
      ['river', 'Our [bank], by the.'],
    ]);
    expect(leftOut(en, '“Big bank” (so they say) bank  x', 'bank')).toEqual([
      ['Big', '“[bank]” (so they say) bank  x'],
      ['so', '“Big [bank]” (they say) bank  x'],
      ['they', '“Big [bank]” (so say) bank  x'],
      ['say', '“Big [bank]” (so they) bank  x'],
      ['bank', '“Big [bank]” (so they say) x'],
      ['x', '“Big [bank]” (so they say) bank'],
    ]);
  });

  test('takes only the one occurrence of a word that comes twice, the target’s too', () => {
    expect(leftOut(en, 'the bank and the bank', 'bank', 1)).toEqual([
      ['the', 'bank and the [bank]'],
      ['bank', 'the and the [bank]'],
      ['and', 'the bank the [bank]'],
      ['the', 'the bank and [bank]'],
    ]);
  });

  test('leaves the longer word round the target whole', () => {
    expect(leftOut(zh, '银行家去了银行。', '银行')).toEqual([
      ['去', '[银行]家了银行。'],
      ['了', '[银行]家去银行。'],
      ['银行', '[银行]家去了。'],
    ]);
    expect(leftOut(en, "the bank's rates", 'bank').map(([word]) => word)).toEqual(['the', 'rates']);
  });

  test('counts in UTF-16 units: emoji, full-width letters, combining marks', () => {
    expect(leftOut(zh, '😂𠮷野家👨‍👩‍👧旁的苹果很甜👍🏽', '苹果')).toContainEqual([
      '很甜',
      '😂𠮷野家👨‍👩‍👧旁的[苹果]👍🏽',
    ]);
    expect(leftOut(en, 'Ｔｈｅ　ｂａｎｋ　ｃｌｏｓｅｄ', 'bank')).toEqual([
      ['Ｔｈｅ', '[ｂａｎｋ]　ｃｌｏｓｅｄ'],
      ['ｃｌｏｓｅｄ', 'Ｔｈｅ　[ｂａｎｋ]'],
    ]);
    expect(leftOut(en, 'cafe\u0301 au lait, café', 'café', 1)).toEqual([
      ['cafe\u0301', 'au lait, [café]'],
      ['au', 'cafe\u0301 lait, [café]'],
      ['lait', 'cafe\u0301 au, [café]'],
    ]);
    // jieba parts the mark from 甜; alone it would sit on the target
    expect(leftOut(zh, '苹果甜\u0301了', '苹果')).toContainEqual(['甜', '[苹果]了']);
  });

  test('lets no two Latin words run together', () => {
    expect(leftOut(zh, '我有iPhone和Android', 'iPhone')).toContainEqual(['和', '我有[iPhone] Android']);
    expect(leftOut(zh, 'Android和iPhone', 'iPhone')).toEqual([
      ['Android', '和[iPhone]'],
      ['和', 'Android [iPhone]'],
    ]);
  });

  test('gives nothing where the word stands alone', () => {
    expect(leftOut(zh, '苹果！', '苹果')).toEqual([]);
    expect(leaveOneOut('', { start: 0, end: 0 }, [])).toEqual([]);
  });

  test('keeps the target in every one of the bundled sentences', async () => {
    let tried = 0;
    for (const [language, segmenter] of [['zh', zh] as const, ['en', en] as const]) {
      const file = new URL(`../../public/data/contexts-${language}.json`, import.meta.url);
      const { words }: { words: { word: string; senses: { sentences: string[] }[] }[] } = JSON.parse(
        await readFile(file, 'utf8'),
      );
      for (const { word, senses } of words) {
        for (const sentence of senses.flatMap(({ sentences }) => sentences)) {
          for (const [, marked] of leftOut(segmenter, sentence, word)) {
            expect(marked).not.toMatch(/ {2}|^ | $| [.,;?!]/);
            tried++;
          }
        }
      }
    }
    expect(tried).toBeGreaterThan(5_000);
  });
});
