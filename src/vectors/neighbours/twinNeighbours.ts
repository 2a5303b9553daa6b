import { DistanceMeter, type Space } from '../distanceTiles.ts';
import type { Team } from '../kernels/team.ts';
import type { Neighbours } from '../nearestLists.ts';
import type { Steps } from '../steps.ts';
import { type DistinctRows, distinctRows } from './distinctRows.ts';
import { exactNeighbours } from './exactNeighbours.ts';
import { loadSpace } from './kernelSpace.ts';

/** Kinds of a step: some milliseconds of work. */
const STEP = 64;

/**
 * The k nearest neighbours, 1 ≤ k ≤ n − 1, bit for bit those of `knn`, where rows are equal to others: one of each kind is
 * searched, and all of its kind have its neighbours. Where a row of another kind is among the k nearest, so is the first of
 * its kind, which is as near and has a lower index; so k other kinds suffice. Null where no rows are equal, or where int16 cannot
 * tell the kinds apart. Throws as `Team` does: Fault `out-of-memory` or `worker-failed`, AbortError.
 */
export function* twinNeighbours(team: Team, space: Space, k: number): Steps<Neighbours | null> {
  const { data, dim, metric } = space;
  const rows = yield* distinctRows(data, dim);
  const { kinds, kindOf } = rows;
  if (kinds.length === kindOf.length) return null;
  const few = { data: new Float32Array(kinds.length * dim), dim, metric };
  for (const [kind, [first]] of kinds.entries()) {
    few.data.set(data.subarray(first * dim, (first + 1) * dim), kind * dim);
  }
  const most = Math.min(k, kinds.length - 1);
  const found = most > 0 ? yield* exactNeighbours(team, loadSpace(team, few), most) : null;
  if (most > 0 && !found) return null;
  return yield* spread(found, rows, new DistanceMeter(few), k);
}

/** Of the kinds that were found (null: there is only one) all rows' lists: nearest first, equal distances by index. */
function* spread(
  found: Neighbours | null,
  { kinds, kindOf }: DistinctRows,
  meter: DistanceMeter,
  k: number,
): Steps<Neighbours> {
  const indices = new Int32Array(kindOf.length * k);
  const distances = new Float32Array(kindOf.length * k);
  for (const [kind, own] of kinds.entries()) {
    if (kind % STEP === 0) yield { done: kind, total: kinds.length };
    const near: { index: number; distance: number }[] = [];
    const offer = (rows: readonly number[], distance: number) => {
      // of its own kind one more, since a row is not its own neighbour
      for (const index of rows.slice(0, k + 1)) near.push({ index, distance });
    };
    if (own.length > 1) offer(own, meter.pair(kind, kind));
    for (let at = kind * (found?.k ?? 0), t = 0; found && t < found.k; at++, t++) {
      offer(kinds[found.indices[at]], found.distances[at]);
    }
    near.sort((a, b) => a.distance - b.distance || a.index - b.index);
    for (const row of own) {
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
