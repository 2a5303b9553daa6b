import { mergeWords, type WeightedWord } from './mergeWords.ts';

/** a is to b as c is to ?, whose answer lies near b − a + c. */
export interface Analogy {
  readonly a: string;
  readonly b: string;
  readonly c: string;
}

/** b − a + c; equal words are added up, so that a = b leaves c alone. */
export function analogyTerms(a: string, b: string, c: string): WeightedWord[] {
  return mergeWords([
    { word: b, weight: 1 },
    { word: a, weight: -1 },
    { word: c, weight: 1 },
  ]);
}

/**
 * The analogy that a sum of words asks, if it has two words with factor 1 and one with −1: a is the negative
 * word, b the first positive one, c the second. Otherwise null.
 */
export function asAnalogy(terms: readonly WeightedWord[]): Analogy | null {
  if (terms.length !== 3) return null;
  const positive = terms.filter(({ weight }) => isAbout(weight, 1));
  const negative = terms.find(({ weight }) => isAbout(weight, -1));
  if (positive.length !== 2 || !negative) return null;
  return { a: negative.word, b: positive[0].word, c: positive[1].word };
}

// 3 / 3 and the like may miss by the last bits.
function isAbout(weight: number, expected: number): boolean {
  return Math.abs(weight - expected) < 1e-9;
}
