import type { Tokenizer } from '@huggingface/tokenizers';
import * as v from 'valibot';
import type { Aligner } from './align.ts';
import { BertNormalizer } from './bertNormalizer.ts';
import type { Token } from './token.ts';

/**
 * What is read of a BERT tokenizer.json. Added tokens that strip spaces, stand only at word boundaries or
 * are matched in the normalised text do not occur in BERT's files and are refused.
 */
export const wordPieceSchema = v.object({
  normalizer: v.object({
    type: v.literal('BertNormalizer'),
    clean_text: v.boolean(),
    handle_chinese_chars: v.boolean(),
    strip_accents: v.nullable(v.boolean()),
    lowercase: v.boolean(),
  }),
  pre_tokenizer: v.object({ type: v.literal('BertPreTokenizer') }),
  model: v.object({
    type: v.literal('WordPiece'),
    unk_token: v.string(),
    continuing_subword_prefix: v.string(),
  }),
  added_tokens: v.array(
    v.object({
      id: v.pipe(v.number(), v.integer(), v.minValue(0)),
      content: v.pipe(v.string(), v.minLength(1)),
      single_word: v.literal(false),
      lstrip: v.literal(false),
      rstrip: v.literal(false),
      normalized: v.literal(false),
    }),
  ),
});

/** A tokenizer.json of the BERT family. */
export type WordPieceJson = v.InferOutput<typeof wordPieceSchema>;

interface Piece {
  readonly id: number;
  readonly text: string;
  /** How many UTF-16 units of the normalised word it covers. */
  readonly length: number;
}

// A class types a few thousand different words; the bound only keeps a pasted book from growing it for ever.
const WORDS_REMEMBERED = 50_000;

/** BERT: normalise, cut into words, cut each word into the longest known pieces, all with places. */
export class WordPieceAligner implements Aligner {
  readonly #library: Tokenizer;
  readonly #normalizer: BertNormalizer;
  readonly #unknown: string;
  readonly #prefix: string;
  readonly #added: ReadonlyMap<string, number>;
  readonly #addedPattern: RegExp | null;
  readonly #words = new Map<string, readonly Piece[]>();

  constructor({ normalizer, model, added_tokens: added }: WordPieceJson, library: Tokenizer) {
    this.#library = library;
    this.#normalizer = new BertNormalizer({
      cleanText: normalizer.clean_text,
      handleChineseChars: normalizer.handle_chinese_chars,
      stripAccents: normalizer.strip_accents ?? normalizer.lowercase,
      lowercase: normalizer.lowercase,
    });
    this.#unknown = model.unk_token;
    this.#prefix = model.continuing_subword_prefix;
    this.#added = new Map(added.map(({ content, id }) => [content, id]));
    const contents = added.map(({ content }) => content).sort((a, b) => b.length - a.length);
    const source = contents.map((content) => content.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
    this.#addedPattern = source === '' ? null : new RegExp(source, 'g');
  }

  tokens(text: string, limit: number): Token[] {
    const tokens: Token[] = [];
    let at = 0;
    while (at < text.length && tokens.length < limit) {
      const match = this.#nextAdded(text, at);
      const stop = match ? match.index : text.length;
      this.#addWords(tokens, text, at, stop, limit);
      if (!match) break;
      const [content] = match;
      at = stop + content.length;
      const id = this.#added.get(content);
      if (id !== undefined && tokens.length < limit) tokens.push({ id, text: content, start: stop, end: at });
    }
    return tokens;
  }

  #nextAdded(text: string, from: number): RegExpExecArray | null {
    if (!this.#addedPattern) return null;
    this.#addedPattern.lastIndex = from;
    return this.#addedPattern.exec(text);
  }

  #addWords(tokens: Token[], text: string, from: number, to: number, limit: number): void {
    if (from === to) return;
    for (const word of this.#normalizer.words(text, from, to)) {
      let unit = 0;
      for (const piece of this.#pieces(word.text)) {
        if (tokens.length >= limit) return;
        const last = unit + piece.length - 1;
        tokens.push({ id: piece.id, text: piece.text, start: word.starts[unit], end: word.ends[last] });
        unit += piece.length;
      }
      if (tokens.length >= limit) return;
    }
  }

  #pieces(word: string): readonly Piece[] {
    const known = this.#words.get(word);
    if (known) return known;
    const texts = this.#library.model?.encode([word]) ?? [];
    const isUnknown = texts.length === 1 && texts[0] === this.#unknown;
    const pieces = texts.map((text, index): Piece => {
      const length = isUnknown ? word.length : text.length - (index > 0 ? this.#prefix.length : 0);
      return { id: this.#library.token_to_id(text) ?? 0, text, length };
    });
    if (this.#words.size >= WORDS_REMEMBERED) this.#words.clear();
    this.#words.set(word, pieces);
    return pieces;
  }
}
