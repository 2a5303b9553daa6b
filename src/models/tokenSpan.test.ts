import { expect, test } from 'vitest';
import { hasText, tokensInSpan } from './tokenSpan.ts';

// [CLS] un ##bank able [SEP] over "unbank able"
const tokens = [
  [-1, -1],
  [0, 2],
  [2, 6],
  [7, 11],
  [-1, -1],
].map(([start, end], id) => ({ id, text: '', start, end }));

test.each([
  [0, 6, { from: 1, to: 3 }],
  [3, 5, { from: 2, to: 3 }], // inside one token
  [1, 8, { from: 1, to: 4 }],
  [6, 7, null], // the space
  [4, 4, null], // nothing
  [20, 30, null],
] as const)('[%i, %i) is %j', (start, end, expected) => {
  expect(tokensInSpan(tokens, start, end)).toEqual(expected);
});

test('special tokens are no text', () => {
  expect(hasText(tokens)).toBe(true);
  expect(hasText([tokens[0], tokens[4]])).toBe(false);
});
