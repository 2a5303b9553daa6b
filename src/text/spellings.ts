import { hasHan } from './segment.ts';

// Most words need no folding; finding that out takes half the time of folding them.
const PLAIN = /^[!-@[-~\u4e00-\u9fff]*$/;
const folded = new WeakMap<readonly string[], readonly string[]>();

/**
 * The words of a vocabulary that `word` may have been meant as, nearest first, ties in the vocabulary's order
 * (most frequent first); at most `take`, never `word` itself, [] when none is near. Case and compatibility forms
 * do not count (NFKC, lower case). Near is an edit distance (`editDistance`) of at most 2, of 1 for words of two
 * to four characters, 0 for a single one; words with Chinese characters must also share half of the characters
 * of the longer word, and may then differ by 2 at any length: 女皇帝 → 女皇, 皇帝.
 *
 * The folded vocabulary is kept as long as the array is: do not change it afterwards.
 */
export function nearestSpellings(word: string, vocabulary: readonly string[], take = 5): string[] {
  const sought = fold(word);
  if (sought === '' || take < 1) return [];
  const isHan = hasHan(sought);
  const limit = isHan || sought.length > 4 ? 2 : sought.length > 1 ? 1 : 0;
  const words = foldedVocabulary(vocabulary);
  const byDistance: string[][] = [[], [], []];
  for (let index = 0; index < words.length; index++) {
    const other = words[index];
    if (Math.abs(other.length - sought.length) > limit) continue;
    if (isHan && !sharesHalf(sought, other)) continue;
    const distance = editDistance(sought, other, limit);
    if (distance > limit || byDistance[distance].length === take || vocabulary[index] === word) continue;
    byDistance[distance].push(vocabulary[index]);
  }
  return byDistance.flat().slice(0, take);
}

/**
 * The number of insertions, deletions, changes and swaps of neighbouring characters (UTF-16 units) that turn
 * one word into the other, no stretch being edited twice (optimal string alignment, the restricted
 * Damerau–Levenshtein distance); limit + 1 when it is more than `limit`. Swaps count as one because they are
 * the commonest slip of typing. Made for limits of up to 3: the work grows as 4 to the power of the limit.
 */
export function editDistance(from: string, to: string, limit: number): number {
  return restDistance(from, 0, to, 0, limit);
}

/** The distance of `from` after its first `i` units from `to` after its first `j`. */
function restDistance(from: string, i: number, to: string, j: number, limit: number): number {
  // Units that agree are never worth an edit.
  while (i < from.length && j < to.length && from.charCodeAt(i) === to.charCodeAt(j)) {
    i++;
    j++;
  }
  const fromLeft = from.length - i;
  const toLeft = to.length - j;
  if (fromLeft === 0 || toLeft === 0) return Math.min(fromLeft + toLeft, limit + 1);
  if (limit === 0 || Math.abs(fromLeft - toLeft) > limit) return limit + 1;
  let least = limit + 1;
  least = Math.min(least, 1 + restDistance(from, i + 1, to, j + 1, least - 2));
  if (least > 1) least = Math.min(least, 1 + restDistance(from, i + 1, to, j, least - 2));
  if (least > 1) least = Math.min(least, 1 + restDistance(from, i, to, j + 1, least - 2));
  const isSwap = fromLeft > 1 && toLeft > 1 && from[i] === to[j + 1] && from[i + 1] === to[j];
  if (least > 1 && isSwap) least = Math.min(least, 1 + restDistance(from, i + 2, to, j + 2, least - 2));
  return least;
}

function foldedVocabulary(vocabulary: readonly string[]): readonly string[] {
  const known = folded.get(vocabulary);
  if (known) return known;
  const words = vocabulary.map(fold);
  folded.set(vocabulary, words);
  return words;
}

function fold(word: string): string {
  return PLAIN.test(word) ? word : word.normalize('NFKC').toLowerCase();
}

function sharesHalf(word: string, other: string): boolean {
  const shared = Math.min(countIn(word, other), countIn(other, word));
  return 2 * shared >= Math.max(word.length, other.length);
}

/** How many of the units of `word` are somewhere in `other`. */
function countIn(word: string, other: string): number {
  let count = 0;
  for (let at = 0; at < word.length; at++) if (other.includes(word[at])) count++;
  return count;
}
