import type { ActualDevice, Layer, Pooling } from '../contract/options.ts';
import type { Token } from '../text/token.ts';
import type { DeviceReason } from './device.ts';
import type { ModelCard } from './modelCard.ts';
import type { TokenRange } from './tokenSpan.ts';

export interface DeviceReport {
  readonly device: ActualDevice;
  readonly reason: DeviceReason;
  /** Threads WASM runs on; 1 where the page is not cross-origin isolated. 0 for `none`. */
  readonly threads: number;
  /** The least cosine between probe and reference vectors at load; null where none was run. */
  readonly selfCheck: number | null;
}

export type LoadStage = 'download' | 'verify' | 'session' | 'self-check';
/** Progress of a load: bytes over all files and the runtime while downloading, else 0 of 1. */
export interface LoadProgress {
  readonly stage: LoadStage;
  readonly done: number;
  readonly total: number;
}

export interface WorkOptions {
  readonly signal?: AbortSignal;
  /** Called with how many of `total` inputs are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface TextOptions extends WorkOptions {
  /** The layer whose hidden states are pooled; the last by default. Static models ignore it. */
  readonly layer?: Layer;
  /** The card's pooling by default. */
  readonly pooling?: Pooling;
  /** Which of the card's prefixes is put before each text; `text` by default. Static models have none. */
  readonly role?: TextRole;
}

/** What a text is to the model: itself, a question of retrieval, a passage that answers one; `bare`: no prefix at all. */
export type TextRole = 'text' | 'query' | 'passage' | 'bare';

/** Work on the tokens of one text. */
export interface TokenOptions extends WorkOptions {
  /** As in TextOptions. */
  readonly role?: TextRole;
  /** Reads no more tokens than this, special ones and a prefix included; the card's `maxTokens` by default. */
  readonly maxTokens?: number;
}

/**
 * What a session is made for. `plain` gives vectors; `inside` gives attention, queries, keys and the next token
 * as well; `unplaced` has its position encoding switched off.
 */
export type ModelForm = 'plain' | 'inside' | 'unplaced';

/** A place in a sentence, in UTF-16 units, end excluded. */
export interface Span {
  readonly sentence: string;
  readonly start: number;
  readonly end: number;
}

/** Vectors for n inputs. The caller owns the buffer. */
export interface Embedded {
  readonly dim: number;
  /** n × dim, row-major; rows of `missing` inputs are zero. */
  readonly data: Float32Array<ArrayBuffer>;
  /** Inputs that have no vector: words the dictionary lacks, texts without a token. Ascending. */
  readonly missing: readonly number[];
  /** Inputs longer than the model reads: only their first `maxTokens` tokens (for a span: a window round it) count. */
  readonly truncated: readonly number[];
  /** Static models: share of a text's words that the dictionary has, 0 … 1, one per input; otherwise null. */
  readonly coverage: Float32Array<ArrayBuffer> | null;
  /** Where the work was done: a lost GPU moves a session to WASM in the middle. */
  readonly report: DeviceReport;
}

/** Words in their sentences, seen at several layers of one run. The caller owns the buffers. */
export interface EmbeddedOccurrences extends Omit<Embedded, 'data' | 'coverage'> {
  /** For each layer asked for, in its order: n × dim, row-major, not normalised; rows of `missing` spans are zero. */
  readonly data: readonly Float32Array<ArrayBuffer>[];
  /** What the model read of each span's sentence, special tokens included; a window round the span where it is long. */
  readonly tokens: readonly (readonly Token[])[];
  /** Which of these tokens the vector is the mean of; null for `missing` spans. */
  readonly ranges: readonly (TokenRange | null)[];
}

/** What made a static word's vector: texts with weights (first is heaviest), and their share against the rest. */
export interface WordOrigin {
  readonly word: string;
  readonly glosses: readonly (readonly [text: string, weight: number])[];
  readonly glossShare: number;
}

/** The words of a dictionary that stand nearest to a vector, best first. */
export interface NearestWords {
  readonly words: readonly string[];
  /** Cosine similarity of each. */
  readonly scores: Float32Array<ArrayBuffer>;
}

