import type { Agreement } from '../../../evaluation/neighbourAgreement.ts';
import type { NextToken } from '../../../models/embeddingModel.ts';
import type { Group } from '../../mapResult.ts';
import type { Figure } from '../../words/figure.ts';

/** The labels that neighbours may share: the topic, the word that must follow, the model's own first guess. */
export type FutureLabel = 'says' | 'next' | 'predicted';

/** One beginning, with what the language model expects after it. */
export interface FutureBeginning {
  readonly id: string;
  readonly text: string;
  /** Ids of `says` and `next`; '' for a person's own, which bear no labels. */
  readonly says: string;
  readonly next: string;
  /** The three likeliest next tokens by the last layer, best first, with their probabilities. */
  readonly top: readonly NextToken[];
}

/** How far the nearest neighbours at a layer share each label, over the bundled beginnings. */
export interface LayerAgreement extends Readonly<Record<FutureLabel, Agreement>> {
  readonly layer: number;
  /**
   * Of a language model: the share of beginnings whose state at this layer, read by the head (logit lens), has the
   * written next word as its best token; null for a sentence model.
   */
  readonly lens: number | null;
}

/** A model's agreement at its layers 0 … L. */
export interface ModelAgreement {
  readonly model: string;
  readonly layers: readonly LayerAgreement[];
}

/** Every point's nearest ones among all that are shown. */
export interface NearestShown {
  readonly k: number;
  /** n × k, row-major, nearest first. */
  readonly indices: Int32Array<ArrayBuffer>;
  /** n × k: cosines. */
  readonly scores: Float32Array<ArrayBuffer>;
}

/** The map of the sentence model, beside the figure. */
export interface SentenceMap extends Pick<Figure, 'projection' | 'quality'> {
  readonly model: string;
  readonly layer: number;
  readonly device: string;
  /** n × dims. */
  readonly coordinates: Float32Array<ArrayBuffer>;
  readonly nearest: NearestShown;
}

/** What face future of view llm has found. */
export interface FutureAnswer {
  readonly face: 'future';
  /** The bundled ones first, then the person's own. */
  readonly beginnings: readonly FutureBeginning[];
  /** How many of them are bundled: the numbers are of these alone. */
  readonly bundled: number;
  readonly says: readonly Group[];
  readonly next: readonly (Group & { readonly text: string })[];
  /** The layer of the language model that the map shows. */
  readonly layer: number;
  /** How many neighbours are asked: as many as the smallest topic has others. */
  readonly k: number;
  readonly seed: number;
  /** Of the bundled beginnings those whose likeliest next token is the written word. They were chosen so. */
  readonly guessed: number;
  readonly language: ModelAgreement;
  readonly sentence: ModelAgreement;
  /** In the map of the language model. */
  readonly nearest: NearestShown;
  readonly other: SentenceMap;
}
