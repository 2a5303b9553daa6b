import type { Neighbours } from '../../vectors/nearestLists.ts';
import type { Suggestion } from './comparisonResult.ts';

/** A smaller group has too few neighbours of its own to be together. */
const LEAST_ITEMS = 5;
/** A group of more than this share of all items is nobody's neighbourhood. */
const MOST_OF_ALL = 0.5;
/** Shares that differ by less than one neighbour of ten are told of as the same. */
const LEAST_DIFFERENCE = 0.1;
/** A group is together where at least half of its items' neighbours are its own. */
const TOGETHER = 0.5;
const MOST_SPLITS = 6;
const MOST_KEPT = 2;

/**
 * Given groups worth looking at: those whose items have more of each other among their k nearest (k ≥ 1) in one model
 * than in the other, the largest difference first, then up to two that are together in both. `groupOf` is the group of
 * each item, '' for none. Groups of fewer than 5 items, or of more than half of all, are left out.
 */
export function suggestionsOf(
  groupOf: readonly string[],
  left: Neighbours,
  right: Neighbours,
  k: number,
): Suggestion[] {
  const groups = [...rowsByGroup(groupOf)]
    .filter(([, rows]) => rows.length >= LEAST_ITEMS && rows.length <= MOST_OF_ALL * groupOf.length)
    .map(([group, rows]) => {
      const shares = [ownShare(groupOf, rows, left, k), ownShare(groupOf, rows, right, k)] as const;
      return { group, rows, shares, difference: shares[0] - shares[1], least: Math.min(...shares) };
    });
  const as = (kind: Suggestion['kind'], { group, rows, shares }: (typeof groups)[number]): Suggestion => ({
    kind,
    group,
    rows,
    shares,
  });
  const isSplit = ({ difference }: (typeof groups)[number]) => Math.abs(difference) >= LEAST_DIFFERENCE;
  const splits = groups
    .filter(isSplit)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
    .slice(0, MOST_SPLITS)
    .map((group) => as(group.difference > 0 ? 'split-right' : 'split-left', group));
  const kept = groups
    .filter((group) => !isSplit(group) && group.least >= TOGETHER)
    .sort((a, b) => b.least - a.least)
    .slice(0, MOST_KEPT)
    .map((group) => as('kept', group));
  return [...splits, ...kept];
}

function rowsByGroup(groupOf: readonly string[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  groupOf.forEach((group, row) => {
    if (group === '') return;
    const known = rows.get(group);
    if (known) known.push(row);
    else rows.set(group, [row]);
  });
  return rows;
}

/** The mean share of the rows' k nearest that are of their group. */
function ownShare(
  groupOf: readonly string[],
  rows: readonly number[],
  neighbours: Neighbours,
  k: number,
): number {
  let own = 0;
  for (const row of rows) {
    const from = row * neighbours.k;
    for (const other of neighbours.indices.subarray(from, from + k)) {
      if (groupOf[other] === groupOf[row]) own++;
    }
  }
  return own / (rows.length * k);
}
