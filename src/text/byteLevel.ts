import * as v from 'valibot';
import { AddedTokens, addedTokensSchema } from './addedTokens.ts';
import type { Aligner } from './align.ts';
import { byteCharacter, readableBytes } from './byteCharacters.ts';
import { BytePairs, type BytePiece } from './bytePairs.ts';
import { postProcessorSchema, surroundingTokens } from './postProcessor.ts';
import type { Token } from './token.ts';

/** What is read of a tokenizer.json with byte-level BPE and single digits (SmolLM2). */
export const byteLevelSchema = v.object({
  normalizer: v.null(),
  pre_tokenizer: v.object({
    type: v.literal('Sequence'),
    pretokenizers: v.tuple([
      v.object({ type: v.literal('Digits'), individual_digits: v.literal(true) }),
      v.object({
        type: v.literal('ByteLevel'),
        add_prefix_space: v.literal(false),
        use_regex: v.literal(true),
      }),
    ]),
  }),
  post_processor: postProcessorSchema,
  model: v.object({
    type: v.literal('BPE'),
    dropout: v.nullish(v.null()),
    unk_token: v.null(),
    continuing_subword_prefix: v.nullish(v.literal('')),
    end_of_word_suffix: v.nullish(v.literal('')),
    byte_fallback: v.optional(v.literal(false)),
    ignore_merges: v.optional(v.literal(false)),
    // What is in these two is checked where it is read: a schema for each of 100,000 entries takes longer than that.
    vocab: v.custom<Readonly<Record<string, unknown>>>(
      (value) => value?.constructor === Object,
      'no vocabulary',
    ),
    merges: v.custom<readonly unknown[]>(Array.isArray, 'no merges'),
  }),
  added_tokens: addedTokensSchema,
});

/** A tokenizer.json of the GPT-2 family. */
export type ByteLevelJson = v.InferOutput<typeof byteLevelSchema>;

/**
 * GPT-2's words, each number sign (Rust's char::is_numeric: Nd, Nl, No) by itself. As `Digits` cuts before GPT-2's
 * expression is applied, white space before a number ends a stretch and stays whole. White_Space is Oniguruma's \s.
 */
const WORD = new RegExp(
  [
    "'(?:s|t|re|ve|m|ll|d)",
    ' ?\\p{L}+',
    '\\p{N}',
    ' ?[^\\p{White_Space}\\p{L}\\p{N}]+',
    '\\p{White_Space}+(?![^\\p{White_Space}\\p{N}])',
    '\\p{White_Space}+',
  ].join('|'),
  'gu',
);
const WORDS_REMEMBERED = 50_000;
const LONGEST_REMEMBERED = 256;

/** GPT-2: cut into words, write each as UTF-8, join byte pairs, all with places. */
export class ByteLevelAligner implements Aligner {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  readonly size: number;
  readonly #added: AddedTokens;
  readonly #pieces: readonly string[];
  readonly #special: ReadonlyMap<number, string>;
  readonly #byteIds: readonly number[];
  readonly #pairs: BytePairs;
  readonly #words = new Map<string, readonly BytePiece[]>();

  /** Throws a RangeError when an id is no id, or a merge is of pieces that the vocabulary lacks. */
  constructor({ post_processor, model, added_tokens }: ByteLevelJson) {
    this.#added = new AddedTokens(added_tokens);
    this.#special = this.#added.texts();
    [this.before, this.after] = surroundingTokens(post_processor);
    const { ids, pieces } = readVocabulary(model.vocab);
    for (const [id, content] of this.#special) pieces[id] = content;
    this.#pieces = pieces;
    this.size = pieces.length;
    this.#byteIds = Array.from({ length: 256 }, (_, byte) => ids.get(byteCharacter(byte)) ?? -1);
    this.#pairs = new BytePairs(model.merges.map((merge) => mergeIds(merge, ids)));
  }

  tokens(text: string, limit: number): Token[] {
    return this.#added.tokens(text, limit, (from, to) => this.#read(text.slice(from, to), from));
  }

  textOf(id: number): string {
    return this.#special.get(id) ?? readableBytes(this.#pieces[id]);
  }

  *#read(text: string, offset: number): Generator<Token> {
    for (const { 0: word, index } of text.matchAll(WORD)) {
      const symbols = this.#symbols(word);
      const places = bytePlaces(word);
      for (const { id, start, length } of symbols) {
        const first = places ? places.starts[start] : start;
        const end = places ? places.ends[start + length - 1] : start + length;
        yield { id, text: this.#pieces[id], start: offset + index + first, end: offset + index + end };
      }
    }
  }

  #symbols(word: string): readonly BytePiece[] {
    const known = this.#words.get(word);
    if (known) return known;
    const symbols = this.#pairs.join(
      Array.from(new TextEncoder().encode(word), (byte) => this.#byteIds[byte]),
    );
    if (word.length > LONGEST_REMEMBERED) return symbols;
    if (this.#words.size >= WORDS_REMEMBERED) this.#words.clear();
    this.#words.set(word, symbols);
    return symbols;
  }
}

function readVocabulary(vocab: Readonly<Record<string, unknown>>): {
  ids: Map<string, number>;
  pieces: string[];
} {
  const ids = new Map<string, number>();
  const pieces: string[] = [];
  for (const [piece, id] of Object.entries(vocab)) {
    // Far above any vocabulary, and no list of that length is ever made.
    if (!(typeof id === 'number' && Number.isInteger(id) && id >= 0 && id < 2 ** 24)) {
      throw new RangeError(`the id of ${piece} is ${id}`);
    }
    ids.set(piece, id);
    pieces[id] = piece;
  }
  return { ids, pieces };
}

/** `merge` is `left right`, or both in a list. */
function mergeIds(merge: unknown, ids: ReadonlyMap<string, number>): [number, number, number] {
  const [left, right]: unknown[] =
    typeof merge === 'string' ? merge.split(' ') : Array.isArray(merge) ? merge : [];
  const [first, second, joined] = [ids.get(`${left}`), ids.get(`${right}`), ids.get(`${left}${right}`)];
  if (first === undefined || second === undefined || joined === undefined) {
    throw new RangeError(`a merge of ${left} and ${right} is not in the vocabulary`);
  }
  return [first, second, joined];
}

/** The place of the whole character that each UTF-8 byte belongs to; null where all are ASCII, one unit each. */
function bytePlaces(word: string): { starts: number[]; ends: number[] } | null {
  if (/^[\0-\x7f]*$/.test(word)) return null;
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const char of word) {
    for (let byte = utf8Width(char.codePointAt(0) ?? 0); byte > 0; byte--) {
      starts.push(at);
      ends.push(at + char.length);
    }
    at += char.length;
  }
  return { starts, ends };
}

function utf8Width(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
