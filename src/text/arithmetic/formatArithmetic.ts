import type { WeightedWord } from './mergeWords.ts';
import { isBareWord } from './readToken.ts';

/**
 * The formula in its canonical form: `国王 − 男人 + 女人`, `1.5 × Paris − France`, with factors rounded to six
 * significant digits and quotation marks only where they are needed. `parseArithmetic` reads it back as the same
 * words with the rounded factors, if those lie within `ARITHMETIC_LIMITS` and no word is empty or has white
 * space at its ends. No terms give ''.
 */
export function formatArithmetic(terms: readonly WeightedWord[]): string {
  return terms.map(({ word, weight }, index) => sign(weight, index) + factor(weight) + quoted(word)).join('');
}

function sign(weight: number, index: number): string {
  if (index === 0) return weight < 0 ? '−' : '';
  return weight < 0 ? ' − ' : ' + ';
}

function factor(weight: number): string {
  const size = Number(Math.abs(weight).toPrecision(6));
  return size === 1 ? '' : `${size} × `;
}

function quoted(word: string): string {
  return isBareWord(word) ? word : `"${word.replaceAll('"', '""')}"`;
}
