import type { Tokenizer } from '@huggingface/tokenizers';
import * as v from 'valibot';
import { AddedTokens, addedTokensSchema } from './addedTokens.ts';
import type { Aligner } from './align.ts';
import { BertNormalizer } from './bertNormalizer.ts';
import type { Token } from './token.ts';

/** What is read of a BERT tokenizer.json. */
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
  added_tokens: addedTokensSchema,
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
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  readonly size: number;
  readonly #library: Tokenizer;
  readonly #normalizer: BertNormalizer;
  readonly #unknown: string;
  readonly #prefix: string;
  readonly #added: AddedTokens;
  readonly #words = new Map<string, readonly Piece[]>();

  /** `library` holds the same file's vocabulary and splits words. */
  constructor({ normalizer, model, added_tokens: added }: WordPieceJson, library: Tokenizer) {
    this.#library = library;
    [this.before, this.after] = specialTokens(library);
    this.size = library.model?.vocab.length ?? 0;
    this.#normalizer = new BertNormalizer({
      cleanText: normalizer.clean_text,
      handleChineseChars: normalizer.handle_chinese_chars,
      stripAccents: normalizer.strip_accents ?? normalizer.lowercase,
      lowercase: normalizer.lowercase,
    });
    this.#unknown = model.unk_token;
    this.#prefix = model.continuing_subword_prefix;
    this.#added = new AddedTokens(added);
  }

  tokens(text: string, limit: number): Token[] {
    return this.#added.tokens(text, limit, (from, to) => this.#read(text, from, to));
  }

  textOf(id: number): string {
    return this.#library.id_to_token(id) ?? this.#unknown;
  }

  *#read(text: string, from: number, to: number): Generator<Token> {
    for (const word of this.#normalizer.words(text, from, to)) {
      let unit = 0;
      for (const { id, text: piece, length } of this.#pieces(word.text)) {
        yield { id, text: piece, start: word.starts[unit], end: word.ends[unit + length - 1] };
        unit += length;
      }
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

/** The special tokens before and after a text, found by comparing a one-word text with and without them. */
function specialTokens(library: Tokenizer): [before: Token[], after: Token[]] {
  const bare = library.encode('a', { add_special_tokens: false });
  const full = library.encode('a');
  const at = full.ids.findIndex((_, from) => bare.ids.every((id, offset) => full.ids[from + offset] === id));
  const tokens = full.ids.map((id, index): Token => ({ id, text: full.tokens[index], start: -1, end: -1 }));
  return [tokens.slice(0, at), tokens.slice(at + bare.ids.length)];
}
