import type { ActualDevice, Layer, Pooling } from '../contract/options.ts';
import type { Token } from '../text/token.ts';
import type { ModelCard } from './modelCard.ts';
import type { TokenRange } from './tokenSpan.ts';

/** Why a model runs where it runs; src/language/ has the sentence. */
export type DeviceReason =
  | 'static' // a dictionary look-up needs no device
  | 'asked' // the person chose it, and it passed the self-check
  | 'gpu-found' // auto: a real GPU that passed the self-check
  | 'no-webgpu' // the browser has no navigator.gpu
  | 'no-adapter' // the browser offers no GPU adapter
  | 'software-adapter' // only a software adapter, which is slower than WASM
  | 'webgpu-failed' // the WebGPU session could not be made or run
  | 'self-check-failed' // WebGPU gave other vectors than the reference
  | 'device-lost'; // the GPU was lost in the middle of the work

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
}

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

  /**
   * Bytes that it holds now: the WASM heaps of its thread, as large as they have grown, and the typed arrays of its
   * files. What JavaScript keeps in strings and maps is not counted, and a GPU's memory cannot be measured.
   */
  memory(): Promise<number>;

  dispose(): void;
}
