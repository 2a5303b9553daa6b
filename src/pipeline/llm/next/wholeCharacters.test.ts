import { expect, test } from 'vitest';
import { wholeCharacters } from './wholeCharacters.ts';

test('the tokens of one character are one run, with the space before it', () => {
  const tokens = [
    { start: 0, end: 1 },
    { start: 1, end: 3 },
    { start: 2, end: 3 },
    { start: 3, end: 5 },
    { start: 3, end: 5 },
    { start: 5, end: 7 },
  ];
  expect(wholeCharacters('a 国😀is', tokens)).toEqual([
    { text: 'a', from: 0, count: 1 },
    { text: ' 国', from: 1, count: 2 },
    { text: '😀', from: 3, count: 2 },
    { text: 'is', from: 5, count: 1 },
  ]);
});

test('a special token has no place in the text, and stands alone', () => {
  const tokens = [
    { start: -1, end: -1 },
    { start: 0, end: 2 },
  ];
  expect(wholeCharacters('is', tokens)).toEqual([
    { text: '', from: 0, count: 1 },
    { text: 'is', from: 1, count: 1 },
  ]);
});
