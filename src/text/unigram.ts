import * as v from 'valibot';
import { AddedTokens, addedTokensSchema } from './addedTokens.ts';
import type { Aligner } from './align.ts';
import { postProcessorSchema, surroundingTokens } from './postProcessor.ts';
import { PrecompiledMap } from './precompiledMap.ts';
import type { Token } from './token.ts';
import { Viterbi } from './viterbi.ts';

// By hand: a schema for each of 100,000 pairs takes longer than all the rest of reading them.
function isScoredPieces(list: unknown): boolean {
  return (
    Array.isArray(list) &&
    list.every((pair) => Array.isArray(pair) && typeof pair[0] === 'string' && Number.isFinite(pair[1]))
  );
}

/** What is read of an XLM-R tokenizer.json. */
export const unigramSchema = v.object({
  normalizer: v.object({
    type: v.literal('Sequence'),
    normalizers: v.tuple([
      v.object({
        type: v.literal('Precompiled'),
        precompiled_charsmap: v.pipe(v.string(), v.base64(), v.minLength(8)),
      }),
      v.object({
        type: v.literal('Replace'),
        pattern: v.object({ Regex: v.literal(' {2,}') }),
        content: v.literal(' '),
      }),
    ]),
  }),
  pre_tokenizer: v.union([
    v.object({
      type: v.literal('Metaspace'),
      replacement: v.literal('▁'),
      add_prefix_space: v.literal(true),
    }),
    v.object({
      type: v.literal('Metaspace'),
      replacement: v.literal('▁'),
      prepend_scheme: v.literal('always'),
      split: v.literal(true),
    }),
  ]),
  post_processor: postProcessorSchema,
  model: v.pipe(
    v.object({
      type: v.literal('Unigram'),
      unk_id: v.pipe(v.number(), v.integer(), v.minValue(0)),
      vocab: v.custom<readonly (readonly [piece: string, score: number])[]>(isScoredPieces, 'no pieces'),
      byte_fallback: v.optional(v.literal(false)),
    }),
    v.check(({ vocab, unk_id }) => unk_id < vocab.length, 'unk_id is not in the vocabulary'),
  ),
  added_tokens: addedTokensSchema,
});

/** A tokenizer.json of the XLM-R family. */
export type UnigramJson = v.InferOutput<typeof unigramSchema>;

/** A word with ▁ before it, normalised; unit i of `text` comes from [starts[i], ends[i]) of the original string. */
interface MarkedWord {
  text: string;
  starts: number[];
  ends: number[];
}

/** XLM-R: normalise, mark and cut at spaces, cut each word into the most probable pieces, all with places. */
export class UnigramAligner implements Aligner {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  readonly size: number;
  readonly #added: AddedTokens;
  readonly #map: PrecompiledMap;
  readonly #model: Viterbi;
  readonly #pieces: readonly string[];

  /** Throws a RangeError when the character map is damaged. */
  constructor({ normalizer, post_processor, model, added_tokens }: UnigramJson) {
    this.#added = new AddedTokens(added_tokens);
    this.#map = new PrecompiledMap(normalizer.normalizers[0].precompiled_charsmap);
    [this.before, this.after] = surroundingTokens(post_processor);
    const pieces = model.vocab.map(([piece]) => piece);
    const scores = Float64Array.from(model.vocab, ([, score]) => score);
    this.#model = new Viterbi(pieces, scores, model.unk_id);
    for (const [id, content] of this.#added.texts()) pieces[id] = content;
    this.#pieces = pieces;
    this.size = pieces.length;
  }

  tokens(text: string, limit: number): Token[] {
    // Half a surrogate pair cannot reach Python; what replaces it there is U+FFFD.
    const whole = text.toWellFormed();
    return this.#added.tokens(whole, limit, (from, to) => this.#read(whole, from, to));
  }

  textOf(id: number): string {
    return this.#pieces[id].replaceAll('▁', ' ');
  }

  *#read(text: string, from: number, to: number): Generator<Token> {
    for (const word of this.#words(text, from, to)) {
      let unit = 0;
      for (const { id, length } of this.#model.pieces(word.text)) {
        const last = unit + length;
        yield {
          id,
          text: word.text.slice(unit, last),
          start: word.starts[unit],
          end: word.ends[last - 1],
        };
        unit = last;
      }
    }
  }

  /** Metaspace: each space becomes ▁ and begins a word; the first word has one in any case. */
  *#words(text: string, from: number, to: number): Generator<MarkedWord> {
    let word: MarkedWord | null = null;
    let afterSpace = false;
    for (const { text: normal, start, end } of this.#map.replaced(text, from, to)) {
      for (let unit = 0; unit < normal.length; unit++) {
        const isSpace = normal[unit] === ' ';
        if (isSpace && afterSpace && word) {
          // Of several spaces one is left, which stands where the last one stood.
          word.starts[0] = start;
          word.ends[0] = end;
          continue;
        }
        afterSpace = isSpace;
        const isMark = isSpace || normal[unit] === '▁';
        if (isMark && word) yield word;
        if (isMark || !word) word = { text: '▁', starts: [start], ends: [end] };
        if (isMark) continue;
        word.text += normal[unit];
        word.starts.push(start);
        word.ends.push(end);
      }
    }
    if (word) yield word;
  }
}
