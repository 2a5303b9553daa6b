/** What can be wrong with a formula of words. */
export type ArithmeticErrorCode =
  /** Nothing but white space. */
  | 'empty'
  /** A character or sign that cannot stand here. */
  | 'unexpected'
  /** The formula ends where a word should follow: `国王 -`. The place is the last sign. */
  | 'unfinished'
  /** A bracket or a quotation mark that is never closed. The place is the opening one. */
  | 'unclosed'
  /** Two operands with no sign between them. The place is the gap; `text` is both with the gap. */
  | 'no-operator'
  /** A word before a bracket that is no function: `sum(…)`. */
  | 'unknown-function'
  /** Only numbers. */
  | 'no-words'
  /** Every word cancels out: `a - a`. No direction is left to search along. */
  | 'cancelled'
  | 'words-multiplied'
  | 'divided-by-word'
  | 'divided-by-zero'
  /** A number added to, taken from or averaged with words. The place is the number. */
  | 'number-added'
  /** A number or a factor whose size lies outside `ARITHMETIC_LIMITS`. */
  | 'number-range'
  /** More characters than `ARITHMETIC_LIMITS`. The place is what is too much. */
  | 'too-long'
  | 'too-many-words'
  | 'too-deep';

/** Why a formula was refused, and where. */
export interface ArithmeticError {
  readonly code: ArithmeticErrorCode;
  /** UTF-16 units in the formula as typed, end excluded; start = end where something is missing. */
  readonly start: number;
  readonly end: number;
  /** The piece at that place, cut to 40 characters; '' for `empty`. */
  readonly text: string;
}

/**
 * The longest formula in UTF-16 units, the most words, the deepest brackets; the least and greatest size of a
 * number or factor other than 0, so that a sum of 32-bit vectors neither vanishes nor overflows and a factor
 * can be written to six digits without an exponent.
 */
export const ARITHMETIC_LIMITS = {
  characters: 2000,
  words: 50,
  depth: 50,
  leastNumber: 1e-6,
  greatestNumber: 1e6,
} as const;

/** Carries an `ArithmeticError` out of the reader and the parser; `parseArithmetic` turns it into a value. */
export class ArithmeticRefusal extends Error {
  readonly error: ArithmeticError;

  /** `piece` is the text to report where it is more than [start, end) of the source. */
  constructor(code: ArithmeticErrorCode, source: string, start: number, end: number, piece?: string) {
    super(code);
    this.error = { code, start, end, text: excerpt(piece ?? source.slice(start, end)) };
  }
}

const EXCERPT = 40;

function excerpt(text: string): string {
  const characters = Array.from(text.slice(0, 4 * EXCERPT));
  if (characters.length <= EXCERPT) return text;
  return `${characters.slice(0, EXCERPT - 1).join('')}…`;
}
