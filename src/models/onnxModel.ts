import type { Layer } from '../contract/options.ts';
import type { Token } from '../text/token.ts';
import type { EncodedText } from '../text/tokenizer.ts';
import { BatchRunner, type JobSize, type TokenEncoder, tokenBudget } from './batchRunner.ts';
import type {
  Attention,
  DeviceReport,
  Embedded,
  EmbeddedOccurrences,
  EmbeddingModel,
  ModelForm,
  NearestTokens,
  PositionTable,
  Predictions,
  PredictOptions,
  QueriesAndKeys,
  Span,
  TextOptions,
  TokenOptions,
  TokenStates,
  WorkOptions,
} from './embeddingModel.ts';
import type { LongLists } from './kernels/longLists.ts';
import type { ContextualCard } from './modelCard.ts';
import { type ModelFiles, ModelTables } from './modelTables.ts';
import { meanOfRows, normalise, pool } from './pooling.ts';
import { predictNext } from './predictNext.ts';
import { lookUp } from './tableLookUp.ts';
import { prefixFor } from './textPrefix.ts';
import { readAttention, readQueriesAndKeys } from './tokenInside.ts';
import { tokeniseAll } from './tokeniseAll.ts';
import { hasText, tokensInSpan } from './tokenSpan.ts';
import { wasmBytes } from './wasmMemory.ts';

/** What a contextual model needs of its tokenizer; src/text/tokenizer.ts is one. */
export interface TextEncoder {
  /** The tokens of `prefix` come first and have no place in the text. */
  encode(text: string, maxTokens: number, prefix?: string): EncodedText;
  encodeWindow(text: string, start: number, end: number, maxTokens: number, prefix?: string): EncodedText;
  /** Readable text of an entry of the vocabulary. */
  textOf(id: number): string;
}

interface OnnxModelOptions {
  readonly cached?: boolean;
  readonly budget?: number;
  readonly form?: ModelForm;
  readonly longLists?: LongLists;
}

/** A contextual model: tokens in, hidden states of any layer out, pooled to vectors of whole texts or of words. */
export class OnnxModel implements EmbeddingModel {
  readonly card: ContextualCard;
  readonly cached: boolean;
  readonly #tokenizer: TextEncoder;
  readonly #encoder: TokenEncoder;
  readonly #runner: BatchRunner;
  readonly #tables: ModelTables;
  readonly #form: ModelForm;

  constructor(
    card: ContextualCard,
    tokenizer: TextEncoder,
    encoder: TokenEncoder,
    files: ModelFiles,
    { cached = false, budget = tokenBudget, form = 'plain', longLists }: OnnxModelOptions = {},
  ) {
    this.card = card;
    this.cached = cached;
    this.#tokenizer = tokenizer;
    this.#encoder = encoder;
    this.#runner = new BatchRunner(encoder, budget, longLists);
    this.#tables = new ModelTables(card, files);
    this.#form = form;
  }

  get report(): DeviceReport {
    return this.#encoder.report;
  }

  async embedTexts(texts: readonly string[], options: TextOptions = {}): Promise<Embedded> {
    const { dim, maxTokens, layers, normalised } = this.card;
    const { layer = layers, pooling = this.card.pooling, role } = options;
    const prefix = prefixFor(this.card, role);
    const encoded = await tokeniseAll(texts, options, (text) =>
      this.#tokenizer.encode(text, maxTokens, prefix),
    );
    const data = new Float32Array(texts.length * dim);
    const missing = indicesWhere(encoded, ({ tokens }) => !hasText(tokens));
    const read = indicesWhere(encoded, ({ tokens }) => hasText(tokens));
    const sequences = read.map((index) => encoded[index].inputIds);
    const firstOnly = pooling === 'cls' && this.card.poolPrefix !== false;
    const size = { doneBefore: missing.length, total: texts.length, firstOnly };
    await this.#states(sequences, [layer], options, size, (at, [states]) => {
      const row = data.subarray(read[at] * dim, (read[at] + 1) * dim);
      const { tokens } = encoded[read[at]];
      pool(states.subarray(this.#skipped(tokens) * dim), dim, pooling, row);
      if (normalised && layer === layers) normalise(row);
      return 1;
    });
    const truncated = indicesWhere(encoded, (text) => text.truncated);
    return { dim, data, missing, truncated, coverage: null, report: this.report };
  }

  async embedSpans(spans: readonly Span[], options: TextOptions = {}): Promise<Embedded> {
    const { layer = this.card.layers, ...work } = options;
    const { data, dim, missing, truncated, report } = await this.embedOccurrences(spans, [layer], work);
    return { dim, data: data[0], missing, truncated, coverage: null, report };
  }

