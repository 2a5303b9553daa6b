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
 * Turns texts into a model's tokens, each with its place in the original string.
 *
 * A `prefix` is read together with the text (`query: 苹果` as one string, as the model's authors do), but its tokens
 * have no place: start = end = -1. A token that reaches from the prefix into the text has the place of what it covers
 * there.
 */
export class TextTokenizer {
  readonly #aligner: Aligner;

  /** `json` is a parsed tokenizer.json. Throws the Fault `asset-corrupt` when it is not one that can be read. */
  constructor(json: unknown) {
    this.#aligner = alignerFor(json);
  }

  /** The number of token ids: every id is below it. */
  get size(): number {
    return this.#aligner.size;
  }

  /**
   * The readable text of a token by itself: a word piece as it is (`##ing`), ▁ and Ġ as the space that they mean, a
   * byte that is no whole character as `<0xE5>`, special tokens as they are. Throws a RangeError when there is no
   * such id.
   */
  textOf(id: number): string {
    if (!(Number.isInteger(id) && id >= 0 && id < this.size))
      throw new RangeError(`no token has the id ${id}`);
    return this.#aligner.textOf(id);
  }

  /**
   * The first tokens of `text`, at most `maxTokens` with the prefix and the special ones. A long text is read only as
   * far as that. Throws a RangeError when `maxTokens` leaves no room for a token of the text.
   */
  encode(text: string, maxTokens: number, prefix = ''): EncodedText {
    const room = this.#room(maxTokens, 0);
    const { lead, tokens } = this.#read(text, room + 1, prefix);
    const left = this.#room(maxTokens, lead.length);
    return this.#wrap(lead, tokens.slice(0, left), tokens.length > left);
  }

  /**
   * As `encode`, but of a text that is too long it keeps the tokens round [start, end) (UTF-16 units), as
   * many before as after where there are as many. Of a stretch that is too long itself, its first tokens.
   */
  encodeWindow(text: string, start: number, end: number, maxTokens: number, prefix = ''): EncodedText {
    const { lead, tokens } = this.#read(text, Number.POSITIVE_INFINITY, prefix);
    const room = this.#room(maxTokens, lead.length);
    if (tokens.length <= room) return this.#wrap(lead, tokens, false);
    const first = lowerBound(tokens, (token) => token.end > start);
    const last = Math.max(
      first,
      lowerBound(tokens, (token) => token.start >= end),
    );
    const spare = Math.max(0, room - (last - first));
    const from = Math.min(Math.max(0, first - Math.floor(spare / 2)), tokens.length - room);
    return this.#wrap(lead, tokens.slice(from, from + room), true);
  }

  /** The tokens of the prefix, without places, and those of the text, with places in the text alone. */
  #read(text: string, limit: number, prefix: string): { lead: Token[]; tokens: Token[] } {
    const all = this.#aligner.tokens(prefix + text, limit);
    if (prefix === '') return { lead: [], tokens: all };
    const count = lowerBound(all, ({ end }) => end > prefix.length);
    const lead = all.slice(0, count).map((token) => ({ ...token, start: -1, end: -1 }));
    const tokens = all.slice(count).map((token) => ({
      ...token,
      start: Math.max(0, token.start - prefix.length),
      end: token.end - prefix.length,
    }));
    return { lead, tokens };
  }

  #room(maxTokens: number, lead: number): number {
    const room = maxTokens - this.#aligner.before.length - this.#aligner.after.length - lead;
    if (!(room >= 1)) throw new RangeError(`maxTokens ${maxTokens} leaves no room for the text`);
    return room;
  }

  #wrap(lead: readonly Token[], text: readonly Token[], truncated: boolean): EncodedText {
    const tokens = [...this.#aligner.before, ...lead, ...text, ...this.#aligner.after];
    return { inputIds: tokens.map(({ id }) => id), tokens, truncated };
  }
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
