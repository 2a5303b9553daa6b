import type {
  OrderLine,
  OrderSetAnswer,
  PermutationsAnswer,
} from '../../../pipeline/order/permutations/permutationsAnswer.ts';

/** The link's word for a look at all sets together. */
export const ALL = 'all';

/** The set that the link asks for, the first where it names none that is there; null: all of them. */
export function shownSet({ sets }: PermutationsAnswer, asked: string | null): OrderSetAnswer | null {
  if (asked === ALL && sets.length > 1) return null;
  return sets.find(({ id }) => id === asked) ?? sets[0];
}

/** The row of a set's first order among all orders. */
export function firstRow({ sets }: PermutationsAnswer, set: OrderSetAnswer): number {
  return sets.slice(0, sets.indexOf(set)).reduce((sum, { orders }) => sum + orders.length, 0);
}

/** What an order is beside the first of its set: the key of its name, and of its mark. */
export type OrderRole = 'first' | 'same' | 'other' | 'none' | 'own' | 'words' | 'tokens';

export function roleOf({ sense, sameTokens, sameWords }: OrderLine, index: number): OrderRole {
  if (index === 0) return 'first';
  if (!sameTokens) return sameWords ? 'tokens' : 'words';
  return sense ?? 'own';
}

/** Marks that say in shape what the colour says. */
export const MARKS: Readonly<Record<OrderRole, string>> = {
  first: '1',
  same: '=',
  other: '≠',
  none: '∅',
  own: '·',
  words: '×',
  tokens: '⁂',
};
