import { expect, test } from 'vitest';
import { snippetOf } from './snippet.ts';

const snippet = (sentence: string, word: string, at = sentence.indexOf(word)) =>
  snippetOf({ sentence, start: at, end: at + word.length });

test('Chinese keeps six characters on each side', () => {
  expect(snippet('奶奶把院子里刚摘的苹果装了满满一篮子，给邻居送去。', '苹果')).toBe(
    '…院子里刚摘的苹果装了满满一篮…',
  );
  expect(snippet('苹果很甜。', '苹果')).toBe('苹果很甜。');
});

test('spaced words are not cut in two', () => {
  expect(snippet('She opened a savings account at the bank on her eighteenth birthday.', 'bank')).toBe(
    '… account at the bank on her …',
  );
});

test('an emoji beside the word stays whole', () => {
  expect(snippet('😀😀😀😀😀😀😀苹果😀😀😀😀😀😀😀', '苹果')).toBe('…😀😀😀😀😀😀苹果😀😀😀😀😀😀…');
});
