import type { EmbeddingModel, Span } from '../../models/embeddingModel.ts';
import { tokensInSpan } from '../../models/tokenSpan.ts';
import type { Token } from '../../text/token.ts';
import type { EmbeddedChunk } from './growingVectors.ts';

/** Words in a line: well below what a model reads, also where each is several tokens. */
const WORDS_A_LINE = 40;
const BREAK = /[\s\p{Script=Han}]/u;

/**
 * The input embedding table of a contextual model, torn out and used as a static model: a text is the mean of its own
 * tokens' rows, special tokens left out. A token's row is read off any text that holds it, since the table gives every
 * occurrence the same; from then on it costs a look-up, which is what this table would cost by itself.
 */
export class TokenTable {
  readonly #model: EmbeddingModel;
  readonly #rows = new Map<number, Float32Array>();

  constructor(model: EmbeddingModel) {
    this.#model = model;
  }

  /**
   * Reads the rows of tokens that stand in these texts and are not known yet: first in lines of nothing but words that
   * hold one, which is far less to read; a token that only its own text has, there.
   */
  async learn(texts: readonly string[], signal: AbortSignal): Promise<void> {
    const places = await this.#unknown(texts);
    signal.throwIfAborted();
    const words = new Set([...places.values()].map(wordRound));
    await this.#read(await this.#unknown(lines([...words])), signal);
    await this.#read(new Map([...places].filter(([id]) => !this.#rows.has(id))), signal);
  }

  /** Where a token that is not known yet stands first, for each such token. */
  async #unknown(texts: readonly string[]): Promise<Map<number, Span>> {
    const tokens = await this.#model.tokenize(texts);
    const wanted = new Map<number, Span>();
    for (const [index, sentence] of texts.entries()) {
      for (const { id, start, end } of tokens[index]) {
        if (start < 0 || this.#rows.has(id) || wanted.has(id)) continue;
        wanted.set(id, { sentence, start, end });
      }
    }
    return wanted;
  }

  async #read(wanted: ReadonlyMap<number, Span>, signal: AbortSignal): Promise<void> {
    if (wanted.size === 0) return;
    const embedded = await this.#model.embedOccurrences([...wanted.values()], ['table'], { signal });
    if (!embedded) throw new Error(`${this.#model.card.id} has no table`);
    const { dim, data } = embedded;
    for (const [place, id] of [...wanted.keys()].entries()) {
      this.#rows.set(id, data[0].slice(place * dim, (place + 1) * dim));
    }
  }

  /** Vectors of whole texts whose tokens are known. */
  async texts(texts: readonly string[]): Promise<EmbeddedChunk> {
    const tokens = await this.#model.tokenize(texts);
    return this.#means(tokens.map((read) => read.filter(({ start }) => start >= 0)));
  }

  /** Vectors of words in their sentences, whose tokens are known. */
  async spans(spans: readonly Span[]): Promise<EmbeddedChunk> {
    const tokens = await this.#model.tokenize(spans.map(({ sentence }) => sentence));
    return this.#means(
      spans.map(({ start, end }, index) => {
        const range = tokensInSpan(tokens[index], start, end);
        return range ? tokens[index].slice(range.from, range.to) : [];
      }),
    );
  }

  #means(texts: readonly (readonly Token[])[]): EmbeddedChunk {
    const { dim } = this.#model.card;
    const data = new Float32Array(texts.length * dim);
    const missing: number[] = [];
    for (const [index, tokens] of texts.entries()) {
      if (tokens.length === 0) missing.push(index);
      const sums = new Float64Array(dim);
      for (const { id } of tokens) {
        const row = this.#rows.get(id);
        if (!row) throw new Error(`token ${id} is asked for before it is learnt`);
        for (let d = 0; d < dim; d++) sums[d] += row[d];
      }
      for (let d = 0; d < dim && tokens.length > 0; d++) data[index * dim + d] = sums[d] / tokens.length;
    }
    return { dim, data, missing, coverage: null };
  }
}

/** The token with what stands beside it up to a space or a Chinese character, where tokenizers cut anyway. */
function wordRound({ sentence, start, end }: Span): string {
  let [from, to] = [start, end];
  if (BREAK.test(sentence.slice(start, end))) return sentence.slice(start, end);
  while (from > 0 && !BREAK.test(sentence[from - 1])) from--;
  while (to < sentence.length && !BREAK.test(sentence[to])) to++;
  return sentence.slice(from, to);
}

function lines(words: readonly string[]): string[] {
  return Array.from({ length: Math.ceil(words.length / WORDS_A_LINE) }, (_, line) =>
    words.slice(line * WORDS_A_LINE, (line + 1) * WORDS_A_LINE).join(' '),
  );
}
