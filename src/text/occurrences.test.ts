import { describe, expect, it } from 'vitest';
import { findOccurrences, type OccurrenceOptions } from './occurrences.ts';
import type { Word } from './segment.ts';
import { loadSimplifier } from './simplify.ts';

const found = (sentence: string, word: string, options?: OccurrenceOptions) =>
  findOccurrences(sentence, word, options).map(({ start, end }) => sentence.slice(start, end));

/** The words of a sentence given with its boundaries marked by |. */
function cut(marked: string): { sentence: string; words: Word[] } {
  let at = 0;
  const words = marked.split('|').map((text) => {
    const start = at;
    at += text.length;
    return { text, start, end: at, isWord: true };
  });
  return { sentence: marked.replaceAll('|', ''), words };
}

describe('alphabetic words', () => {
  it.each([
    ['The bank by the river bank.', 'bank', ['bank', 'bank']],
    ['A batter hit a bat; acrobats.', 'bat', ['bat']],
    ['sunlight and light', 'light', ['light']],
    ['BANK Bank bank', 'Bank', ['BANK', 'Bank', 'bank']],
    ["the bat's wings, bat-like, “bat”", 'bat', ['bat', 'bat', 'bat']],
    ['bat_1 bat2 2bat bat', 'bat', ['bat']],
    ['ｂａｎｋ and ＢＡＮＫ', 'bank', ['ｂａｎｋ', 'ＢＡＮＫ']],
    ['bank', 'ｂａｎｋ', ['bank']],
    ['cafe\u0301 café', 'café', ['cafe\u0301', 'café']],
    ['cafe\u0301 café', 'cafe\u0301', ['cafe\u0301', 'café']],
    ['cafe\u0301 café', 'cafe', []],
    ['a\u0323\u0302 ậ a\u0302\u0323', 'ậ', ['a\u0323\u0302', 'ậ', 'a\u0302\u0323']],
    ['STRASSE Straße', 'straße', ['STRASSE', 'Straße']],
    ['ß', 's', []],
    ['ΟΔΟΣ οδος οδοσ', 'οδός', []],
    ['ΟΔΟΣ οδος', 'οδος', ['ΟΔΟΣ', 'οδος']],
    ['ısı isi', 'isi', ['isi']],
    ['İ i', 'i', ['i']],
    ['5 of 15, 5%', '5', ['5', '5']],
    ['New  York, New\nYork', 'new york', ['New  York', 'New\nYork']],
    ['bats and bat', 'bats', ['bats']],
    ['C++ and C', 'C++', ['C++']],
    ['𝒃at bat', 'bat', ['bat']],
    ['банк банка', 'БАНК', ['банк']],
  ])('%j: %j', (sentence, word, expected) => expect(found(sentence, word)).toEqual(expected));
});

describe('Chinese and mixed words', () => {
  it.each([
    ['苹果很甜，苹果公司', '苹果', ['苹果', '苹果']],
    ['我用iPhone拍照', 'iphone', ['iPhone']],
    ['iPhones和iPhone', 'iPhone', ['iPhone']],
    ['一件T恤，一件AT恤', 'T恤', ['T恤']],
    ['卡拉OK厅，卡拉OKs', '卡拉OK', ['卡拉OK']],
    ['第5号，第15号', '5号', ['5号']],
    ['哈哈哈哈哈', '哈哈', ['哈哈', '哈哈']],
    ['𠮷野家的𠮷', '𠮷', ['𠮷', '𠮷']],
    ['ひらがなとかな', 'かな', ['かな']],
    ['', '苹果', []],
    ['苹果', '', []],
    ['苹果', '  ', []],
    ['苹果很甜', ' 苹果 ', ['苹果']],
    ['\ud800苹果', '苹果', ['苹果']],
  ])('%j: %j', (sentence, word, expected) => expect(found(sentence, word)).toEqual(expected));

  it('gives places in UTF-16 units', () => {
    expect(findOccurrences('😀ａ苹果', '苹果')).toEqual([{ start: 3, end: 5 }]);
    expect(findOccurrences('cafe\u0301 bank', 'BANK')).toEqual([{ start: 6, end: 10 }]);
  });
});

describe('inside longer words', () => {
  it('marks the longer word', () => {
    const { sentence, words } = cut('银行|行长|说|行');
    expect(findOccurrences(sentence, '行', { words })).toEqual([
      { start: 1, end: 2, inside: '银行' },
      { start: 2, end: 3, inside: '行长' },
      { start: 5, end: 6 },
    ]);
  });

  it('marks what lies across a boundary', () => {
    const { sentence, words } = cut('中国|会议');
    expect(findOccurrences(sentence, '国会', { words })).toEqual([{ start: 1, end: 3, inside: '中国会议' }]);
  });

  it('does not mark a word made of whole words', () => {
    const { sentence, words } = cut('买|苹果|手机|了');
    expect(findOccurrences(sentence, '苹果手机', { words })).toEqual([{ start: 1, end: 5 }]);
  });

  it('does not mark alphabetic words', () => {
    const { sentence, words } = cut("the| |bat's| |wing");
    expect(findOccurrences(sentence, 'bat', { words })).toEqual([{ start: 4, end: 7 }]);
  });
});

describe('traditional and simplified', () => {
  it('find each other, with the place in the sentence as it stands', async () => {
    const { characters } = await loadSimplifier();
    expect(found('蘋果很甜，苹果也甜', '苹果', { characters })).toEqual(['蘋果', '苹果']);
    expect(found('銀行', '银行', { characters })).toEqual(['銀行']);
    expect(found('银行', '銀行', { characters })).toEqual(['银行']);
    expect(found('蘋果', '苹果')).toEqual([]);
  });

  it('refuse a conversion that changes the length', () => {
    const characters = (text: string) => `${text}!`;
    expect(() => findOccurrences('蘋果', '苹果', { characters })).toThrow(RangeError);
  });
});
