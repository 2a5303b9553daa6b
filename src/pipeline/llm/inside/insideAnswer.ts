import type { Layer } from '../../../contract/options.ts';

/** What a token is: a piece of the text, one of the model's own marks ([CLS], </s>), or a piece of a prefix it wants. */
export type TokenKind = 'text' | 'special' | 'prefix';

export interface InsideToken {
  readonly id: number;
  /** As its entry in the vocabulary reads. */
  readonly text: string;
  readonly kind: TokenKind;
  /** UTF-16 units of the text, end excluded; −1 where it is none of the text. */
  readonly start: number;
  readonly end: number;
}

/** An entry of the model's own token table, with its cosine to a state. */
export interface TableEntry {
  readonly id: number;
  readonly text: string;
  readonly score: number;
}

/** The entries of the table nearest to one token's state, for each layer of the answer, best first. */
export interface NearestByLayer {
  readonly at: number;
  readonly layers: readonly (readonly TableEntry[])[];
}

/** What happens to each token of one text, layer by layer, and who looks at whom. */
export interface InsideAnswer {
  readonly face: 'inside';
  readonly text: string;
  /** The n tokens that the model reads, its own marks and prefix included. */
  readonly tokens: readonly InsideToken[];
  /** The text has more tokens than are read here. */
  readonly truncated: boolean;
  /** `table`, 0 … L. */
  readonly layers: readonly Layer[];
  /** layers × n, row-major: cosine of a token's state with its own row of the table. */
  readonly toTable: Float32Array<ArrayBuffer>;
  /** layers × n: cosine with its state one layer before; 1 at the table. */
  readonly toBefore: Float32Array<ArrayBuffer>;
  /** layers × n: Euclidean length of its state. */
  readonly norms: Float32Array<ArrayBuffer>;
  readonly heads: number;
  /** For layers 1 … L: heads × n × n, row-major; row i of a head are the shares that token i takes, sum 1. */
  readonly attention: readonly Float32Array<ArrayBuffer>[];
  /** For layers 1 … L: n × n, the mean of the heads rolled out from the first layer on. */
  readonly rollout: readonly Float32Array<ArrayBuffer>[];
  /** No token looks at one after it. */
  readonly causal: boolean;
  /** The picture's places of all layers; null where there are too few tokens for one. */
  readonly map: TokenMap | null;
  /** Of the token that was asked about; null before that. */
  readonly nearest: NearestByLayer | null;
}

/** One picture for all layers. */
export interface TokenMap {
  readonly dims: 2 | 3;
  /** layers × n × dims, row-major. */
  readonly places: Float32Array<ArrayBuffer>;
  /** The share of all differences that the picture keeps, 0 … 1. */
  readonly kept: number;
}
