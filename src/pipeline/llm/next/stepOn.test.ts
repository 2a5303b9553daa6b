import { describe, expect, test } from 'vitest';
import { bestOnward, stepBack, stepOn } from './stepOn.ts';
import { tokenBytes } from './tokenBytes.ts';

const places = (...ends: number[]) => ends.map((end, index) => ({ start: ends[index - 1] ?? 0, end }));

describe('stepping on', () => {
  const text = 'The capital of';
  const tokens = places(3, 11, 14);

  test('a token is put after the last one', () => {
    expect(stepOn(text, tokens, 2, ' France')).toEqual({ onward: 'The capital of France', stuck: null });
  });

  test('from a place within the text what follows goes', () => {
    expect(stepOn(text, tokens, 0, ' cat').onward).toBe('The cat');
  });

  test('a byte that is no whole character, and the mark of the end, cannot be stepped on with', () => {
    expect(stepOn(text, tokens, 2, '<0xE5>').stuck).toBe('bytes');
    expect(stepOn(text, tokens, 2, ' <0xE5><0x9B>').onward).toBeNull();
    expect(stepOn(text, tokens, 2, '<|im_end|>').stuck).toBe('end');
  });

  test('between the tokens of one character nothing can be put', () => {
    const bytes = [
      { start: 0, end: 1 },
      { start: 0, end: 1 },
    ];
    expect(stepOn('鹂', bytes, 0, 'a').stuck).toBe('inside');
    expect(stepOn('鹂', bytes, 1, 'a').onward).toBe('鹂a');
  });
});

describe('what a step takes', () => {
  const choiceOf = (text: string) => ({ text, ...stepOn('the', [{ start: 0, end: 3 }], 0, text) });
  const taken = (...texts: string[]) => bestOnward(texts.map(choiceOf))?.text ?? null;

  test('the likeliest, or of bytes the likeliest that can be written', () => {
    expect(taken(' cat', ' dog')).toBe(' cat');
    expect(taken('<0xE5>', '<|im_end|>', '在', ' cat')).toBe('在');
  });

  test('nothing where the text ends, or where there are only bytes', () => {
    expect(taken('<|im_end|>', ' cat')).toBeNull();
    expect(taken('<0xE5>', '<0xE4>')).toBeNull();
    expect(taken()).toBeNull();
  });
});

describe('stepping back', () => {
  test('the last token goes, a character of several tokens as a whole', () => {
    expect(stepBack('The capital of', places(3, 11, 14))).toBe('The capital');
    expect(stepBack('a鹂', [{ start: 0 }, { start: 1 }, { start: 1 }])).toBe('a');
  });

  test('the first token stays', () => {
    expect(stepBack('The', places(3))).toBeNull();
    expect(stepBack('', [])).toBeNull();
  });
});

test('the bytes of a piece: a space, a letter, a character in three parts', () => {
  expect(tokenBytes('Ġis')).toEqual([0x20, 0x69, 0x73]);
  expect(tokenBytes('ä½ł')).toEqual([...new TextEncoder().encode('你')]);
  expect(tokenBytes('你')).toBeNull();
});
