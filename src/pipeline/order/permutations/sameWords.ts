/** A Han character alone, a run of letters and digits, or any other sign but punctuation. */
const WORDS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}'’])+|[^\s\p{P}]/gu;

/**
 * Whether two texts have the same words (in Chinese: characters), each as often, in whatever order, as a reader sees
 * them: case, width and punctuation do not count.
 */
export function sameWords(a: string, b: string): boolean {
  const theirs = sortedWords(b);
  const words = sortedWords(a);
  return words.length === theirs.length && words.every((word, at) => word === theirs[at]);
}

function sortedWords(text: string): string[] {
  return (text.normalize('NFKC').toLowerCase().match(WORDS) ?? []).sort();
}
