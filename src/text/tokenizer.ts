import { Tokenizer } from '@huggingface/tokenizers';
import { Fault } from '../contract/fault.ts';
import { type Aligner, alignerFor } from './align.ts';
import type { Token } from './token.ts';

/** A text as a model reads it, special tokens included; `inputIds[i]` is the id of `tokens[i]`. */
export interface EncodedText {
  readonly inputIds: number[];
  readonly tokens: Token[];
  /** Whether the text had more tokens than were kept. */
  readonly truncated: boolean;
}

/**
 * Turns texts into a model's tokens, each with its place in the original string. Vocabulary, word pieces and
 * special tokens come from @huggingface/tokenizers, places from our aligner.
 */
export class TextTokenizer {
  readonly #aligner: Aligner;
  readonly #before: readonly Token[];
  readonly #after: readonly Token[];

  /** `json` is a parsed tokenizer.json. Throws the Fault `asset-corrupt` when it is not one that can be read. */
  constructor(json: unknown) {
    const library = openLibrary(json);
    this.#aligner = alignerFor(json, library);
    [this.#before, this.#after] = specialTokens(library);
  }

  /**
   * The first tokens of `text`, at most `maxTokens` with the special ones. A long text is read only as far
   * as that. Throws a RangeError when `maxTokens` leaves no room for a token of the text.
   */
  encode(text: string, maxTokens: number): EncodedText {
    const room = this.#room(maxTokens);
    const tokens = this.#aligner.tokens(text, room + 1);
    return this.#wrap(tokens.slice(0, room), tokens.length > room);
  }

  /**
   * As `encode`, but of a text that is too long it keeps the tokens round [start, end) (UTF-16 units), as
   * many before as after where there are as many. Of a stretch that is too long itself, its first tokens.
   */
  encodeWindow(text: string, start: number, end: number, maxTokens: number): EncodedText {
    const room = this.#room(maxTokens);
    const tokens = this.#aligner.tokens(text, Number.POSITIVE_INFINITY);
    if (tokens.length <= room) return this.#wrap(tokens, false);
    const first = lowerBound(tokens, (token) => token.end > start);
    const last = Math.max(
      first,
      lowerBound(tokens, (token) => token.start >= end),
    );
    const spare = Math.max(0, room - (last - first));
    const from = Math.min(Math.max(0, first - Math.floor(spare / 2)), tokens.length - room);
    return this.#wrap(tokens.slice(from, from + room), true);
  }

  #room(maxTokens: number): number {
    const room = maxTokens - this.#before.length - this.#after.length;
    if (!(room >= 1)) throw new RangeError(`maxTokens ${maxTokens} leaves no room for the text`);
    return room;
  }

  #wrap(text: readonly Token[], truncated: boolean): EncodedText {
    const tokens = [...this.#before, ...text, ...this.#after];
    return { inputIds: tokens.map(({ id }) => id), tokens, truncated };
  }
}

function openLibrary(json: unknown): Tokenizer {
  try {
    return new Tokenizer(json as object, {});
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Fault('asset-corrupt', { file: 'tokenizer.json', message }, { cause: error });
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

/** The first index whose token `holds`, which must hold for every token after it too. */
function lowerBound(tokens: readonly Token[], holds: (token: Token) => boolean): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(tokens[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}
