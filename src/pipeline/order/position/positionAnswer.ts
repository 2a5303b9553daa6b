import type { DistanceCosine } from '../../../vectors/positionEncodings.ts';
import type { DiagonalSpread } from '../../../vectors/rotaryProduct.ts';

/** The encoding that is a formula: a row of sines and cosines for every place. */
export interface SinusoidalAnswer {
  readonly rows: number;
  readonly dim: number;
  readonly base: number;
  /** rows × dim, row-major. */
  readonly table: Float32Array<ArrayBuffer>;
  readonly byDistance: readonly DistanceCosine[];
}

/** The table of places that a model has learned. */
export interface LearnedAnswer {
  readonly model: string;
  readonly rows: number;
  readonly dim: number;
  /** Cosines of its first rows, `places` × `places`, row-major. */
  readonly places: number;
  readonly similarity: Float32Array<ArrayBuffer>;
  /** Over all its rows. */
  readonly byDistance: readonly DistanceCosine[];
}

/** Encodings that add a number by distance to the scores of attention; no model here has one. */
export interface RelativeAnswer {
  /** ALiBi's slope of each head. */
  readonly slopes: readonly number[];
  /** T5's bucket for each distance from 0. */
  readonly buckets: readonly number[];
}

/** What a model's own query and key give when they are turned for other places. */
export interface RotaryAnswer {
  readonly model: string;
  readonly layer: number;
  readonly base: number;
  readonly size: number;
  readonly text: string;
  readonly tokens: readonly string[];
  /** The token whose query is taken, and the one whose key. */
  readonly query: number;
  readonly key: number;
  /** Both are put at 0 … places − 1. */
  readonly places: number;
  /** For each head places × places, row-major: the query at place m, the key at place n, their product over √size. */
  readonly products: readonly Float32Array<ArrayBuffer>[];
  /** How steady each head's products are along the diagonals. */
  readonly spreads: readonly DiagonalSpread[];
  /**
   * The largest difference, over all heads and tokens, between the model's own attention at this layer and what these
   * queries and keys give at the tokens' real places.
   */
  readonly attentionDifference: number;
}

/** The four ways to tell a model where a token stands. */
export interface PositionAnswer {
  readonly face: 'position';
  readonly sinusoidal: SinusoidalAnswer;
  /** Null: the model chosen has no such table. */
  readonly learned: LearnedAnswer | null;
  readonly relative: RelativeAnswer;
  /** Null: the model chosen turns nothing. */
  readonly rotary: RotaryAnswer | null;
}
