import type { ReadToken } from './nextAnswer.ts';

/** A run of tokens that only together are whole characters; most are one token. */
export interface WholeCharacters {
  /** The text of the run, as it was typed. */
  readonly text: string;
  /** The place of its first token. */
  readonly from: number;
  /** How many tokens it takes. */
  readonly count: number;
}

/**
 * The tokens of a text in runs that share no character: a character that is cut into several tokens is one run with
 * all of them, and with the space that its first byte may carry.
 */
export function wholeCharacters(
  text: string,
  tokens: readonly Pick<ReadToken, 'start' | 'end'>[],
): WholeCharacters[] {
  const runs: { from: number; count: number; start: number; end: number }[] = [];
  for (const [from, { start, end }] of tokens.entries()) {
    const run = runs.at(-1);
    if (run && start >= 0 && start < run.end) {
      run.count += 1;
      run.end = Math.max(run.end, end);
    } else runs.push({ from, count: 1, start, end });
  }
  return runs.map(({ from, count, start, end }) => ({
    text: start < 0 ? '' : text.slice(start, end),
    from,
    count,
  }));
}
