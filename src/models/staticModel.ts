import type { Word } from '../text/segment.ts';
import type { Token } from '../text/token.ts';
import type {
  DeviceReport,
  Dictionary,
  Embedded,
  EmbeddingModel,
  NearestWords,
  Span,
  TextOptions,
  WordOrigin,
  WorkOptions,
} from './embeddingModel.ts';
import type { StaticCard } from './modelCard.ts';
import { nearestRows, rowLengths } from './nearestWords.ts';
import { pause } from './pause.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wasmBytes } from './wasmMemory.ts';
import type { WordOrigins } from './wordOrigins.ts';

/** What a static model takes from outside. */
export interface StaticParts {
  readonly vocabulary: Vocabulary;
  /** rows × dim, row-major, in the order of the vocabulary. */
  readonly data: Float32Array<ArrayBuffer>;
  /** Cuts a text into its words; punctuation and spaces are none. */
  readonly segment: (text: string) => Promise<readonly Word[]>;
  /** Traditional Chinese to simplified; every other text as it is. */
  readonly simplify: (text: string) => Promise<string>;
  /** Loads what made the words' vectors; null where the model has no such file. */
  readonly origins: () => Promise<WordOrigins | null>;
  readonly cached: boolean;
}

/** Texts between two looks for messages; a look-up takes microseconds, a segmentation up to a millisecond. */
const textsAtOnce = 200;
const report: DeviceReport = { device: 'none', reason: 'static', threads: 0, selfCheck: null };

/** A dictionary of vectors: one a word, whatever stands round it. */
export class StaticModel implements EmbeddingModel {
  readonly card: StaticCard;
  readonly cached: boolean;
  readonly #parts: StaticParts;
  #report = report;
  #lengths: Float32Array<ArrayBuffer> | null = null;
  #origins: Promise<WordOrigins | null> | null = null;

  constructor(card: StaticCard, parts: StaticParts) {
    this.card = card;
    this.cached = parts.cached;
    this.#parts = parts;
  }

  get report(): DeviceReport {
    return this.#report;
  }

  /** Writes the outcome of the self-check into the report. */
  passed(selfCheck: number): void {
    this.#report = { ...this.#report, selfCheck };
  }

  async embedTexts(texts: readonly string[], options: TextOptions = {}): Promise<Embedded> {
    const { dim } = this.card;
    const data = new Float32Array(texts.length * dim);
    const coverage = new Float32Array(texts.length);
    const missing: number[] = [];
    await eachSlowly(texts, options, async (text, index) => {
      const { rows, share } = await this.#read(text);
      coverage[index] = share;
      if (rows.length === 0) missing.push(index);
      else this.#mean(rows, data.subarray(index * dim, (index + 1) * dim));
    });
    return { dim, data, missing, truncated: [], coverage, report: this.#report };
  }

  embedSpans(spans: readonly Span[], options: TextOptions = {}): Promise<Embedded> {
    return this.embedTexts(
      spans.map(({ sentence, start, end }) => sentence.slice(start, end)),
      options,
    );
  }

  async embedOccurrences(): Promise<null> {
    return null;
  }

  async tokenize(texts: readonly string[]): Promise<Token[][]> {
    const tokens: Token[][] = [];
    await eachSlowly(texts, {}, async (text) => {
      tokens.push((await this.#words(text)).filter(({ id }) => id >= 0));
    });
    return tokens;
  }

  async origin(word: string): Promise<WordOrigin | null> {
    const { vocabulary, origins } = this.#parts;
    const row = await this.#row(word);
    if (row < 0) return null;
    this.#origins ??= origins();
    try {
      return (await this.#origins)?.of(row, vocabulary.words[row]) ?? null;
    } catch (error) {
      this.#origins = null; // so that the next question tries again
      throw error;
    }
  }

  async nearest(vector: Float32Array<ArrayBuffer>, k: number): Promise<NearestWords> {
    const { dim } = this.card;
    if (vector.length !== dim) throw new RangeError(`a vector of ${vector.length} numbers, not ${dim}`);
    const { data, vocabulary } = this.#parts;
    this.#lengths ??= rowLengths(data, dim);
    const { rows, scores } = nearestRows(data, this.#lengths, vector, k);
    return { words: rows.map((row) => vocabulary.words[row]), scores };
  }

  async dictionary(): Promise<Dictionary> {
    return { words: this.#parts.vocabulary.words, data: this.#parts.data.slice() };
  }

  async tokenStates(): Promise<null> {
    return null;
  }

  async attention(): Promise<null> {
    return null;
  }

  async queriesAndKeys(): Promise<null> {
    return null;
  }

  async positionTable(): Promise<null> {
    return null;
  }

  async nearestTokens(): Promise<null> {
    return null;
  }

  async predict(): Promise<null> {
    return null;
  }

  async vocabularyTexts(): Promise<null> {
    return null;
  }

  async memory(): Promise<number> {
    return wasmBytes() + this.#parts.data.byteLength + (this.#lengths?.byteLength ?? 0);
  }

  dispose(): void {}

  /** Rows of a text's known words, and the share they have of all its words. */
  async #read(text: string): Promise<{ rows: number[]; share: number }> {
    const words = await this.#words(text);
    const rows = words.map(({ id }) => id).filter((id) => id >= 0);
    return { rows, share: words.length ? rows.length / words.length : 0 };
  }

  /** The words of a text; id is the row, −1 for a word that the dictionary lacks. */
  async #words(text: string): Promise<Token[]> {
    const { vocabulary, segment } = this.#parts;
    const whole = await this.#row(text);
    if (whole >= 0) return [{ id: whole, text: vocabulary.words[whole], start: 0, end: text.length }];
    const words: Token[] = [];
    for (const { text: word, start, end } of await segment(text)) {
      words.push({ id: await this.#row(word), text: word, start, end });
    }
    return words;
  }

  /** The row of a word or of its simplified form, or −1. */
  async #row(word: string): Promise<number> {
    const { vocabulary, simplify } = this.#parts;
    const row = vocabulary.find(word);
    return row >= 0 ? row : vocabulary.find(await simplify(word));
  }

  #mean(rows: readonly number[], out: Float32Array<ArrayBuffer>): void {
    const { data } = this.#parts;
    const { dim } = this.card;
    for (let d = 0; d < dim; d++) {
      let sum = 0;
      for (const row of rows) sum += data[row * dim + d];
      out[d] = sum / rows.length;
    }
  }
}

async function eachSlowly<T>(
  inputs: readonly T[],
  { signal, onProgress }: WorkOptions,
  work: (input: T, index: number) => Promise<void>,
): Promise<void> {
  for (let index = 0; index < inputs.length; index++) {
    if (index % textsAtOnce === 0) {
      onProgress?.(index, inputs.length);
      await pause();
      signal?.throwIfAborted();
    }
    await work(inputs[index], index);
  }
  onProgress?.(inputs.length, inputs.length);
}
