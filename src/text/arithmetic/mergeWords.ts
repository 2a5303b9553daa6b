/** A word and its factor in a sum of vectors. */
export interface WeightedWord {
  readonly word: string;
  readonly weight: number;
}

// 0.1 + 0.2 − 0.3 leaves 5.6e-17: sums of up to fifty factors go wrong by far less than this share.
const CANCELS = 1e-9;

/**
 * Adds up the factors of equal words, in order of first appearance, keeping what else the first one holds.
 * Words whose factors cancel (to within 1e-9 of the sum of their sizes) are dropped.
 */
export function mergeWords<T extends WeightedWord>(words: readonly T[]): T[] {
  const merged = new Map<string, { first: T; sum: number; size: number }>();
  for (const term of words) {
    const entry = merged.get(term.word);
    if (entry) {
      entry.sum += term.weight;
      entry.size += Math.abs(term.weight);
    } else {
      merged.set(term.word, { first: term, sum: term.weight, size: Math.abs(term.weight) });
    }
  }
  return Array.from(merged.values())
    .filter(({ sum, size }) => Math.abs(sum) > CANCELS * size)
    .map(({ first, sum }) => ({ ...first, weight: sum }));
}
