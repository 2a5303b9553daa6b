import type { Language } from '../contract/options.ts';

const WORD = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu;
const HAN_OR_WORD = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;

/**
 * The tokens BM25 counts, in order, repetitions kept. English: lower-cased words (letters and digits, an apostrophe
 * inside kept). Chinese: every two neighbouring Han characters, which needs no dictionary (Nie et al. 2000 find them as
 * good as words for retrieval); one that stands alone is a token; Latin words and numbers whole, lower-cased. Full-width
 * and composed forms are made plain first (NFKC); nothing spans a space or a punctuation mark.
 */
export function bm25Tokens(text: string, language: Language): string[] {
  const plain = text.normalize('NFKC').replaceAll('’', "'").toLowerCase();
  if (language === 'en') return plain.match(WORD) ?? [];
  return (plain.match(HAN_OR_WORD) ?? []).flatMap((run) => (HAN.test(run) ? bigrams(run) : [run]));
}

function bigrams(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, before) => characters[before] + character);
}
