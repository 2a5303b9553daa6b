import * as v from 'valibot';
import type { Token } from './token.ts';

/**
 * The `added_tokens` of a tokenizer.json: strings that are one token wherever they stand, special tokens among
 * them. Those that strip spaces, stand only at word boundaries or are matched in the normalised text do not occur in
 * our models' files and are refused.
 */
export const addedTokensSchema = v.array(
  v.object({
    id: v.pipe(v.number(), v.integer(), v.minValue(0)),
    content: v.pipe(v.string(), v.minLength(1)),
    single_word: v.literal(false),
    lstrip: v.literal(false),
    rstrip: v.literal(false),
    normalized: v.literal(false),
  }),
);

/** Finds added tokens in a text, the longest first where two begin at the same place. */
export class AddedTokens {
  readonly #ids: ReadonlyMap<string, number>;
  readonly #pattern: RegExp | null;

  constructor(added: v.InferOutput<typeof addedTokensSchema>) {
    this.#ids = new Map(added.map(({ content, id }) => [content, id]));
    const contents = [...this.#ids.keys()].sort((a, b) => b.length - a.length);
    const source = contents.map((content) => content.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
    this.#pattern = source === '' ? null : new RegExp(source, 'g');
  }

  /** Content by id. */
  texts(): Map<number, string> {
    return new Map(Array.from(this.#ids, ([content, id]) => [id, content]));
  }

  /**
   * The first `limit` tokens of `text`: added tokens as they are, what lies between them by `read`, which gives
   * tokens of [from, to) of `text`, with places counted from the start of `text`.
   */
  tokens(text: string, limit: number, read: (from: number, to: number) => Iterable<Token>): Token[] {
    const tokens: Token[] = [];
    for (let at = 0; at < text.length; ) {
      const match = this.#next(text, at);
      const stop = match ? match.index : text.length;
      if (stop > at) {
        for (const token of read(at, stop)) {
          if (tokens.length >= limit) return tokens;
          tokens.push(token);
        }
      }
      if (!match || tokens.length >= limit) break;
      const [content] = match;
      at = stop + content.length;
      tokens.push({ id: this.#ids.get(content) ?? 0, text: content, start: stop, end: at });
    }
    return tokens;
  }

  #next(text: string, from: number): RegExpExecArray | null {
    if (!this.#pattern) return null;
    this.#pattern.lastIndex = from;
    return this.#pattern.exec(text);
  }
}
