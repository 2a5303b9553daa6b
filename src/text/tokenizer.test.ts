import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Fault } from '../contract/fault.ts';
import { TextTokenizer } from './tokenizer.ts';

/** Made by fixtures/text/make.py with tokenizers 0.22.1. */
interface ReferenceSet {
  readonly model: string;
  readonly normalizer: Record<string, unknown>;
  readonly cases: readonly {
    readonly text: string;
    readonly ids: readonly number[];
    readonly tokens: readonly string[];
    readonly offsets: readonly (readonly [number, number])[];
  }[];
}

function parsed(path: string) {
  return JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
}
const references: ReferenceSet[] = parsed('fixtures/text/tokens.json');
const chinese = parsed('public/models/bge-small-zh-v1.5/tokenizer.json');
const english = parsed('public/models/all-minilm-l6-v2/tokenizer.json');
const files: Record<string, object> = {
  'bge-small-zh-v1.5': chinese,
  'all-minilm-l6-v2': english,
};
const zh = new TextTokenizer(chinese);
const en = new TextTokenizer(english);

describe.each(references)('$model with $normalizer', ({ model, normalizer, cases }) => {
  const tokenizer = new TextTokenizer({ ...files[model], normalizer });

  it('has many cases', () => expect(cases.length).toBeGreaterThanOrEqual(150));

  it.each(cases)('reads $text as Python does', ({ text, ids, tokens, offsets }) => {
    const encoded = tokenizer.encode(text, 512);
    expect({
      ids: encoded.inputIds,
      tokens: encoded.tokens.map((token) => token.text),
      offsets: encoded.tokens.map(({ start, end }) => [start, end]),
      truncated: encoded.truncated,
    }).toEqual({ ids, tokens, offsets, truncated: false });
    expect(encoded.tokens.map(({ id }) => id)).toEqual(encoded.inputIds);
    expect(tokenizer.encodeWindow(text, 0, 1, 512)).toEqual(encoded);
  });
});

