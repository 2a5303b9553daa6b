import type { Team } from '../kernels/team.ts';
import { type Neighbours, rowsOf } from '../nearestLists.ts';
import { sampleRows, seededRandom } from '../random.ts';
import type { Steps } from '../steps.ts';
import type { KernelSpace } from './kernelSpace.ts';
import { spaceRanks } from './spaceRanks.ts';

/** Rows that are looked at: for k = 15 the standard error of a share of .98 is about .003. */
const ROWS = 128;

/** The share of the k true neighbours that lists hold (their recall), 0 … 1, measured on 128 seeded rows. */
export function* foundShare(
  team: Team,
  space: KernelSpace,
  { indices, k }: Neighbours,
  seed: number,
): Steps<number> {
  const rows = sampleRows(space.n, Math.min(ROWS, space.n), seededRandom(seed));
  const ranks = yield* spaceRanks(team, space, rows, rowsOf(indices, k, rows), k);
  return ranks.filter((rank) => rank <= k).length / ranks.length;
}
