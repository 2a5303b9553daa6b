import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Fault } from '../contract/fault.ts';
import { TextTokenizer } from './tokenizer.ts';

/** Made by tools/models/causal with Python's tokenizers. */
interface Case {
  readonly text: string;
  readonly ids: readonly number[];
  readonly offsets: readonly (readonly [number, number])[];
}

function parsed(path: string) {
  return JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
}
const cases: Case[] = parsed('fixtures/smollm2/tokens.json');
const file = parsed('public/models/smollm2-135m/tokenizer.json');
const tokenizer = new TextTokenizer(file);

function places(text: string, prefix = '') {
  return tokenizer.encode(text, 512, prefix).tokens.map(({ start, end }) => [start, end]);
}

describe('the tokens of smollm2-135m', () => {
  it('are compared on 200 strings and more, one of them with number signs', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200);
    expect(cases.some(({ text }) => text.includes('e=mc² ½ ﬁ'))).toBe(true);
  });

  it.each(cases)('of $text are those that Python gives', ({ text, ids, offsets }) => {
    const encoded = tokenizer.encode(text, 1_000_000);
    expect(encoded.inputIds).toEqual(ids);
    expect(encoded.tokens.map(({ start, end }) => [start, end])).toEqual(offsets);
    expect(encoded.tokens.map(({ id }) => id)).toEqual(ids);
    expect(encoded.truncated).toBe(false);
    expect(tokenizer.encodeWindow(text, 0, 1, 1_000_000)).toEqual(encoded);
  });

  // F1 and 20 other bytes are not in the vocabulary. The reference (tokenizers 0.22.1) leaves them out, as we do,
  // but then takes every later byte of the word for the one before it.
  it('stand where their characters do, after a byte that the vocabulary lacks too', () => {
    expect(places('\u{51B95}，b')).toEqual([
      [0, 2],
      [0, 2],
      [0, 2],
      [2, 3],
      [3, 4],
    ]);
  });

  it('of half a surrogate pair are those of U+FFFD', () => {
    expect(tokenizer.encode('a\ud800b', 512)).toEqual(tokenizer.encode('a\ufffdb', 512));
  });
});

describe('special tokens', () => {
  it('are single tokens in a text', () => {
    const { inputIds, tokens } = tokenizer.encode('a<|im_start|>b<|endoftext|>', 512);
    expect(inputIds).toEqual([81, 1, 82, 0]);
    expect(tokens.map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [1, 13],
      [13, 14],
      [14, 27],
    ]);
  });

  it('are single tokens without a place in a prefix', () => {
    expect(tokenizer.encode('a', 512, '<|endoftext|>')).toEqual({
      inputIds: [0, 81],
      tokens: [
        { id: 0, text: '<|endoftext|>', start: -1, end: -1 },
        { id: 81, text: 'a', start: 0, end: 1 },
      ],
      truncated: false,
    });
  });

  it('are none of a text that is empty', () => {
    expect(tokenizer.encode('', 512)).toEqual({ inputIds: [], tokens: [], truncated: false });
  });
});

describe('a prefix that runs into the text', () => {
  it('is read with it, and the token they share has the place of its part of the text', () => {
    const whole = tokenizer.encode('query: apple pie', 512);
    const { inputIds, tokens } = tokenizer.encode('apple pie', 512, 'query: ');
    expect(inputIds).toEqual(whole.inputIds);
    expect(tokens.at(-2)).toMatchObject({ text: 'Ġapple', start: 0, end: 5 });
    expect(tokens.slice(0, -2).every(({ start, end }) => start === -1 && end === -1)).toBe(true);
  });
});

describe('the readable text of an id', () => {
  it('is UTF-8, a space for Ġ, and a byte in angle brackets where it is no whole character', () => {
    const texts = (text: string) => tokenizer.encode(text, 512).inputIds.map((id) => tokenizer.textOf(id));
    expect(texts('The weather is')).toEqual(['The', ' weather', ' is']);
    expect(texts('²新')).toEqual(['²', '新']);
    expect(texts('狗')).toEqual(['<0xE7>', '<0x8B>', '<0x97>']);
    expect(texts('\n\n<|im_end|>')).toEqual(['\n\n', '<|im_end|>']);
  });

  it('is there for every id below the size', () => {
    expect(tokenizer.size).toBe(49_152);
    const texts = Array.from({ length: tokenizer.size }, (_, id) => tokenizer.textOf(id));
    expect(texts.filter((text) => typeof text !== 'string' || text === '')).toEqual([]);
    for (const id of [-1, tokenizer.size, 0.5, Number.NaN])
      expect(() => tokenizer.textOf(id)).toThrow(RangeError);
  });
});

describe('the work it takes', () => {
  it.each([
    ['one word', 'x'],
    ['Chinese', '苹'],
    ['spaces', ' '],
    ['digits', '7'],
    ['combining marks', '\u0301'],
  ])('lets %s of 100,000 characters be read at once', (_, char) => {
    const { tokens } = tokenizer.encode(char.repeat(100_000), 512);
    expect(tokens).toEqual(tokenizer.encode(char.repeat(40_000), 512).tokens);
  });
});

describe('a damaged file', () => {
  it.each([
    ['a merge of unknown pieces', { model: { ...file.model, merges: ['苹 果'] } }],
    ['a merge that is none', { model: { ...file.model, merges: [7] } }],
    ['an id that is none', { model: { ...file.model, vocab: { a: 1e9 } } }],
    ['no vocabulary', { model: { ...file.model, vocab: [] } }],
    ['another pre-tokenizer', { pre_tokenizer: { type: 'ByteLevel' } }],
  ])('with %s is refused with a Fault', (_, change) => {
    expect(() => new TextTokenizer({ ...file, ...change })).toThrow(Fault);
    expect(() => new TextTokenizer({ ...file, ...change })).toThrow(/asset-corrupt/);
  });
});
