import { ARITHMETIC_LIMITS, ArithmeticRefusal } from './arithmeticError.ts';
import type { WeightedWord } from './mergeWords.ts';

/** A word of a formula with its factor and the place of its first appearance (UTF-16 units). */
export interface Term extends WeightedWord {
  readonly start: number;
  readonly end: number;
}

/** What a part of a formula amounts to, and its place. Every occurrence of a word is a term of its own. */
export type LinearValue = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'words'; readonly terms: readonly Term[] }
);

/** left + factor × right, with factor 1 or −1. Throws `ArithmeticRefusal` with `number-added`, `number-range`. */
export function addValues(given: string, left: LinearValue, right: LinearValue, factor: 1 | -1): LinearValue {
  const { start } = left;
  const { end } = right;
  if (left.kind === 'number' && right.kind === 'number') {
    const sum = left.value + factor * right.value;
    const size = Math.abs(left.value) + Math.abs(right.value);
    // 0.3 − 0.1 − 0.2 is 0 to the person who typed it.
    const value = Math.abs(sum) <= 1e-12 * size ? 0 : sum;
    return { kind: 'number', value: inRange(given, value, start, end), start, end };
  }
  if (left.kind === 'number') throw new ArithmeticRefusal('number-added', given, left.start, left.end);
  if (right.kind === 'number') throw new ArithmeticRefusal('number-added', given, right.start, right.end);
  const taken = factor === 1 ? right.terms : right.terms.map((term) => ({ ...term, weight: -term.weight }));
  return { kind: 'words', terms: [...left.terms, ...taken], start, end };
}

/** left × right. Throws `ArithmeticRefusal` with `words-multiplied`, `number-range`. */
export function multiplyValues(given: string, left: LinearValue, right: LinearValue): LinearValue {
  const { start } = left;
  const { end } = right;
  if (left.kind === 'number') return scaleValue(given, right, left.value, start, end);
  if (right.kind === 'number') return scaleValue(given, left, right.value, start, end);
  throw new ArithmeticRefusal('words-multiplied', given, start, end);
}

/** left / right. Throws `ArithmeticRefusal` with `divided-by-word`, `divided-by-zero`, `number-range`. */
export function divideValues(given: string, left: LinearValue, right: LinearValue): LinearValue {
  if (right.kind === 'words') throw new ArithmeticRefusal('divided-by-word', given, right.start, right.end);
  if (right.value === 0) throw new ArithmeticRefusal('divided-by-zero', given, right.start, right.end);
  return scaleValue(given, left, 1 / right.value, left.start, right.end);
}

/**
 * The mean of one or more values, all words or all numbers; [start, end) is the place of the whole call. Throws
 * `ArithmeticRefusal` with `number-added`, `number-range`.
 */
export function averageValues(
  given: string,
  values: readonly LinearValue[],
  start: number,
  end: number,
): LinearValue {
  const sum = values.reduce((left, right) => addValues(given, left, right, 1));
  return scaleValue(given, sum, 1 / values.length, start, end);
}

/** factor × value at a new place. Throws `ArithmeticRefusal` with `number-range`. */
export function scaleValue(
  given: string,
  value: LinearValue,
  factor: number,
  start: number,
  end: number,
): LinearValue {
  if (value.kind === 'number') {
    return { kind: 'number', value: inRange(given, value.value * factor, start, end), start, end };
  }
  const terms = value.terms.map((term) => ({
    ...term,
    weight: inRange(given, term.weight * factor, start, end),
  }));
  return { kind: 'words', terms, start, end };
}

/** The number itself; throws `ArithmeticRefusal` with `number-range` for that place if it is outside the limits. */
export function inRange(given: string, value: number, start: number, end: number): number {
  const size = Math.abs(value);
  // A hair's breadth, so that 1000000 / 3 * 3 is not refused for its last bit.
  const least = ARITHMETIC_LIMITS.leastNumber * (1 - 1e-9);
  const greatest = ARITHMETIC_LIMITS.greatestNumber * (1 + 1e-9);
  if (size === 0 || (size >= least && size <= greatest)) return value;
  throw new ArithmeticRefusal('number-range', given, start, end);
}
