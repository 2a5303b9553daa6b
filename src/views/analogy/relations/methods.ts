import type { RelationRow } from '../../../pipeline/words/relations/showRelations.ts';

/** The ways of looking for the fourth word, as they are listed. */
export const METHODS = ['add', 'mul', 'withInputs'] as const;
export type Method = (typeof METHODS)[number];
/** What the table of relations can be ordered by. */
export const COLUMNS = [...METHODS, 'parallel'] as const;
export type Column = (typeof COLUMNS)[number];

type Measured = NonNullable<RelationRow['measured']>;

/** Questions answered rightly, in whole percent. */
export function percentOf({ right, questions }: Measured, method: Method): number {
  return Math.round((right[method] / Math.max(1, questions)) * 100);
}

/** The rows from the highest value of a column to the lowest, those not measured yet last, equal ones as given. */
export function ordered(rows: readonly RelationRow[], by: Column): RelationRow[] {
  const value = ({ measured }: RelationRow) => {
    if (!measured) return Number.NEGATIVE_INFINITY;
    if (by === 'parallel') return measured.parallel;
    return measured.right[by] / Math.max(1, measured.questions);
  };
  return [...rows].sort((one, other) => {
    const [first, second] = [value(one), value(other)];
    return first === second ? 0 : second - first;
  });
}