describe('unpaired surrogates', () => {
  it.each(['\ud800', 'a\ud800b', '\udc00苹果\ud83d', '\ud83d\ud83d\ude00'])(
    'reads %j with places inside the string',
    (text) => {
      for (const tokenizer of [zh, en]) {
        const { tokens } = tokenizer.encode(text, 512);
        expect(tokens[0]).toMatchObject({ text: '[CLS]', start: -1, end: -1 });
        expect(tokens.at(-1)).toMatchObject({ text: '[SEP]', start: -1, end: -1 });
        for (const { start, end } of tokens.slice(1, -1)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }
    },
  );

  it('reads half a pair as Python reads U+FFFD: as nothing', () => {
    const { tokens, inputIds } = zh.encode('苹\ud800果', 512);
    expect(inputIds).toEqual(zh.encode('苹\ufffd果', 512).inputIds);
    expect(tokens.slice(1, -1).map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
});

describe('truncation', () => {
  const text = Array.from({ length: 40 }, (_, n) => `word${n}`).join(' ');

  it('keeps the first tokens and both special ones', () => {
    const whole = en.encode(text, 512);
    const cut = en.encode(text, 12);
    expect(whole.truncated).toBe(false);
    expect(cut.truncated).toBe(true);
    expect(cut.tokens).toEqual([...whole.tokens.slice(0, 11), whole.tokens.at(-1)]);
  });

  it('is not said of a text that just fits', () => {
    const { length } = en.encode(text, 512).inputIds;
    expect(en.encode(text, length).truncated).toBe(false);
    expect(en.encode(text, length - 1).truncated).toBe(true);
  });

  it('counts a literal special token', () => {
    expect(en.encode('a [MASK]', 3).tokens.map((token) => token.text)).toEqual(['[CLS]', 'a', '[SEP]']);
    expect(en.encode('a [MASK]', 3).truncated).toBe(true);
  });

  it('refuses a limit without room for the text', () => {
    expect(() => en.encode('a', 2)).toThrow(RangeError);
    expect(() => en.encodeWindow('a', 0, 1, Number.NaN)).toThrow(RangeError);
  });
});

describe('a window round a word', () => {
  const sentence = `${'前'.repeat(300)}苹果${'后'.repeat(300)}`;

  it('has the word in its middle', () => {
    const { tokens, truncated } = zh.encodeWindow(sentence, 300, 302, 102);
    expect(truncated).toBe(true);
    expect(tokens).toHaveLength(102);
    const texts = tokens.map((token) => token.text);
    expect(texts.slice(50, 52)).toEqual(['苹', '果']);
    expect(tokens[50]).toMatchObject({ start: 300, end: 301 });
    expect(texts.filter((each) => each === '前')).toHaveLength(49);
    expect(texts.filter((each) => each === '后')).toHaveLength(49);
  });

  it('is full near either end too', () => {
    const atStart = zh.encodeWindow(`苹果${'后'.repeat(600)}`, 0, 2, 102);
    expect(atStart.tokens).toHaveLength(102);
    expect(atStart.tokens[1]).toMatchObject({ text: '苹', start: 0 });
    const atEnd = zh.encodeWindow(`${'前'.repeat(600)}苹果`, 600, 602, 102);
    expect(atEnd.tokens).toHaveLength(102);
    expect(atEnd.tokens[100]).toMatchObject({ text: '果', end: 602 });
  });

  it('takes the first tokens of a stretch that is too long itself', () => {
    const { tokens } = zh.encodeWindow(sentence, 100, 300, 52);
    expect(tokens[1]).toMatchObject({ start: 100 });
    expect(tokens[50]).toMatchObject({ start: 149 });
  });

  it('holds the piece that the stretch lies in', () => {
    const text = `${'w '.repeat(600)}embeddings${' w'.repeat(600)}`;
    const { tokens } = en.encodeWindow(text, 1203, 1204, 12);
    expect(tokens.some(({ start, end }) => start <= 1203 && end >= 1204)).toBe(true);
  });

  it('stands near a stretch without tokens of its own', () => {
    const text = `${'前'.repeat(600)}\u200b${'后'.repeat(600)}`;
    const { tokens } = zh.encodeWindow(text, 600, 601, 12);
    expect(tokens[1].start).toBe(595);
  });
});

describe('the work it takes', () => {
  it.each([
    ['Chinese', '苹果很甜，'.repeat(20_000)],
    ['English', 'the bank raised rates '.repeat(5_000)],
    ['one word', 'x'.repeat(100_000)],
    ['spaces', ' '.repeat(100_000)],
    ['combining marks', `a${'\u0301'.repeat(100_000)}`],
  ])('reads %s of 100,000 characters at once', (_, text) => {
    for (const tokenizer of [zh, en]) {
      const { tokens, truncated } = tokenizer.encode(text, 512);
      const first = tokenizer.encode(text.slice(0, 20_000), 512);
      if (truncated) expect(tokens).toEqual(first.tokens);
      else expect(tokens.length).toBeLessThanOrEqual(3);
    }
  });
});

describe('the readable text of an id', () => {
  it('is the word piece as it is', () => {
    const { inputIds } = en.encode('embeddings', 512);
    expect(inputIds.map((id) => en.textOf(id))).toEqual(['[CLS]', 'em', '##bed', '##ding', '##s', '[SEP]']);
  });

  it('is there for every id below the size', () => {
    expect([zh.size, en.size]).toEqual([21_128, 30_522]);
    const texts = Array.from({ length: zh.size }, (_, id) => zh.textOf(id));
    expect(texts.filter((text) => typeof text !== 'string' || text === '')).toEqual([]);
    for (const id of [-1, zh.size, 0.5, Number.NaN]) expect(() => zh.textOf(id)).toThrow(RangeError);
  });
});

describe('a prefix', () => {
  it('has no place, and the text has its own', () => {
    const { tokens, inputIds } = zh.encode('苹果', 512, '问：');
    expect(inputIds).toEqual(zh.encode('问：苹果', 512).inputIds);
    expect(tokens.map(({ start, end }) => [start, end])).toEqual([
      [-1, -1],
      [-1, -1],
      [-1, -1],
      [0, 1],
      [1, 2],
      [-1, -1],
    ]);
  });
});

describe('a file that is no tokenizer', () => {
  it.each([
    null,
    [],
    {},
    'text',
    { ...chinese, model: { ...chinese.model, type: 'Unigram' } },
    { ...chinese, normalizer: null },
  ])('is refused with a Fault', (json) => {
    expect(() => new TextTokenizer(json)).toThrow(Fault);
    expect(() => new TextTokenizer(json)).toThrow(/asset-corrupt/);
  });
});
