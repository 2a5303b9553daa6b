import type { TokenRange } from '../../../models/tokenSpan.ts';

/** Up to so many tokens are all shown: three or four lines. */
const SHOWN_WHOLE = 56;
/** Of longer ones, so many on either side of the averaged ones. */
const AROUND = 14;
/** Fewer hidden ones than this are not worth a button. */
const WORTH_HIDING = 4;

/** The tokens of a long sentence to show at first: [from, to) of `count`, with those of `averaged` amid them. */
export function tokenWindow(count: number, averaged: TokenRange): TokenRange {
  if (count <= SHOWN_WHOLE) return { from: 0, to: count };
  const from = averaged.from - AROUND;
  const to = averaged.to + AROUND;
  return {
    from: from < WORTH_HIDING ? 0 : from,
    to: count - to < WORTH_HIDING ? count : to,
  };
}
