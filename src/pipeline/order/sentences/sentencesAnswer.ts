import type { ModelId } from '../../../contract/deepLink.ts';
import type { SentencesId } from '../../../contract/insideLinks.ts';
import type { ActualDevice, Bilingual, Language, Layer, Pooling } from '../../../contract/options.ts';
import type { Interval } from '../../../evaluation/bootstrap.ts';
import type { ParaphraseScores } from '../../../evaluation/paraphraseScores.ts';

/** At most so many models stand side by side. */
export const MOST_MODELS = 4;

/** What a sentence is among those shown with it. */
export type SentenceRole = 'same' | 'near' | 'other' | 'own';

/** A sentence of the data, or a person's own. */
export interface SentenceLine {
  readonly id: string;
  readonly text: string;
  /** The group that it belongs to, or that it is nearly like. */
  readonly group: string;
  readonly near: boolean;
}

/** What is looked at together: paraphrases, their near misses, and one sentence of another topic. */
export interface SentenceGroup {
  readonly id: string;
  readonly names: Bilingual;
  /** Indices into the answer's `lines`. */
  readonly rows: readonly number[];
  /** One a row. */
  readonly roles: readonly SentenceRole[];
}

/** Cosines as they are, and after the mean of all sentences was subtracted; null: too few sentences to do so. */
export interface RawAndCentred<T> {
  readonly none: T;
  readonly shown: T | null;
}

/** How a model's cosines are spread. */
export interface CosineSpread {
  /** `other`: pairs of sentences of different groups, no near misses; `all`: all pairs of a person's own. */
  readonly of: 'other' | 'all';
  readonly pairs: number;
  readonly mean: number;
  /** Standard deviation over these pairs; what a z score is measured in. */
  readonly sd: number;
  /** 101 numbers: the 0th to the 100th percentile. */
  readonly percentiles: readonly number[];
}

/** What a model makes of the sentences, in one of the two ways to compare its vectors. */
export interface ModelNumbers {
  /** For each of the answer's groups: n × n cosines, row-major; null where a sentence has no vector. */
  readonly cosines: readonly (readonly (number | null)[])[];
  /** Null: there are fewer than two pairs. */
  readonly spread: CosineSpread | null;
  /** Over all groups of the data; null for a person's own sentences. */
  readonly scores: ParaphraseScores | null;
  /** Which sentences have another one nearest than a paraphrase: indices into `lines`. */
  readonly misses: readonly { readonly line: number; readonly nearest: number; readonly cosine: number }[];
}

/** One of the models side by side. */
export interface ModelSentences {
  readonly model: ModelId;
  readonly device: ActualDevice;
  /** Null for a static model: the mean of its words. */
  readonly layer: Layer | null;
  readonly pooling: Pooling | null;
  readonly dim: number;
  /** Lines of which the model knows no word. */
  readonly missing: readonly number[];
  readonly numbers: RawAndCentred<ModelNumbers>;
}

/** Which model tells paraphrases from near misses best, by the AUC. */
export interface BestModel {
  readonly model: ModelId;
  readonly auc: Interval;
  /** How much lower each other model's AUC is on the same draws of groups; 0 inside the interval: the same. */
  readonly behind: readonly { readonly model: ModelId; readonly difference: Interval }[];
}

/** What face sentences of view order has found. */
export interface SentencesAnswer {
  readonly face: 'sentences';
  readonly data: SentencesId | 'own';
  readonly own: boolean;
  /** The language that the sentences were taken for. */
  readonly language: Language;
  readonly lines: readonly SentenceLine[];
  readonly groups: readonly SentenceGroup[];
  /** The group shown where the link names none. */
  readonly first: string;
  /** All that were asked for, in the order shown; those that are ready have an entry in `models`. */
  readonly asked: readonly ModelId[];
  /** Asked for beyond the four that have room. */
  readonly leftOut: readonly ModelId[];
  readonly models: readonly ModelSentences[];
  /** The model whose map is drawn, and whose vectors are exported. */
  readonly focus: ModelId;
  /** Of the focus: for each group where its sentences that have a vector stand, n × dims, from a PCA of their own. */
  readonly places: readonly (readonly number[])[];
  /** Null where fewer than two models could be measured, or while they are. */
  readonly best: RawAndCentred<BestModel | null>;
}
