import type { Language } from '../../../contract/options.ts';
import { bestRows, multiplied } from '../../../vectors/combination.ts';
import { cosineBins, type Histogram, histogramOf } from '../../../vectors/histogram.ts';
import { seededRandom } from '../../../vectors/random.ts';
import { dot } from '../../../vectors/similarity.ts';
import type { Candidate, WordSpace } from '../wordSpace.ts';

/** A word and how near it is. */
export type NearWord = Pick<Candidate, 'row' | 'text' | 'language' | 'score'>;

/** How near all the other words are. */
export interface Spread extends Histogram {
  /** The share of words with a similarity above .5. */
  readonly aboveHalf: number;
  readonly nearest: number;
  /** Of the hundredth word; null where there are fewer. */
  readonly hundredth: number | null;
}

/** What lies round a word in a whole space. */
export interface Neighbourhood {
  /** The nearest words, best first; the word itself is left out. */
  readonly candidates: readonly Candidate[];
  /** In a space of two languages the nearest words of each. */
  readonly byLanguage: readonly { readonly language: Language; readonly nearest: readonly NearWord[] }[];
  /** For each of the first words of `around` its nearest words, by rows. */
  readonly second: readonly { readonly of: number; readonly nearest: readonly NearWord[] }[];
  /** Of the word with all the others. */
  readonly spread: Spread;
  /** Of pairs of words taken at random, in the same bins. */
  readonly pairs: Histogram;
}

/** The words right round a word: the nearest, in a space of two languages as many of each. */
export function aroundOf({ candidates, byLanguage }: Pick<Neighbourhood, 'candidates' | 'byLanguage'>) {
  return byLanguage.length > 1 ? alternating(byLanguage, AROUND) : candidates.slice(0, AROUND);
}

function alternating(lists: Neighbourhood['byLanguage'], count: number): readonly NearWord[] {
  return Array.from(
    { length: count },
    (_, i) => lists[i % lists.length].nearest[Math.floor(i / lists.length)],
  ).filter((word) => word !== undefined);
}

/** What is asked: a row, or a word from elsewhere by its vector. */
export interface NeighbourQuestion {
  /** −1: none. */
  readonly row: number;
  /** `dim` numbers, any length. */
  readonly vector: Float32Array<ArrayBuffer>;
  readonly seed: number;
}

const NEAREST = 20;
const NEAREST_OF_EACH = 10;
/** So many neighbours, with so many of their own, fill a picture without crowding it. */
const AROUND = 12;
const SECOND_OF = 8;
const SECOND_NEAREST = 6;
/** Random pairs: a bin that holds a share p of them is off by at most 0.0036 (one standard error at p = 0.5). */
const PAIRS = 20_000;

/** The nearest words of one word among all of a space, exactly, and how near all the others are. */
export function neighbourhood(space: WordSpace, { row, vector, seed }: NeighbourQuestion): Neighbourhood {
  const cosines = space.cosines(vector);
  const products = multiplied([cosines], [1]);
  const self = new Set([row]);
  const near = bestRows(cosines, NEAREST, self);
  const others = row < 0 ? cosines : leftOut(cosines, row);
  const random = randomPairs(space, seed);
  const bins = cosineBins(others, random);
  const [nearest = 0] = near;
  const hundredth = bestRows(others, 100, new Set()).at(99);
  let above = 0;
  for (const cosine of others) if (cosine > 0.5) above += 1;
  const lists = {
    candidates: near.map((other) => space.candidate(other, cosines[other], products[other])),
    byLanguage: byLanguage(space, cosines, self),
  };
  return {
    ...lists,
    second: aroundOf(lists)
      .slice(0, SECOND_OF)
      .map(({ row: of }) => {
        const found = space.nearest(space.vector(of), SECOND_NEAREST, { without: new Set([of]) });
        return { of, nearest: found.map((other) => nearWord(space, other.row, other.score)) };
      }),
    spread: {
      ...histogramOf(others, bins),
      aboveHalf: others.length > 0 ? above / others.length : 0,
      nearest: cosines[nearest] ?? 0,
      hundredth: hundredth === undefined ? null : others[hundredth],
    },
    pairs: histogramOf(random, bins),
  };
}

export function nearWord(space: WordSpace, row: number, score: number): NearWord {
  return { row, text: space.words[row], language: space.languageOf(row), score };
}

/** The values without that of `row`. */
function leftOut(values: Float32Array<ArrayBuffer>, row: number): Float32Array<ArrayBuffer> {
  const rest = new Float32Array(values.length - 1);
  rest.set(values.subarray(0, row));
  rest.set(values.subarray(row + 1), row);
  return rest;
}

function byLanguage(
  space: WordSpace,
  cosines: Float32Array,
  self: ReadonlySet<number>,
): Neighbourhood['byLanguage'] {
  const second = secondLanguage(space);
  if (second === space.size) return [];
  return [0, second].map((from) => {
    const own = cosines.subarray(from, from === 0 ? second : space.size);
    const rows = bestRows(own, NEAREST_OF_EACH, new Set([...self].map((row) => row - from)));
    return {
      language: space.languageOf(from),
      nearest: rows.map((row) => nearWord(space, from + row, own[row])),
    };
  });
}

/** The first row of the second language, which follow those of the first; the size of the space where there is one. */
function secondLanguage(space: WordSpace): number {
  let low = 0;
  let high = space.size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (space.languageOf(middle) === space.languageOf(0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Cosines of seeded pairs of two different words. */
function randomPairs(space: WordSpace, seed: number): Float32Array {
  if (space.size < 2) return new Float32Array(0);
  const random = seededRandom(seed);
  return Float32Array.from({ length: PAIRS }, () => {
    const one = Math.floor(random() * space.size);
    const step = 1 + Math.floor(random() * (space.size - 1));
    return dot(space.vector(one), space.vector((one + step) % space.size));
  });
}