  async embedOccurrences(
    spans: readonly Span[],
    layers: readonly Layer[],
    options: WorkOptions = {},
  ): Promise<EmbeddedOccurrences> {
    const { dim, maxTokens } = this.card;
    const data = layers.map(() => new Float32Array(spans.length * dim));
    const prefix = prefixFor(this.card);
    const encoded = await tokeniseAll(spans, options, ({ sentence, start, end }) =>
      this.#tokenizer.encodeWindow(sentence, start, end, maxTokens, prefix),
    );
    const ranges = spans.map(({ start, end }, index) => tokensInSpan(encoded[index].tokens, start, end));
    const missing = indicesWhere(ranges, (range) => range === null);
    // spans of one sentence share its run; a window belongs to its span alone
    const groups = new Map<string, number[]>();
    for (const [index, range] of ranges.entries()) {
      if (!range) continue;
      const key = encoded[index].truncated ? `${index}` : `:${spans[index].sentence}`;
      const group = groups.get(key);
      if (group) group.push(index);
      else groups.set(key, [index]);
    }
    const members = [...groups.values()];
    const sequences = members.map(([first]) => encoded[first].inputIds);
    const size = { doneBefore: missing.length, total: spans.length };
    await this.#states(sequences, layers, options, size, (at, states) => {
      for (const index of members[at]) {
        const range = ranges[index];
        if (!range) continue;
        for (const [row, layer] of states.entries()) {
          const out = data[row].subarray(index * dim, (index + 1) * dim);
          meanOfRows(layer, dim, range.from, range.to, out);
        }
      }
      return members[at].length;
    });
    const truncated = indicesWhere(encoded, (text) => text.truncated);
    const tokens = encoded.map((text) => text.tokens);
    return { dim, data, missing, truncated, tokens, ranges, report: this.report };
  }

  async tokenize(texts: readonly string[]): Promise<Token[][]> {
    const prefix = prefixFor(this.card);
    const encoded = await tokeniseAll(texts, {}, (text) =>
      this.#tokenizer.encode(text, this.card.maxTokens, prefix),
    );
    return encoded.map(({ tokens }) => tokens);
  }

  async origin(): Promise<null> {
    return null;
  }

  async nearest(): Promise<null> {
    return null;
  }

  async dictionary(): Promise<null> {
    return null;
  }

  async tokenStates(
    text: string,
    layers: readonly Layer[],
    options: TokenOptions = {},
  ): Promise<TokenStates> {
    const { dim } = this.card;
    const { inputIds, tokens, truncated } = this.#encodeOne(text, options);
    const data: Float32Array<ArrayBuffer>[] = layers.map(() => new Float32Array(0));
    const sequences = inputIds.length > 0 ? [inputIds] : [];
    await this.#states(sequences, layers, options, { doneBefore: 0, total: 1 }, (_, states) => {
      for (const [order, layer] of states.entries()) data[order] = layer.slice();
      return 1;
    });
    return { tokens, truncated, dim, data, report: this.report };
  }

  async attention(
    text: string,
    layers: readonly number[],
    options: TokenOptions = {},
  ): Promise<Attention | null> {
    if (this.#form !== 'inside') return null;
    return readAttention(this.card, this.#encoder, this.#encodeOne(text, options), layers, options);
  }

  async queriesAndKeys(
    text: string,
    layer: number,
    options: TokenOptions = {},
  ): Promise<QueriesAndKeys | null> {
    if (this.#form !== 'inside') return null;
    return readQueriesAndKeys(this.card, this.#encoder, this.#encodeOne(text, options), layer, options);
  }

  positionTable(): Promise<PositionTable | null> {
    return this.#tables.positions();
  }

  nearestTokens(
    vectors: Float32Array<ArrayBuffer>,
    k: number,
    options: WorkOptions = {},
  ): Promise<NearestTokens | null> {
    return this.#tables.nearest(vectors, k, this.#textOf, options);
  }

  async predict(texts: readonly string[], options: PredictOptions): Promise<Predictions | null> {
    const { abilities, files, maxTokens } = this.card;
    if (this.#form !== 'inside' || !files.head || !abilities.includes('next-token')) return null;
    // the end of a long text decides what comes next
    const encoded = await tokeniseAll(texts, options, (text) =>
      this.#tokenizer.encodeWindow(text, text.length, text.length, maxTokens),
    );
    return predictNext({ card: this.card, encoder: this.#encoder, textOf: this.#textOf }, encoded, options);
  }

  async vocabularyTexts(ids: readonly number[]): Promise<string[]> {
    return ids.map(this.#textOf);
  }

  async memory(): Promise<number> {
    return wasmBytes() + this.#tables.bytes;
  }

  dispose(): void {
    this.#runner.dispose();
  }

  /** Leading tokens that do not count in a pooled vector. */
  #skipped(tokens: readonly Token[]): number {
    return this.card.poolPrefix === false
      ? Math.max(
          0,
          tokens.findIndex(({ start }) => start >= 0),
        )
      : 0;
  }

  readonly #textOf = (id: number): string => this.#tokenizer.textOf(id);

  #encodeOne(text: string, { role, maxTokens = this.card.maxTokens }: TokenOptions): EncodedText {
    const most = Math.min(maxTokens, this.card.maxTokens);
    return this.#tokenizer.encode(text, most, prefixFor(this.card, role));
  }

  /** As BatchRunner.run, by layers. The bare table alone is read, not run, where its rows can be. */
  async #states(
    sequences: readonly (readonly number[])[],
    layers: readonly Layer[],
    options: WorkOptions,
    size: JobSize,
    visit: (sequence: number, states: readonly Float32Array<ArrayBuffer>[]) => number,
  ): Promise<void> {
    const outputs = layers.map((layer) => this.#outputOf(layer));
    const bare = layers.length > 0 && layers.every((layer) => layer === 'table');
    const table = bare ? await this.#tables.tokens() : null;
    if (table) await lookUp(table, sequences, layers.length, options, size, visit);
    else await this.#runner.run(sequences, outputs, options, size, visit);
  }

  /** The graph's output for a layer. Throws a RangeError for a layer that the model does not have. */
  #outputOf(layer: Layer): string {
    const { table, hiddenStates } = this.card.graph;
    const name = layer === 'table' ? table : hiddenStates[layer];
    if (name === undefined) throw new RangeError(`${this.card.id} has no layer ${layer}`);
    return name;
  }
}

function indicesWhere<T>(values: readonly T[], holds: (value: T) => boolean): number[] {
  const found: number[] = [];
  for (let index = 0; index < values.length; index++) if (holds(values[index])) found.push(index);
  return found;
}
