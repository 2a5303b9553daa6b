import type { Team } from '../kernels/team.ts';
import type { Neighbours } from '../nearestLists.ts';
import type { Steps } from '../steps.ts';
import type { KernelSpace } from './kernelSpace.ts';
import { rankedCandidates } from './rankedCandidates.ts';

/** Rows of a tile's side, as in tools/kernels/assembly/nearest.ts. */
const SIDE = 64;
/** Candidates beyond k that are measured exactly: on word vectors they always suffice to prove that nobody is missed. */
const SPARE = 16;
/** Products of int16 that a thread does in a second, about: it only sizes the steps. */
const PRODUCTS_A_SECOND = 25e9;
const STEP_SECONDS = 0.012;
/** Work beside the products of a pair, in products. */
const PAIR_COST = 40;

/**
 * The k nearest neighbours of all vectors, the vector itself excluded, bit for bit those of `knn`: int16 products of all pairs
 * choose k + 16 candidates by upper bounds of their nearness, double precision ranks them, and rows where the bounds do not prove
 * that nobody is missed (many equal vectors) are compared with all others. Null where too many rows are such: int16 cannot tell
 * these vectors apart.
 */
export function* exactNeighbours(team: Team, space: KernelSpace, k: number): Steps<Neighbours | null> {
  const { arena, size } = team;
  const { n, stride, rows, facts, plane } = space;
  const m = Math.min(k + SPARE, n - 1);
  const lists = team.allocateScratch(n * m * 8 + 64);
  for (let thread = 0; thread < size; thread++) {
    const scores = lists.pointer + thread * lists.bytes;
    team.run('clearLists', n, 4096, [scores, scores + n * m * 4, m]);
  }
  const sides = Math.ceil(n / SIDE);
  const tiles = (sides * (sides + 1)) / 2;
  const tile = (SIDE * SIDE * (stride + PAIR_COST)) / PRODUCTS_A_SECOND;
  const step = Math.max(size * 4, Math.ceil((STEP_SECONDS * size) / tile));
  for (let first = 0; first < tiles; first += step) {
    const count = Math.min(step, tiles - first);
    team.run('offerTiles', count, 1, [n, m, rows, stride, facts, plane], lists, first);
    yield { done: first + count, total: tiles };
  }
  if (size > 1) team.run('mergeLists', n, 256, [n, m, lists.pointer, size - 1, lists.bytes]);
  const candidates = { m, scores: lists.pointer, indices: lists.pointer + n * m * 4 };
  const found = yield* rankedCandidates(team, space, candidates, k);
  const unsure = found.unsure;
  if (unsure.length * 10 > n) return null;
  if (unsure.length > 0) {
    const chosen = arena.allocate(unsure.length * 4);
    arena.i32(chosen, unsure.length).set(unsure);
    const everyone = arena.allocate(n * 4);
    arena.i32(everyone, n).forEach((_, i, all) => {
      all[i] = i;
    });
    const { data, dim, cosine, inverse } = space;
    const scratch = team.allocateScratch(n * 4 + 64);
    for (let first = 0; first < unsure.length; first += size) {
      const args = [chosen, everyone, n, k, data, dim, cosine, inverse];
      const count = Math.min(size, unsure.length - first);
      team.run('nearestOfSome', count, 1, [...args, found.indices, found.distances], scratch, first);
      yield { done: tiles, total: tiles };
    }
  }
  return {
    k,
    indices: arena.i32(found.indices, n * k).slice(),
    distances: arena.f32(found.distances, n * k).slice(),
  };
}
