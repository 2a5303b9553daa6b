import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { contextWords } from './contextWords.ts';
import { loadSegmenter, type Segmenter } from './segment.ts';
import { STOP_WORDS_EN, STOP_WORDS_ZH } from './stopWords.ts';

const require = createRequire(import.meta.url);
let zh: Segmenter;
let en: Segmenter;
beforeAll(async () => {
  const wasm = require.resolve('jieba-wasm/web').replace('wasm.js', 'wasm_bg.wasm');
  zh = await loadSegmenter('zh', async () => new Uint8Array(await readFile(wasm)));
  en = await loadSegmenter('en');
});

const inChinese = (sentence: string, ...skip: string[]) => contextWords(sentence, zh(sentence), skip);
const inEnglish = (sentence: string, ...skip: string[]) => contextWords(sentence, en(sentence), skip);

describe('contextWords', () => {
  test('keeps what a Chinese sentence is about', () => {
    expect(inChinese('他把三个苹果放在了第二天的篮子里，20斤！', '苹果')).toEqual(['篮子']);
    expect(inChinese('苹果发布了手机，手机很贵。', '苹果')).toEqual(['发布', '手机', '贵']);
  });

  test('keeps what an English sentence is about, in lower case and once', () => {
    expect(inEnglish('She opened a Savings account at the bank; savings, 3.5% and 20 B.', 'bank')).toEqual([
      'savings',
      'account',
    ]);
    expect(inEnglish('NASA’s iPhone wasn’t the child’s, but Zoë’s NASA', 'x')).toEqual([
      'NASA',
      'iPhone',
      'child',
      'zoë',
    ]);
  });

  test('knows a stop word in capitals and with either apostrophe', () => {
    expect(inEnglish("THE river DOESN'T and doesn’t flow")).toEqual(['river', 'flow']);
  });

  test('leaves out the words asked about, their plural and possessive, in any case and width', () => {
    expect(inEnglish("Bank, banks, the BANK's match and matches: ｂａｎｋ banking", 'bank', 'match')).toEqual(
      ['banking'],
    );
    expect(inEnglish('an ice cream by the frozen ice', 'ice cream')).toEqual(['frozen', 'ice']);
  });

  test('keeps a longer Chinese word round it, unless the word stands there by itself', () => {
    expect(inChinese('银行家演讲', '银行')).toEqual(['银行家', '演讲']);
    expect(inChinese('银行家走进银行演讲', '银行')).toEqual(['走进', '演讲']);
    expect(inChinese('这家银行破产', '行')).toEqual(['银行', '破产']);
  });

  test('leaves out the pieces that a word was cut into', () => {
    expect(inChinese('河岸边的柳树', '河岸边')).toEqual(['柳树']);
  });

  test('gives nothing for nothing', () => {
    expect(inChinese('')).toEqual([]);
    expect(inEnglish('… 😀 123 !?', '')).toEqual([]);
  });
});

test('the stop words are small lists of single words', () => {
  expect(STOP_WORDS_EN.size).toBeLessThan(500);
  expect(STOP_WORDS_ZH.size).toBeLessThan(700);
  expect([...STOP_WORDS_EN].filter((word) => !/^[a-z']+$/.test(word))).toEqual([]);
  expect([...STOP_WORDS_ZH].filter((word) => !/^\p{Script=Han}+$/u.test(word))).toEqual([]);
});
