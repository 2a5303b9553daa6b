import type { Team } from '../kernels/team.ts';
import type { Neighbours } from '../nearestLists.ts';
import type { Steps } from '../steps.ts';

/** Points of a step: some 10 ms of work. */
const STEP = 8192;

/**
 * The exact k nearest neighbours (Euclidean, k < n) of n points of a map in 2 or 3 dimensions by a k-d tree (Bentley 1975), bit for
 * bit those of `knn`.
 */
export function* mapNeighbours(
  team: Team,
  coordinates: Float32Array,
  dims: number,
  k: number,
): Steps<Neighbours> {
  const { arena } = team;
  const n = coordinates.length / dims;
  const mark = arena.mark();
  try {
    const places = arena.allocate(n * 16);
    const view = arena.f32(places, n * 4).fill(0);
    for (let i = 0; i < n; i++) for (let d = 0; d < dims; d++) view[i * 4 + d] = coordinates[i * dims + d];
    const [order, axes] = [arena.allocate(n * 4), arena.allocate(n)];
    const [indices, distances] = [arena.allocate(n * k * 4), arena.allocate(n * k * 4)];
    team.run('plantTree', 1, 1, [places, n, dims, order, axes]);
    for (let first = 0; first < n; first += STEP) {
      const tree = [places, n, order, axes, k, indices, distances];
      team.run('nearestInTree', Math.min(STEP, n - first), 256, tree, undefined, first);
      yield { done: Math.min(first + STEP, n), total: n };
    }
    return {
      k,
      indices: arena.i32(indices, n * k).slice(),
      distances: arena.f32(distances, n * k).slice(),
    };
  } finally {
    arena.release(mark);
  }
}
