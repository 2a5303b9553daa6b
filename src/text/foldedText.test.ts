import { describe, expect, it } from 'vitest';
import { foldText } from './foldedText.ts';

describe('foldText', () => {
  it.each([
    ['Bank', 'bank', [0, 1, 2, 3], [1, 2, 3, 4]],
    ['Ｂa', 'ba', [0, 1], [1, 2]],
    ['e\u0301x', 'e\u0301x', [0, 0, 2], [2, 2, 3]],
    ['éx', 'e\u0301x', [0, 0, 1], [1, 1, 2]],
    ['aß', 'ass', [0, 1, 1], [1, 2, 2]],
    ['a \n b', 'a b', [0, 1, 4], [1, 4, 5]],
    ['😀果', '😀果', [0, 0, 2], [2, 2, 3]],
    ['\ud800a', '\ud800a', [0, 1], [1, 2]],
    ['', '', [], []],
  ])('%j becomes %j', (text, folded, starts, ends) => {
    expect(foldText(text)).toEqual({ text: folded, starts, ends });
  });

  it('is the same for composed and decomposed text', () => {
    for (const text of ['Việt Nam', 'ñ Å İ', '각', 'ậ']) {
      expect(foldText(text.normalize('NFD')).text).toBe(foldText(text.normalize('NFC')).text);
    }
  });
});
