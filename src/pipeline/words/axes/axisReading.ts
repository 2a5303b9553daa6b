import { Fault } from '../../../contract/fault.ts';
import { unitRows } from '../../../vectors/normalise.ts';
import {
  placesAlong,
  type SemanticAxis,
  type Spread,
  semanticAxis,
  spreadOf,
} from '../../../vectors/semanticAxis.ts';
import { cosineSimilarity } from '../../../vectors/similarity.ts';

/** A word with a vector of the model. */
export interface PoleWord {
  readonly word: string;
  /** `dim` numbers, any length. */
  readonly vector: Float32Array<ArrayBuffer>;
}

/** One end of an axis. */
export interface PoleReading {
  readonly words: readonly { readonly word: string; readonly place: number; readonly score: number }[];
  /** Mean place of its words. */
  readonly mean: number;
}

/** What an axis is worth. */
export interface AxisReading {
  readonly poles: readonly [PoleReading, PoleReading];
  /** Cosine of the two poles' mean vectors: near 1 the poles hardly differ, and the axis is mostly chance. */
  readonly polesCosine: number;
  /** From the last word of the first pole to the first of the second, along the axis; below 0 they overlap. */
  readonly gap: number;
  /**
   * Each word of a pole of several, placed by the axis made without it: how many fall on their own side of the middle
   * between the poles. Null where no pole has a second word.
   */
  readonly heldOut: { readonly right: number; readonly total: number } | null;
  /** Where words drawn at random from the vocabulary stand: what comes about by chance. */
  readonly reference: Spread & {
    readonly count: number;
    /** Two deviations either side of the mean: about 95 of 100 random words stand between. */
    readonly low: number;
    readonly high: number;
  };
}

/** An axis with its direction. */
export interface MadeAxis extends AxisReading {
  readonly axis: SemanticAxis;
}

/**
 * Makes the axis between two poles and reads it.
 * @param random rows × dim, the vectors of words drawn at random
 * @throws Fault `axis-empty` where the poles do not differ
 */
export function readAxis(
  a: readonly PoleWord[],
  b: readonly PoleWord[],
  dim: number,
  random: Float32Array<ArrayBuffer>,
): MadeAxis {
  const poles = [unitsOf(a, dim), unitsOf(b, dim)] as const;
  const axis = semanticAxis(...poles, dim);
  if (!axis) throw new Fault('axis-empty');
  const chance = spreadOf(placesAlong(random, dim, axis));
  const { mean, sd } = chance;
  const reference = { ...chance, low: mean - 2 * sd, high: mean + 2 * sd, count: random.length / dim };
  const read = (words: readonly PoleWord[]): PoleReading => {
    const placed = words.map(({ word, vector }) => {
      const [place] = placesAlong(vector, dim, axis);
      return { word, place, score: standardScore(place, reference) };
    });
    return { words: placed, mean: spreadOf(placed.map(({ place }) => place)).mean };
  };
  const [from, to] = [read(a), read(b)];
  return {
    axis,
    poles: [from, to],
    polesCosine: cosineSimilarity(sumOf(poles[0], dim), sumOf(poles[1], dim)),
    gap: Math.min(...to.words.map(({ place }) => place)) - Math.max(...from.words.map(({ place }) => place)),
    heldOut: heldOut(poles, dim),
    reference,
  };
}

/** How many standard deviations of the random words a place lies from their mean. */
export function standardScore(place: number, { mean, sd }: Spread): number {
  return sd > 0 ? (place - mean) / sd : 0;
}

function heldOut(
  poles: readonly [readonly Float32Array[], readonly Float32Array[]],
  dim: number,
): AxisReading['heldOut'] {
  let [right, total] = [0, 0];
  for (const side of [0, 1] as const) {
    const [own, other] = [poles[side], poles[1 - side]];
    if (own.length < 2) continue;
    own.forEach((word, index) => {
      const others = own.filter((_, at) => at !== index);
      const axis = semanticAxis(other, others, dim);
      total += 1;
      if (!axis) return;
      const mean = (words: readonly Float32Array[]) =>
        spreadOf(words.map((vector) => placesAlong(vector, dim, axis)[0])).mean;
      if (placesAlong(word, dim, axis)[0] > (mean(others) + mean(other)) / 2) right += 1;
    });
  }
  return total > 0 ? { right, total } : null;
}

function unitsOf(words: readonly PoleWord[], dim: number): Float32Array[] {
  return words.map(({ vector }) => unitRows(vector, dim));
}

function sumOf(vectors: readonly Float32Array[], dim: number): Float64Array {
  const sum = new Float64Array(dim);
  for (const vector of vectors) for (let d = 0; d < dim; d++) sum[d] += vector[d];
  return sum;
}
