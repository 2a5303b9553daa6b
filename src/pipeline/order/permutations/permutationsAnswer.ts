import type { Bilingual, Language, Layer, Pooling } from '../../../contract/options.ts';

/** What an order means beside the first of its set; null: nobody has said. */
export type OrderSense = 'same' | 'other' | 'none';

/** One order of the words of a set. */
export interface OrderLine {
  readonly id: string;
  readonly text: string;
  /** Null for the first of a set, and for a person's own. */
  readonly sense: OrderSense | null;
  /** Whether the model reads the same tokens as in the first order, each as often. */
  readonly sameTokens: boolean;
  /** Whether a reader sees the same words as in the first order; where not, the tokens differ for that reason. */
  readonly sameWords: boolean;
}

/** A number with position encoding, and the same without. */
export interface OnAndOff<T> {
  readonly on: T;
  readonly off: T;
}

/** A pair of orders of one set, the earlier first: indices into its `orders`. */
export interface OrderPair {
  readonly a: number;
  readonly b: number;
  readonly cosine: number;
}

/** All orders of the same words, as the model sees them. */
export interface OrderSetAnswer {
  readonly id: string;
  readonly language: Language;
  readonly note: Bilingual | null;
  readonly orders: readonly OrderLine[];
  /** n × n cosine similarities of the pooled vectors, row-major. */
  readonly similarity: OnAndOff<readonly number[]>;
  /**
   * n × dims, row-major: along the main directions of the vectors with position, each kind seen from its own mean, so
   * that both have one scale.
   */
  readonly coordinates: OnAndOff<readonly number[]>;
  /** The largest difference of one number between two vectors of orders with the same tokens; null: there is one only. */
  readonly difference: OnAndOff<number | null>;
  /** The pair of orders with the same tokens that stands farthest apart; null: there is one only. */
  readonly farthest: OnAndOff<OrderPair | null>;
}

/** What a static model makes of the orders: the mean of their words' vectors. */
export interface BagOfWords {
  readonly models: readonly string[];
  /** Pairs of orders of one set that the dictionary cuts into the same words, and those where it does not. */
  readonly pairs: number;
  readonly otherWords: number;
  /** The largest difference of one number between such vectors of equal words; null: no such pair. */
  readonly difference: number | null;
}

/** What face permutations of view order has found. */
export interface PermutationsAnswer {
  readonly face: 'order';
  /** What is shown; the numbers are there for both. */
  readonly position: 'on' | 'off';
  /** The lines are the person's. */
  readonly own: boolean;
  readonly layer: Layer;
  readonly pooling: Pooling;
  /** Each token sees only those before it, which tells the order even without position encoding. */
  readonly causal: boolean;
  readonly sets: readonly OrderSetAnswer[];
  /** Over all sets, of orders with the same tokens. */
  readonly difference: OnAndOff<number | null>;
  readonly leastCosine: OnAndOff<number | null>;
  /** Orders left out of these numbers, since the model reads other tokens in them. */
  readonly otherTokens: number;
  /** Orders that mean another thing than the first of their set, the nearest to it by the vectors with position first. */
  readonly confused: readonly { readonly set: string; readonly order: number; readonly cosine: number }[];
  /** The mean cosine, with position, of the first orders of different sets of one language; null: no two such sets. */
  readonly unrelated: number | null;
  readonly bag: BagOfWords;
}
