import { expect, test } from 'vitest';
import { percent, shortPercent } from './percent.ts';
import { bytesText, tokenText } from './tokenText.ts';

test('a probability has a digit that says something', () => {
  expect([1, 0.7734, 0.0142, 0.0042, 0.00001, 0].map(percent)).toEqual([
    '100%',
    '77.3%',
    '1.4%',
    '0.42%',
    '< 0.01%',
    '0%',
  ]);
  expect([1, 0.7734, 0.0042, 0].map(shortPercent)).toEqual(['100', '77', '<1', '0']);
});

test('what cannot be seen of a token is shown by a mark', () => {
  expect(tokenText(' Paris')).toBe('·Paris');
  expect(tokenText('\n\t')).toBe('⏎⇥');
  expect(tokenText('\u00a0\u200b')).toBe('U+00A0U+200B');
  expect(bytesText([0xe5, 0x0a])).toBe('E5 0A');
});
