import type { Layer } from '../contract/options.ts';
import type { Token } from '../text/token.ts';
import type { EncodedText } from '../text/tokenizer.ts';
import { batchesByLength } from './batches.ts';
import type {
  DeviceReport,
  Embedded,
  EmbeddedOccurrences,
  EmbeddingModel,
  Span,
  TextOptions,
  WorkOptions,
} from './embeddingModel.ts';
import type { Encoder } from './encoder.ts';
import type { ContextualCard } from './modelCard.ts';
import type { TokenBatch } from './onnxRuntime.ts';
import { pause } from './pause.ts';
import { meanOfRows, normalise, pool } from './pooling.ts';
import { hasText, tokensInSpan } from './tokenSpan.ts';
import { wasmBytes } from './wasmMemory.ts';

/** What a contextual model needs of its tokenizer; src/text/tokenizer.ts is one. */
export interface TextEncoder {
  encode(text: string, maxTokens: number): EncodedText;
  encodeWindow(text: string, start: number, end: number, maxTokens: number): EncodedText;
}

/** What it needs of its session; see encoder.ts. */
export type TokenEncoder = Pick<Encoder, 'run' | 'report' | 'dispose'>;

/**
 * Tokens of one batch, padding counted. Measured on WASM with 2 threads, all-minilm-l6-v2, 200 texts of 23 tokens, the
 * median texts/s of 5 rounds: 15 at 64, 21 at 128, 28 at 256, 25 at 512, 24 at 1024 and more. Small batches besides
 * cancel sooner and show progress.
 */
const tokenBudget = 256;
/** Texts tokenised before the worker looks for messages. */
const tokeniseAtOnce = 200;

interface OnnxModelOptions {
  readonly cached?: boolean;
  readonly budget?: number;
  /** Bytes of its files that stay in this thread, for a session that has to be made anew. */
  readonly held?: number;
}

/** A contextual model: tokens in, hidden states of any layer out, pooled to vectors of whole texts or of words. */
export class OnnxModel implements EmbeddingModel {
  readonly card: ContextualCard;
  readonly cached: boolean;
  readonly #tokenizer: TextEncoder;
  readonly #encoder: TokenEncoder;
  readonly #budget: number;
  readonly #held: number;

  constructor(
    card: ContextualCard,
    tokenizer: TextEncoder,
    encoder: TokenEncoder,
    { cached = false, budget = tokenBudget, held = 0 }: OnnxModelOptions = {},
  ) {
    this.card = card;
    this.cached = cached;
    this.#tokenizer = tokenizer;
    this.#encoder = encoder;
    this.#budget = budget;
    this.#held = held;
  }

  get report(): DeviceReport {
    return this.#encoder.report;
  }

  async embedTexts(texts: readonly string[], options: TextOptions = {}): Promise<Embedded> {
    const { dim, maxTokens, layers, normalised } = this.card;
    const { layer = layers, pooling = this.card.pooling } = options;
    const encoded = await this.#each(texts, options, (text) => this.#tokenizer.encode(text, maxTokens));
    const data = new Float32Array(texts.length * dim);
    const missing = indicesWhere(encoded, ({ tokens }) => !hasText(tokens));
    const read = indicesWhere(encoded, ({ tokens }) => hasText(tokens));
    const sequences = read.map((index) => encoded[index].inputIds);
    await this.#states(sequences, [layer], options, missing.length, texts.length, (at, [states]) => {
      const row = data.subarray(read[at] * dim, (read[at] + 1) * dim);
      pool(states, dim, pooling, row);
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
    const encoded = await this.#each(spans, options, ({ sentence, start, end }) =>
      this.#tokenizer.encodeWindow(sentence, start, end, maxTokens),
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
    await this.#states(sequences, layers, options, missing.length, spans.length, (at, states) => {
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
    const encoded = await this.#each(texts, {}, (text) => this.#tokenizer.encode(text, this.card.maxTokens));
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

  async memory(): Promise<number> {
    return wasmBytes() + this.#held;
  }

  dispose(): void {
    this.#encoder.dispose();
  }

  /** Tokenises, letting messages in now and then. */
  async #each<T>(inputs: readonly T[], { signal }: WorkOptions, encode: (input: T) => EncodedText) {
    const encoded: EncodedText[] = [];
    for (const input of inputs) {
      if (encoded.length % tokeniseAtOnce === 0) {
        await pause();
        signal?.throwIfAborted();
      }
      encoded.push(encode(input));
    }
    return encoded;
  }

  /**
   * Runs all sequences, batch by batch, and gives each one's states (for each layer tokens × dim, its own tokens
   * only, views that are valid during the call) to `visit`, which answers how many inputs it has finished with that.
   */
  async #states(
    sequences: readonly (readonly number[])[],
    layers: readonly Layer[],
    { signal, onProgress }: WorkOptions,
    doneBefore: number,
    total: number,
    visit: (sequence: number, states: readonly Float32Array<ArrayBuffer>[]) => number,
  ): Promise<void> {
    const { dim } = this.card;
    const outputs = layers.map((layer) => this.#outputOf(layer));
    let done = doneBefore;
    onProgress?.(done, total);
    for (const members of batchesByLength(
      sequences.map((ids) => ids.length),
      this.#budget,
    )) {
      await pause();
      signal?.throwIfAborted();
      const batch = padded(members.map((index) => sequences[index]));
      const states = await this.#encoder.run(batch, outputs);
      for (const [row, index] of members.entries()) {
        const from = row * batch.tokens * dim;
        const to = from + sequences[index].length * dim;
        done += visit(
          index,
          states.map((layer) => layer.subarray(from, to)),
        );
      }
      onProgress?.(done, total);
    }
    signal?.throwIfAborted();
  }

  /** The graph's output for a layer. Throws a RangeError for a layer that the model does not have. */
  #outputOf(layer: Layer): string {
    const { table, hiddenStates } = this.card.graph;
    const name = layer === 'table' ? table : hiddenStates[layer];
    if (name === undefined) throw new RangeError(`${this.card.id} has no layer ${layer}`);
    return name;
  }
}

function padded(sequences: readonly (readonly number[])[]): TokenBatch {
  const tokens = Math.max(...sequences.map((ids) => ids.length));
  const inputIds = new BigInt64Array(sequences.length * tokens);
  const mask = new BigInt64Array(sequences.length * tokens);
  for (const [row, ids] of sequences.entries()) {
    for (let column = 0; column < ids.length; column++) {
      inputIds[row * tokens + column] = BigInt(ids[column]);
      mask[row * tokens + column] = 1n;
    }
  }
  return { batch: sequences.length, tokens, inputIds, mask };
}

function indicesWhere<T>(values: readonly T[], holds: (value: T) => boolean): number[] {
  const found: number[] = [];
  for (let index = 0; index < values.length; index++) if (holds(values[index])) found.push(index);
  return found;
}
