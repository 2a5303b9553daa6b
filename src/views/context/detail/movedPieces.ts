/** A range of a text in UTF-16 units, end excluded. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A word of the sentence as it is drawn, with the punctuation that must not leave it at a line's end. */
export interface MovedPiece {
  readonly before: string;
  readonly text: string;
  readonly after: string;
  /** Whether white space follows. */
  readonly spaced: boolean;
  /** Which of the parts it is; null for a piece without a bar: the word looked at, or text no part covers. */
  readonly part: number | null;
  readonly isTarget: boolean;
}

// The stops after a word and the space; after the word looked at also the rest of a longer word (银行家, bank’s).
const STOPS = /^[^\s\p{L}\p{N}\p{M}\p{Ps}\p{Pi}]*\s*/u;
const REST_AND_STOPS = /^[\p{L}\p{N}\p{M}_'’]*[^\s\p{L}\p{N}\p{M}\p{Ps}\p{Pi}]*\s*/u;
const OPENING = /[\p{Ps}\p{Pi}"'¿¡]+$/u;
const OPENING_AND_REST = /[\p{Ps}\p{Pi}"'¿¡]*[\p{L}\p{N}\p{M}_]+$/u;

/**
 * A sentence in pieces, in order: its parts, the word looked at, and what neither covers. All texts together with
 * the white space between them are the sentence. Parts are in order and overlap neither each other nor `target`;
 * one that does is left out.
 */
export function movedPieces(sentence: string, target: Span, parts: readonly Span[]): MovedPiece[] {
  const anchors = [
    { ...target, part: null as number | null },
    ...parts
      .map(({ start, end }, part) => ({ start, end, part }))
      .filter(({ start, end }) => end <= target.start || start >= target.end),
  ].sort((a, b) => a.start - b.start);
  const pieces: MovedPiece[] = [];
  let at = 0;
  for (const { start, end, part } of anchors) {
    if (start < at || end <= start) continue;
    const before = attach(pieces, sentence.slice(at, start), part === null ? 'target' : 'part');
    pieces.push({
      before,
      text: sentence.slice(start, end),
      after: '',
      spaced: false,
      part,
      isTarget: part === null,
    });
    at = end;
  }
  attach(pieces, sentence.slice(at), 'end');
  return pieces;
}

/** Gives what stands between two words to the one before; returns what belongs to the one after. */
function attach(pieces: MovedPiece[], gap: string, next: 'part' | 'target' | 'end'): string {
  const opening = next === 'end' ? '' : openingOf(gap, next === 'target', pieces.length === 0);
  const closing = gap.slice(0, gap.length - opening.length);
  const last = pieces.at(-1);
  const glued = last ? ((last.isTarget ? REST_AND_STOPS : STOPS).exec(closing)?.[0] ?? '') : '';
  if (last) pieces[pieces.length - 1] = { ...last, after: glued.trimEnd(), spaced: /\s$/u.test(glued) };
  for (const [whole, text] of closing.slice(glued.length).matchAll(/(\S+)\s*/gu)) {
    pieces.push({ before: '', text, after: '', spaced: whole !== text, part: null, isTarget: false });
  }
  return opening;
}

/**
 * Brackets and quotation marks that open, or the beginning of the longer word that the target is in. Straight
 * quotation marks open only at the beginning and after a space, since they close as well.
 */
function openingOf(gap: string, isBeforeTarget: boolean, isFirst: boolean): string {
  const rest = isBeforeTarget ? OPENING_AND_REST.exec(gap)?.[0] : undefined;
  const found = rest ?? OPENING.exec(gap)?.[0] ?? '';
  const earlier = gap.slice(0, gap.length - found.length);
  const mayOpen = /\s$/u.test(earlier) || (isFirst && earlier === '');
  return /["']/.test(found) && !mayOpen ? '' : found;
}
