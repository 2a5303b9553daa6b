import type { Word } from './segment.ts';

/** A range of a text in UTF-16 units, end excluded. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A sentence without one of its words. */
export interface LeftOut {
  /** The word, and where it stood in the whole sentence. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
  /** Where the word looked at now stands. */
  readonly span: Span;
}

const MARKS = /^[\p{M}\u200d]+/u;
const SPACES_BEFORE = /\s+$/u;
const SPACES_AFTER = /^\s+/u;
const OPENS = /(?:^|[\s\p{Ps}\p{Pi}"'¿¡])$/u;
const CLOSES = /^(?:$|[\p{Pe}\p{Pf}.,;:!?…、。，；：！？])/u;
const SPACED_LETTER =
  /[[\p{L}\p{N}\p{M}_]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]/v;
const LAST_CHARACTER = /.$/su;

/**
 * The sentence without each of its other words in turn, to see which of them the vector of `span` depends on.
 * `words` is the sentence as a segmenter cut it. Punctuation and white space are not words, and a word that
 * overlaps the span stays (银行家 for 银行). Only that one occurrence of a word goes, with the space that would be
 * one too many; where Latin words would run together (iPhone和Android), a space takes its place.
 * `sentence.slice(span.start, span.end)` is the same text in every answer.
 */
export function leaveOneOut(sentence: string, span: Span, words: readonly Word[]): LeftOut[] {
  return words
    .filter(({ isWord, start, end }) => isWord && (end <= span.start || start >= span.end))
    .map(({ text, start, end }) => {
      // from the span to the word, or from the word to the span: nothing else may be touched
      const before = sentence.slice(start >= span.end ? span.end : 0, start);
      const after = sentence.slice(end, end <= span.start ? span.start : sentence.length);
      const [kept, next] = joined(before, after, sentence.slice(0, start), sentence.slice(end));
      const left = sentence.slice(0, start - before.length) + kept;
      const right = next + sentence.slice(end + after.length);
      const moved = end <= span.start ? sentence.length - left.length - right.length : 0;
      return {
        word: text,
        start,
        end,
        sentence: left + right,
        span: { start: span.start - moved, end: span.end - moved },
      };
    });
}

/** What stays of the text before and after a word; `left` and `right` are all that stands on either side. */
function joined(before: string, after: string, left: string, right: string): [string, string] {
  // a segmenter may part a combining mark from its letter: left behind, it would sit on the letter before
  const bare = after.replace(MARKS, '');
  const rest = right.replace(MARKS, '');
  if (/^\s/u.test(bare) && OPENS.test(left.slice(-2))) return [before, bare.replace(SPACES_AFTER, '')];
  if (/\s$/u.test(before) && CLOSES.test(rest)) return [before.replace(SPACES_BEFORE, ''), bare];
  const wouldJoin =
    SPACED_LETTER.test(LAST_CHARACTER.exec(left.slice(-2))?.[0] ?? '') &&
    SPACED_LETTER.test(String.fromCodePoint(rest.codePointAt(0) ?? 0));
  return [before, wouldJoin ? ` ${bare}` : bare];
}