/** All entries of a dictionary, most frequent first, with their vectors. The caller owns the buffer. */
export interface Dictionary {
  readonly words: readonly string[];
  /** words × dim, row-major, not normalised. */
  readonly data: Float32Array<ArrayBuffer>;
}

/** The hidden states of one text's tokens. The caller owns the buffers. */
export interface TokenStates {
  /** As the model reads them, special tokens and those of a prefix included (start = end = -1). */
  readonly tokens: readonly Token[];
  readonly truncated: boolean;
  readonly dim: number;
  /** For each layer asked for, in its order: tokens × dim, row-major, not normalised. */
  readonly data: readonly Float32Array<ArrayBuffer>[];
  readonly report: DeviceReport;
}

/** Who looks at whom in one text. The caller owns the buffers. */
export interface Attention {
  readonly tokens: readonly Token[];
  readonly truncated: boolean;
  readonly heads: number;
  /** The layers asked for, 1 … L. */
  readonly layers: readonly number[];
  /** For each layer: heads × tokens × tokens, row-major; row i of a head are the shares that token i takes, sum 1. */
  readonly data: readonly Float32Array<ArrayBuffer>[];
  readonly report: DeviceReport;
}

/** What the heads of one layer compare, before the rotary position is applied. The caller owns the buffers. */
export interface QueriesAndKeys {
  readonly tokens: readonly Token[];
  readonly truncated: boolean;
  readonly layer: number;
  readonly heads: number;
  /** Heads of the keys; head h reads keys of head ⌊h × keyHeads / heads⌋. */
  readonly keyHeads: number;
  /** Numbers of one head. */
  readonly size: number;
  /** heads × tokens × size and keyHeads × tokens × size, row-major. */
  readonly queries: Float32Array<ArrayBuffer>;
  readonly keys: Float32Array<ArrayBuffer>;
  readonly report: DeviceReport;
}

/** A learned vector for every place in a text: rows × dim, row-major. The caller owns the buffer. */
export interface PositionTable {
  readonly rows: number;
  readonly dim: number;
  readonly data: Float32Array<ArrayBuffer>;
}

/** The entries of the model's own token table that stand nearest to each of n vectors, best first. */
export interface NearestTokens {
  /** Entries for each vector: k, or the size of the vocabulary where that is smaller. */
  readonly k: number;
  /** n × k, row-major. */
  readonly ids: Int32Array<ArrayBuffer>;
  /** n × k: the readable text of each entry. */
  readonly texts: readonly string[];
  /** n × k: cosine similarities. */
  readonly scores: Float32Array<ArrayBuffer>;
}

export interface PredictOptions extends WorkOptions {
  /** The layers whose states are read by the head (logit lens), 0 … L; L, the last, gives the model's own answer. */
  readonly layers: readonly number[];
  /** How many tokens of each distribution are given. */
  readonly k: number;
  /** Divides the logits before the softmax; 1 by default, 0 gives the best token the probability 1. */
  readonly temperature?: number;
  /** The token (index in `tokens`) after which the next one is asked for; null, the default: the last. */
  readonly at?: number | null;
}

/** A token that may come next. */
export interface NextToken {
  readonly id: number;
  /** Readable, see `vocabularyTexts`. */
  readonly text: string;
  /** Its probability at the temperature asked for. */
  readonly score: number;
  readonly logit: number;
}

/** What the state of one layer says of the next token, best first, equal logits by id. */
export interface LayerPrediction {
  readonly layer: number;
  /** Of the whole distribution at temperature 1, in bits. */
  readonly entropy: number;
  readonly top: readonly NextToken[];
}

export interface TextPrediction {
  readonly tokens: readonly Token[];
  /** Whether the text had more tokens than the model reads; its first ones are then left out. */
  readonly truncated: boolean;
  /** The token asked about; -1 where the text has none, and then `layers` is empty. */
  readonly at: number;
  /** One for each layer asked for, in its order. */
  readonly layers: readonly LayerPrediction[];
}

