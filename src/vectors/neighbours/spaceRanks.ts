import type { Team } from '../kernels/team.ts';
import type { Steps } from '../steps.ts';
import type { KernelSpace } from './kernelSpace.ts';

/** Products of int16 that a thread does in a second, about: it only sizes the steps. */
const PRODUCTS_A_SECOND = 20e9;
const STEP_SECONDS = 0.015;

/**
 * As `neighbourRanks`: the rank of `targets` (k a row, −1 for none) among all points by distance from the rows `rows`, equal
 * distances (as float32) by index; int16 products decide for all but the points whose bounds leave it open.
 */
export function* spaceRanks(
  team: Team,
  space: KernelSpace,
  rows: Int32Array,
  targets: Int32Array,
  k: number,
): Steps<Int32Array<ArrayBuffer>> {
  const { arena } = team;
  const { n, stride, facts, plane, data, dim, cosine, inverse } = space;
  const mark = arena.mark();
  try {
    const chosen = arena.allocate(rows.length * 4);
    arena.i32(chosen, rows.length).set(rows);
    const [asked, ranks] = [arena.allocate(targets.length * 4), arena.allocate(targets.length * 4)];
    arena.i32(asked, targets.length).set(targets);
    const scratch = team.allocateScratch(stride * 8 + 1024 + k * 128);
    const groups = Math.ceil(rows.length / 4);
    const group = (4 * n * (stride + 60)) / PRODUCTS_A_SECOND;
    const step = Math.max(team.size, Math.ceil((STEP_SECONDS * team.size) / group));
    for (let first = 0; first < groups; first += step) {
      const count = Math.min(step, groups - first);
      const given = [chosen, rows.length, n, asked, k, ranks, space.rows, stride, facts, plane];
      team.run('rankTargets', count, 1, [...given, data, dim, cosine, inverse], scratch, first);
      yield { done: first + count, total: groups };
    }
    return arena.i32(ranks, targets.length).slice();
  } finally {
    arena.release(mark);
  }
}
