import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Fault } from '../contract/fault.ts';
import { TextTokenizer } from './tokenizer.ts';

/** Made by fixtures/e5/make_tokens.py with Python's tokenizers. */
interface Case {
  readonly text: string;
  readonly inputIds: readonly number[];
  readonly tokens: readonly string[];
  readonly offsets: readonly (readonly [number, number] | null)[];
}

function parsed(path: string) {
  return JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
}
const cases: Case[] = parsed('fixtures/e5/tokens.json');
const file = parsed('public/models/multilingual-e5-small/tokenizer.json');
const tokenizer = new TextTokenizer(file);

/** Ids, texts and places without the special tokens. */
function read(text: string, prefix = '') {
  const tokens = tokenizer.encode(text, 512, prefix).tokens.slice(1, -1);
  return tokens.map(({ text: piece, start, end }) => [piece, start, end]);
}

describe('the tokens of multilingual-e5-small', () => {
  it('are compared on 150 strings', () => expect(cases.length).toBe(150));

  it.each(cases)('of $text are those that Python gives', ({ text, inputIds, tokens, offsets }) => {
    const encoded = tokenizer.encode(text, 1_000_000);
    expect({
      inputIds: encoded.inputIds,
      tokens: encoded.tokens.map((token) => token.text),
      offsets: encoded.tokens.map(({ start, end }) => (start < 0 ? null : [start, end])),
    }).toEqual({ inputIds, tokens, offsets });
    expect(encoded.tokens.map(({ id }) => id)).toEqual(encoded.inputIds);
    expect(encoded.truncated).toBe(false);
    expect(tokenizer.encodeWindow(text, 0, 1, 1_000_000)).toEqual(encoded);
  });

  // The reference (tokenizers 0.22.1) forgets a removed character that nothing stands before, or that follows an
  // expanded one, and gives all that comes after it the place of its neighbour.
  it.each([
    [
      '\u000b苹果',
      [
        ['▁', 1, 2],
        ['苹果', 1, 3],
      ],
    ],
    [
      '½\u0001b',
      [
        ['▁1⁄2', 0, 1],
        ['b', 2, 3],
      ],
    ],
  ])('of %j stand where their characters do, after a removed one too', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('of half a surrogate pair are those of U+FFFD', () => {
    expect(read('苹\ud800果')).toEqual(read('苹\ufffd果'));
  });
});

describe('a prefix', () => {
  const prefixed = cases.filter(({ text }) => /^(query|passage): /.test(text));

  it('is in some of the strings', () => expect(prefixed.length).toBeGreaterThanOrEqual(3));

  it.each(prefixed)('of $text has the ids that Python gives, and no place', ({ text, inputIds, offsets }) => {
    const prefix = text.slice(0, text.indexOf(' ') + 1);
    const encoded = tokenizer.encode(text.slice(prefix.length), 512, prefix);
    expect(encoded.inputIds).toEqual(inputIds);
    expect(encoded.tokens.map(({ start, end }) => [start, end])).toEqual(
      offsets.map((place) => {
        if (place === null || place[1] <= prefix.length) return [-1, -1];
        return [Math.max(0, place[0] - prefix.length), place[1] - prefix.length];
      }),
    );
  });

  it('stays when the text is cut, at either end', () => {
    const text = '苹果发布新产品。'.repeat(60);
    const lead = tokenizer.encode('苹果', 512, 'query: ').inputIds.slice(0, 5);
    const cut = tokenizer.encode(text, 40, 'query: ');
    expect([cut.tokens.length, cut.truncated]).toEqual([40, true]);
    expect(cut.inputIds.slice(0, 5)).toEqual(lead);
    const window = tokenizer.encodeWindow(text, 240, 242, 40, 'query: ');
    expect([window.tokens.length, window.truncated]).toEqual([40, true]);
    expect(window.inputIds.slice(0, 5)).toEqual(lead);
    expect(window.tokens.slice(5, -1).some(({ start, end }) => start <= 240 && end >= 242)).toBe(true);
  });

  it('needs room of its own', () => {
    expect(() => tokenizer.encode('苹果', 7, 'query: ')).not.toThrow();
    expect(() => tokenizer.encode('苹果', 6, 'query: ')).toThrow(RangeError);
    expect(() => tokenizer.encodeWindow('苹果', 0, 1, 6, 'query: ')).toThrow(RangeError);
  });

  it('stands alone before an empty text', () => {
    expect(read('', 'query: ').every(([, start, end]) => start === -1 && end === -1)).toBe(true);
  });
});

describe('the readable text of an id', () => {
  it('has a space for ▁, and special tokens as they are', () => {
    const { inputIds } = tokenizer.encode('a fast car', 512);
    expect(inputIds.map((id) => tokenizer.textOf(id)).join('')).toBe('<s> a fast car</s>');
  });

  it('is there for every id below the size', () => {
    expect(tokenizer.size).toBe(file.model.vocab.length);
    const texts = Array.from({ length: tokenizer.size }, (_, id) => tokenizer.textOf(id));
    expect(texts.filter((text) => typeof text !== 'string' || text === '')).toEqual([]);
    for (const id of [-1, tokenizer.size, 0.5, Number.NaN])
      expect(() => tokenizer.textOf(id)).toThrow(RangeError);
  });
});

describe('the work it takes', () => {
  it.each([
    ['one word', 'x'.repeat(100_000), `▁${'x'.repeat(100_000)}`],
    ['Chinese', '苹果很甜。'.repeat(20_000), `▁${'苹果很甜。'.repeat(20_000)}`],
    ['spaces', ' '.repeat(100_000), '▁'],
    ['combining marks', `a${'\u0301'.repeat(100_000)}`, `▁a${'\u0301'.repeat(100_000)}`],
  ])('lets %s of 100,000 characters be read at once', (_, text, normal) => {
    const pieces = tokenizer.encode(text, 512).tokens.slice(1, -1);
    const joined = pieces.map((piece) => piece.text).join('');
    expect(normal.startsWith(joined)).toBe(true);
    expect(pieces.length === 510 || joined === normal).toBe(true);
  });
});

describe('a damaged file', () => {
  it.each([
    ['no map', { normalizer: null }],
    [
      'a map cut short',
      {
        normalizer: {
          ...file.normalizer,
          normalizers: [
            { type: 'Precompiled', precompiled_charsmap: 'ALQCAACE' },
            file.normalizer.normalizers[1],
          ],
        },
      },
    ],
    ['no pieces', { model: { ...file.model, vocab: [['a', 'b']] } }],
    ['another way with spaces', { pre_tokenizer: { type: 'Whitespace' } }],
    ['another post-processor', { post_processor: { type: 'ByteLevel' } }],
  ])('with %s is refused with a Fault', (_, change) => {
    expect(() => new TextTokenizer({ ...file, ...change })).toThrow(Fault);
    expect(() => new TextTokenizer({ ...file, ...change })).toThrow(/asset-corrupt/);
  });
});
