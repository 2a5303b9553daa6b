import { expect, test } from 'vitest';
import { analogyTerms, asAnalogy } from './analogyTerms.ts';
import { formatArithmetic } from './formatArithmetic.ts';
import { parseArithmetic } from './parseArithmetic.ts';

function analogyOf(text: string) {
  const parsed = parseArithmetic(text);
  return parsed.ok ? asAnalogy(parsed.terms) : parsed.error.code;
}

test('an analogy and its formula say the same', () => {
  const terms = analogyTerms('男人', '国王', '女人');
  expect(formatArithmetic(terms)).toBe('国王 − 男人 + 女人');
  expect(asAnalogy(terms)).toEqual({ a: '男人', b: '国王', c: '女人' });
});

test('finds the analogy in any order and in brackets', () => {
  expect(analogyOf('woman + king - man')).toEqual({ a: 'man', b: 'woman', c: 'king' });
  expect(analogyOf('-(man - king) + avg(woman)')).toEqual({ a: 'man', b: 'king', c: 'woman' });
  expect(analogyOf('avg(king, king, king) - man + woman')).toEqual({ a: 'man', b: 'king', c: 'woman' });
});

test('other formulas are no analogy', () => {
  for (const text of ['a', 'a - b', 'a + b + c', 'a - b - c', '2*a - b + c', 'a - b + c + d', 'a - b + a']) {
    expect([text, analogyOf(text)]).toEqual([text, null]);
  }
});

test('equal words are added up', () => {
  expect(analogyTerms('a', 'a', 'c')).toEqual([{ word: 'c', weight: 1 }]);
  expect(analogyTerms('a', 'b', 'a')).toEqual([{ word: 'b', weight: 1 }]);
  expect(analogyTerms('a', 'b', 'b')).toEqual([
    { word: 'b', weight: 2 },
    { word: 'a', weight: -1 },
  ]);
});
