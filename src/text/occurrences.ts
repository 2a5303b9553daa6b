import { type FoldedText, foldText } from './foldedText.ts';
import type { Word } from './segment.ts';

/** Where a word stands in a sentence: [start, end) in UTF-16 units. */
export interface Occurrence {
  readonly start: number;
  readonly end: number;
  /** The longer word (as the segmenter cut it) that it is a part of: 银行 for 行. */
  readonly inside?: string;
}

export interface OccurrenceOptions {
  /** The sentence as a segmenter cut it; without it no occurrence is marked `inside`. */
  readonly words?: readonly Word[];
  /** Converts traditional characters to simplified ones, length kept, so that either finds the other. */
  readonly characters?: (text: string) => string;
}

// Scripts written without spaces: any substring counts there, as no letter beside it says that a word goes on.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々〇ー]/u;
const WORD_PART = /[\p{L}\p{N}\p{M}_]/u;

/**
 * The occurrences of `word` in `sentence`, from left to right, none overlapping the one before. Case, width and
 * the composition of accents do not matter. A word that begins or ends with a letter of an alphabetic script (or
 * a digit) must begin or end there: bat is not in batter, nor 5 in 15, but iPhone is in 我用iPhone拍照.
 * Chinese is found in any place; a place inside a longer word of `words` is marked with it.
 */
export function findOccurrences(
  sentence: string,
  word: string,
  { words, characters }: OccurrenceOptions = {},
): Occurrence[] {
  const wanted = foldText(word.trim(), characters).text;
  if (wanted === '') return [];
  const folded = foldText(sentence, characters);
  const found: Occurrence[] = [];
  for (let at = folded.text.indexOf(wanted); at >= 0; ) {
    const to = at + wanted.length;
    const fits = holdsWholeCharacters(folded, at, to) && standsAlone(folded.text, at, to);
    if (fits) found.push(placed(sentence, folded.starts[at], folded.ends[to - 1], words));
    at = folded.text.indexOf(wanted, fits ? to : at + 1);
  }
  return found;
}

/** Whether no character of the original is cut in two: s is not in ß, though ß folds to ss. */
function holdsWholeCharacters({ text, starts }: FoldedText, from: number, to: number): boolean {
  const opens = from === 0 || starts[from - 1] !== starts[from];
  return opens && (to === text.length || starts[to - 1] !== starts[to]);
}

function standsAlone(text: string, from: number, to: number): boolean {
  const before = charBefore(text, from);
  const after = charAt(text, to);
  return !goesOn(before, charAt(text, from)) && !goesOn(charBefore(text, to), after);
}

/** Whether a word goes on from the one character to the other. */
function goesOn(left: string, right: string): boolean {
  return isSpacedWordPart(left) && isSpacedWordPart(right);
}

function isSpacedWordPart(char: string): boolean {
  return WORD_PART.test(char) && !UNSPACED.test(char);
}

function charAt(text: string, at: number): string {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : '';
}

function charBefore(text: string, at: number): string {
  if (at === 0) return '';
  const low = text.charCodeAt(at - 1);
  const isPair = low >= 0xdc00 && low <= 0xdfff && at > 1;
  return isPair ? text.slice(at - 2, at) : text.slice(at - 1, at);
}

function placed(sentence: string, start: number, end: number, words?: readonly Word[]): Occurrence {
  if (!words || !UNSPACED.test(sentence.slice(start, end))) return { start, end };
  const first = words.find((word) => word.end > start);
  const last = words.findLast((word) => word.start < end);
  if (!first || !last || (first.start === start && last.end === end)) return { start, end };
  return { start, end, inside: sentence.slice(first.start, last.end) };
}
