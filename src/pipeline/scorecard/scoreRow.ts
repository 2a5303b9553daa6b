import type { ModelId } from '../../contract/deepLink.ts';
import type { FaultCode, FaultDetails } from '../../contract/fault.ts';
import type { ActualDevice, Language, Layer } from '../../contract/options.ts';
import type { MeasuredStates } from './languageModels.ts';

/** What is measured, in the order of the table's columns. */
export const METRICS = [
  'words', // Spearman's correlation with graded word pairs
  'sentences', // the same with graded sentence pairs
  'analogy', // share of the relations' questions answered right, among the same candidates for every row
  'clusters', // NMI of k-means with the groups of the word list
  'senses', // mean adjusted Rand index of senses found in contexts
  'ndcg', // nDCG@10 on the retrieval set
  'recall', // recall@10 on the retrieval set
  'throughput', // texts a second
  'latency', // milliseconds for one text
  'download', // bytes before the first vector
  'memory', // bytes of the WASM heap and typed arrays
  'dim', // numbers in a vector
] as const;
export type Metric = (typeof METRICS)[number];

/** One number of a row. */
export interface Measure {
  readonly value: number;
  /** Bounds of the 95 % bootstrap interval; null where nothing was sampled. */
  readonly low: number | null;
  readonly high: number | null;
  /** Pairs, questions, words or texts that were measured. */
  readonly n: number;
  /** Share of the words that a dictionary has, 0 … 1; null for the others. */
  readonly coverage: number | null;
}

/**
 * What is measured, in the order of the table's groups: a static model; the input embedding table torn out of a
 * contextual one, used as a static model; a contextual one's output; the states of a layer inside a language model; a
 * static one's recall reranked by a contextual one; and, without any model, BM25.
 */
export const ROW_KINDS = ['static', 'table', 'contextual', 'layer', 'two-stage', 'bm25'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** Why measures of a row are missing, for `message.faults`. */
export interface RowFault {
  readonly code: FaultCode;
  readonly details: FaultDetails;
}

/** A row of the scorecard. A metric that is not there yet is missing; null: it cannot be had of this row. */
export interface ScoreRow {
  /**
   * Unique: the model's id, `<id>/table`, `<id>/<layer>/<pooling>`, `<id>+<id>`, or `bm25-zh`; of a model that reads
   * both languages `<id>/zh` and `<id>/zh/table`.
   */
  readonly id: string;
  readonly kind: RowKind;
  readonly language: Language;
  /** Of `two-stage` the first stage; null for BM25. */
  readonly model: ModelId | null;
  /** Of `two-stage` the second stage. */
  readonly model2: ModelId | null;
  readonly layer: Layer | null;
  /** Of `layer` how its tokens make one vector; null: as the model's card says. */
  readonly pooling: MeasuredStates['poolings'][number] | null;
  /** Where it ran; null before. */
  readonly device: ActualDevice | null;
  readonly metrics: Readonly<Partial<Record<Metric, Measure | null>>>;
  /** The last run could not finish the row: why; null where it could, or has not come to it. */
  readonly fault: RowFault | null;
  /** When the row's last measure was made, ISO 8601; null before the first. */
  readonly date: string | null;
  /** The files that were measured: model id → checksum; they tell whether a kept row is still true. */
  readonly versions: Readonly<Record<string, string>>;
}

/** A run of the scorecard as far as it has come. */
export interface Scorecard {
  readonly rows: readonly ScoreRow[];
  /** Measures done, of all. */
  readonly done: number;
  readonly total: number;
  /** When the last measure was made, ISO 8601; null before the first. */
  readonly date: string | null;
  readonly seed: number;
}
