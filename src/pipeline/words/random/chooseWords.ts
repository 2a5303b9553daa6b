import type { Item } from '../../../text/item.ts';
import type { Group } from '../../mapResult.ts';

/** A word of the data, and its row among the model's words. */
export interface ChosenWord {
  readonly item: Item;
  readonly row: number;
}

export interface ChosenWords {
  /** Group by group in turns: where labels have no room, every group keeps some of its words' names. */
  readonly chosen: readonly ChosenWord[];
  readonly groups: readonly Group[];
  /** Words met on the way that the model lacks. */
  readonly unknown: readonly string[];
}

/** The first so many groups of the data, so many words of each: enough to see, few enough to read. */
const GROUPS = 6;
const WORDS = 20;

/**
 * The first 20 words of the first six groups that have 20 which the model knows. `rows` holds the row of each item,
 * −1 where the model lacks it. A word that two groups have, or that the model takes for another, counts once.
 */
export function chooseWords(
  { items, groups }: { readonly items: readonly Item[]; readonly groups: readonly Group[] },
  rows: readonly number[],
): ChosenWords {
  const taken = new Set<number>();
  const columns: ChosenWord[][] = [];
  const kept: Group[] = [];
  const unknown: string[] = [];
  for (const group of groups) {
    if (kept.length === GROUPS) break;
    const known = new Map<number, ChosenWord>();
    items.forEach((item, index) => {
      const row = rows[index];
      if (item.group !== group.id || known.size === WORDS) return;
      if (row < 0) unknown.push(item.text);
      else if (!taken.has(row) && !known.has(row)) known.set(row, { item, row });
    });
    if (known.size < WORDS) continue;
    kept.push(group);
    columns.push([...known.values()]);
    for (const row of known.keys()) taken.add(row);
  }
  const chosen = Array.from({ length: WORDS }, (_, turn) => columns.map((column) => column[turn])).flat();
  return { chosen, groups: kept, unknown };
}
