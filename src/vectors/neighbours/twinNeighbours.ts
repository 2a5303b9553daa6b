import type { Space } from '../distanceTiles.ts';
import type { Team } from '../kernels/team.ts';
import type { Neighbours } from '../nearestLists.ts';
import type { Steps } from '../steps.ts';
import { type DistinctRows, distinctRows } from './distinctRows.ts';
import { exactNeighbours } from './exactNeighbours.ts';
import { loadSpace } from './kernelSpace.ts';

/**
 * `exactNeighbours` where many rows are equal: two of each kind are searched, and the others have their neighbours and are
 * neighbours at their distances. Null where int16 cannot tell even those apart.
 */
export function* twinNeighbours(team: Team, space: Space, k: number): Steps<Neighbours | null> {
  const { data, dim, metric } = space;
  const rows = distinctRows(data, dim);
  const { kept } = rows;
  // two of each of k other kinds, and the row's own twin
  const most = Math.min(2 * k + 1, kept.length - 1);
  const few = new Float32Array(kept.length * dim);
  for (const [at, row] of kept.entries()) few.set(data.subarray(row * dim, (row + 1) * dim), at * dim);
  const found = yield* exactNeighbours(team, loadSpace(team, { data: few, dim, metric }), most);
  return found && spread(found, rows, k);
}

/** What was found for the rows that were kept, as all rows' lists: nearest first, equal distances by index. */
function spread(found: Neighbours, { kept, groupOf, groups }: DistinctRows, k: number): Neighbours {
  const n = groupOf.length;
  const indices = new Int32Array(n * k);
  const distances = new Float32Array(n * k);
  const placeOf = new Int32Array(n);
  for (const [at, row] of kept.entries()) placeOf[row] = at;
  for (const group of groups) {
    const from = placeOf[group[0]] * found.k;
    const seen = new Set<number>();
    const near: { index: number; distance: number }[] = [];
    for (let at = from; at < from + found.k; at++) {
      const distance = found.distances[at];
      const kind = groupOf[kept[found.indices[at]]];
      if (seen.has(kind)) continue;
      seen.add(kind);
      // of the row's own kind one more, since it is left out itself
      for (const index of groups[kind].slice(0, k + 1)) near.push({ index, distance });
    }
    near.sort((a, b) => a.distance - b.distance || a.index - b.index);
    for (const row of group) {
      let to = row * k;
      for (let at = 0; to < (row + 1) * k; at++) {
        if (near[at].index === row) continue;
        indices[to] = near[at].index;
        distances[to++] = near[at].distance;
      }
    }
  }
  return { k, indices, distances };
}
