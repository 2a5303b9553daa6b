import type { Token } from '../text/token.ts';

/** A stretch of tokens, by their indices, end excluded. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The tokens that overlap [start, end) of their text (UTF-16 units), from the first to the last; null where there
 * is none. Special tokens, whose place is −1, never count. `tokens` are in the order of the text.
 */
export function tokensInSpan(tokens: readonly Token[], start: number, end: number): TokenRange | null {
  if (end <= start) return null;
  let from = -1;
  let to = -1;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token.start < 0 || token.end <= start || token.start >= end) continue;
    if (from < 0) from = index;
    to = index + 1;
  }
  return from < 0 ? null : { from, to };
}

/** Whether a text has a token of its own beside the special ones. */
export function hasText(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.start >= 0);
}
