import { describe, expect, test } from 'vitest';
import { seededRandom } from '../vectors/random.ts';
import { editDistance, nearestSpellings } from './spellings.ts';

// rapidfuzz 3.14.6, rapidfuzz.distance.OSA.distance; _ is the empty word
const REFERENCE = `kitten>sitting=3 teh>the=1 ca>abc=3 queen>qeuen=1 女皇帝>皇帝=1 女皇帝>女皇=1 cadb>cadb=0
  ac>a=1 bdba>bbda=1 aa>a=1 cc>c=1 dca>da=1 c>cc=1 cbddbac>cbddbac=0 dadcd>ada=3 ccdac>ccaac=1 bccac>bacac=1
  dbaa>bdda=2 _>_=0 cbbbdab>cbabadb=2 dd>dd=0 ad>d=1 acacc>acbccc=2 cccccdc>ccccccd=1 bbbcd>bbbcd=0
  ccabbd>abbbd=3 ac>ca=1 acdcd>acdcd=0 acacc>acbb=3 dbbaca>dbbabcd=2 cdddbcc>cddddca=2 bcabdad>bccdddad=3
  a>a=0 cadcc>adddccb=4 dddbcda>dddbdcca=2 bd>ab=2 b>b=0 ab>ab=0 acddcc>acddcc=0 cb>cc=1`;

/** The textbook table, in full. */
function tableDistance(from: string, to: string): number {
  const table = Array.from({ length: from.length + 1 }, (_, i) =>
    Array.from({ length: to.length + 1 }, (_, j) => (i === 0 ? j : i)),
  );
  for (let i = 1; i <= from.length; i++) {
    for (let j = 1; j <= to.length; j++) {
      const change = from[i - 1] === to[j - 1] ? 0 : 1;
      const costs = [table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + change];
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        costs.push(table[i - 2][j - 2] + 1);
      }
      table[i][j] = Math.min(...costs);
    }
  }
  return table[from.length][to.length];
}

function randomWord(random: () => number, longest: number, letters: string): string {
  const length = Math.floor(random() * (longest + 1));
  return Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
}

describe('editDistance', () => {
  test('agrees with rapidfuzz, and says limit + 1 beyond the limit', () => {
    for (const entry of REFERENCE.split(/\s+/)) {
      const [, from, to, given] = /^(.*)>(.*)=(\d)$/.exec(entry.replaceAll('_', '')) ?? [];
      for (const limit of [0, 1, 2, 3, 4, 5]) {
        const expected = Math.min(Number(given), limit + 1);
        expect([entry, limit, editDistance(from, to, limit)]).toEqual([entry, limit, expected]);
        expect([entry, limit, editDistance(to, from, limit)]).toEqual([entry, limit, expected]);
      }
    }
  });

  test('agrees with the full table on 4,000 random pairs', () => {
    const random = seededRandom(11);
    for (let round = 0; round < 4000; round++) {
      const from = randomWord(random, 7, 'abc');
      const to = randomWord(random, 7, 'abc');
      const pair = `${from} ${to}`;
      expect([pair, editDistance(from, to, 3)]).toEqual([pair, Math.min(tableDistance(from, to), 4)]);
    }
  });
});

describe('nearestSpellings', () => {
  const english = ['the', 'queen', 'then', 'paris', 'queue', 'women', 'woman', 'café', 'Queens', 'ten', 'x'];
  const chinese = [
    '国家',
    '王',
    '皇帝',
    '国王',
    '女皇',
    '银行',
    '大学生',
    '北京大学',
    '中华人民共和国',
    'T恤',
  ];

  test('puts the nearest first, and the more frequent of two as near', () => {
    expect(nearestSpellings('qeuen', english)).toEqual(['queen', 'queue', 'Queens']);
    expect(nearestSpellings('wommen', english)).toEqual(['women', 'woman']);
    expect(nearestSpellings('queem', ['queer', 'queen', 'queens'])).toEqual(['queer', 'queen', 'queens']);
  });

  test('allows one slip in words of up to four letters, a swap of neighbours being one, and none in a letter', () => {
    expect(nearestSpellings('teh', english)).toEqual(['the', 'ten']);
    expect(nearestSpellings('abcd', ['abxy'])).toEqual([]);
    expect(nearestSpellings('abcde', ['abcxy'])).toEqual(['abcxy']);
    expect(nearestSpellings('y', english)).toEqual([]);
  });

  test('takes no notice of case and width, and gives the vocabulary’s own form', () => {
    expect(nearestSpellings('PARIS', english)).toEqual(['paris']);
    expect(nearestSpellings('ｐａｒｉｓ', english)).toEqual(['paris']);
    expect(nearestSpellings('queens', english)).toEqual(['Queens', 'queen']);
    expect(nearestSpellings('cafe\u0301', english)).toEqual(['café']);
  });

  test('takes Chinese words that share half of their characters', () => {
    expect(nearestSpellings('女皇帝', chinese)).toEqual(['皇帝', '女皇']);
    expect(nearestSpellings('银航', chinese)).toEqual(['银行']);
    expect(nearestSpellings('北京大学生', chinese)).toEqual(['北京大学', '大学生']);
    expect(nearestSpellings('中华人民共合国', chinese)).toEqual(['中华人民共和国']);
    expect(nearestSpellings('t恤衫', chinese)).toEqual(['T恤']);
    expect(nearestSpellings('电脑', chinese)).toEqual([]);
  });

  test('leaves out the word itself, stops at the number asked for, and may find nothing', () => {
    expect(nearestSpellings('queen', english)).toEqual(['Queens', 'queue']);
    expect(nearestSpellings('teh', english, 1)).toEqual(['the']);
    expect(nearestSpellings('teh', english, 0)).toEqual([]);
    expect(nearestSpellings('', english)).toEqual([]);
    expect(nearestSpellings('zzzzzzzz', english)).toEqual([]);
    expect(nearestSpellings('queen', [])).toEqual([]);
    expect(nearestSpellings('a'.repeat(5000), english)).toEqual([]);
  });

  test('takes less than 60 ms for 60,000 words, folding them included', () => {
    const random = seededRandom(3);
    const words = Array.from({ length: 60_000 }, () => randomWord(random, 14, 'eatoinshrdlu'));
    const times = ['informatoin', 'quene', 'wommen', '国王国王'].map((word) => {
      const vocabulary = words.slice();
      const start = performance.now();
      nearestSpellings(word, vocabulary);
      return performance.now() - start;
    });
    // The least, as other work on the machine only ever adds.
    expect(Math.min(...times)).toBeLessThan(60);
  });
});