/** What comes next after each of n texts; the caller owns the buffers. */
export interface Predictions {
  readonly texts: readonly TextPrediction[];
  readonly dim: number;
  /** For each layer asked for: n × dim, the hidden state of the token `at` (`hidden.l`), not normalised. */
  readonly states: readonly Float32Array<ArrayBuffer>[];
  readonly report: DeviceReport;
}

/**
 * A model that gives vectors, the same in the worker and in the page. Calls may overlap: runs on one
 * session are serialised. Every call rejects with a Fault, or an AbortError once its signal aborts.
 */
export interface EmbeddingModel {
  readonly card: ModelCard;
  readonly report: DeviceReport;
  /** Whether the browser keeps all its files, so that the next visit downloads nothing. */
  readonly cached: boolean;

  /**
   * Whole texts: words alone or sentences. Contextual: pooled hidden states of `layer`, L2-normalised when
   * the card says so and the layer is the last. Static: the word's row, or the mean of a text's known words.
   */
  embedTexts(texts: readonly string[], options?: TextOptions): Promise<Embedded>;

  /**
   * Words in their sentences. Contextual: the mean of the word's token vectors at `layer`, not normalised.
   * Static: the row of the word itself, whatever its sentence.
   */
  embedSpans(spans: readonly Span[], options?: TextOptions): Promise<Embedded>;

  /**
   * As `embedSpans`, at several layers (`table`, 0 … L) of one and the same run, with the tokens that the model
   * read. Static: null, for a dictionary has no occurrences.
   */
  embedOccurrences(
    spans: readonly Span[],
    layers: readonly Layer[],
    options?: WorkOptions,
  ): Promise<EmbeddedOccurrences | null>;

  /** The tokens of each text as the model reads them, special tokens included. Static: its known words. */
  tokenize(texts: readonly string[]): Promise<Token[][]>;

  /** The dictionary entry that `word` finds (case folded, traditional as simplified), or null. Contextual: null. */
  origin(word: string): Promise<WordOrigin | null>;

  /**
   * The `k` words of the whole dictionary nearest to `vector` (dim numbers) by cosine, exact; a word that is
   * looked for is among its own neighbours. Contextual: null, for there is no dictionary.
   */
  nearest(vector: Float32Array<ArrayBuffer>, k: number): Promise<NearestWords | null>;

  /** A copy of the whole dictionary. Contextual: null. */
  dictionary(): Promise<Dictionary | null>;

  /** The hidden states of every token of a text at several layers (`table`, 0 … L) of one run. Static: null. */
  tokenStates(text: string, layers: readonly Layer[], options?: TokenOptions): Promise<TokenStates | null>;

  /** Attention at layers 1 … L. Null where the card names none or the form is not `inside`. */
  attention(text: string, layers: readonly number[], options?: TokenOptions): Promise<Attention | null>;

  /** Queries and keys of a layer 1 … L. Null where the card names none or the form is not `inside`. */
  queriesAndKeys(text: string, layer: number, options?: TokenOptions): Promise<QueriesAndKeys | null>;

  /** The learned table of positions as its file has it, whatever the form; null where the model has none. */
  positionTable(): Promise<PositionTable | null>;

  /**
   * The `k` entries of the model's own token table nearest by cosine to each of `vectors` (n × dim, row-major),
   * exact, equal scores by id. Progress counts entries of the table. Null where the card does not describe one.
   */
  nearestTokens(
    vectors: Float32Array<ArrayBuffer>,
    k: number,
    options?: WorkOptions,
  ): Promise<NearestTokens | null>;

  /** What comes next after each text, which is read without a prefix. Null without the ability `next-token` or where the form is not `inside`. */
  predict(texts: readonly string[], options: PredictOptions): Promise<Predictions | null>;

  /** The readable text of each token id: `▁` and `Ġ` as the space they mean, lone bytes as `<0xE5>`. Static: null. */
  vocabularyTexts(ids: readonly number[]): Promise<string[] | null>;

  /**
   * Bytes that it holds now: the WASM heaps of its thread, as large as they have grown, and the typed arrays of its
   * files. What JavaScript keeps in strings and maps is not counted, and a GPU's memory cannot be measured.
   */
  memory(): Promise<number>;

  dispose(): void;
}
