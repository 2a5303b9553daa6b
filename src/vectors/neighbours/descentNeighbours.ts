import type { Team } from '../kernels/team.ts';
import type { Neighbours } from '../nearestLists.ts';
import type { Steps } from '../steps.ts';
import type { KernelSpace } from './kernelSpace.ts';
import { rankedCandidates } from './rankedCandidates.ts';

/**
 * Trees, spare places of a list and candidates of a row in a round for 50,000 vectors; all grow with the logarithm of their number, or
 * recall would fall. Trees are cheap, and what they find the rounds need not: for k = 15, recall and seconds on one thread with 8, 16, 24
 * and 32 trees: 100,000 × 384 (interpolated word vectors) .965, .982, .988, .993 in 13.7, 12.8, 13.6, 14.4 s; 50,000 × 50 .987, .989,
 * .991, .992 in 1.9, 2.0, 2.0, 2.2 s; 50,000 × 150 .992, .994, .995, .996 in 2.8, 2.7, 2.8, 2.9 s.
 */
const BASE = { n: 50_000, trees: 24, spare: 9, candidates: 20 };
const LEAST_LEAF = 64;
/** Rounds end when so few entries of the lists change, as a share of all: pynndescent's delta. */
const DELTA = 0.001;
const MOST_ROUNDS = 12;
/** Rows of one step of a round: some 20 ms of work a thread. */
const STEP = 1024;

/**
 * The k nearest neighbours of all vectors, nearly: lists filled from the leaves of random projection trees, then made better by
 * nearest-neighbour descent (Dong, Moses & Li 2011); the distances are exact. The same for the same seed whatever the number of
 * threads.
 */
export function* descentNeighbours(
  team: Team,
  space: KernelSpace,
  k: number,
  seed: number,
): Steps<Neighbours> {
  const { arena, size } = team;
  const { n, stride, rows, facts, plane } = space;
  const doublings = Math.max(0, Math.ceil(Math.log2(n / BASE.n)));
  const trees = BASE.trees + 2 * doublings;
  const candidates = BASE.candidates + 2 * doublings;
  const m = k + BASE.spare + 2 * doublings;
  const [scores, indices] = [arena.allocate(n * m * 4), arena.allocate(n * m * 4)];
  team.run('clearLists', n, 4096, [scores, indices, m]);
  const total = trees + MOST_ROUNDS / 2;
  // a leaf is halved at most once too often: every list is filled by the first tree
  const leaf = Math.max(LEAST_LEAF, 2 * (k + 2));

  const orders = arena.allocate(trees * n * 4);
  const mark = arena.mark();
  const forks = team.allocateScratch(n * 4 + stride * 2 + 128);
  for (let first = 0; first < trees; first += size) {
    const count = Math.min(size, trees - first);
    team.run('plantTrees', count, 1, [seed | 0, n, leaf, rows, stride, facts, orders], forks, first);
    yield { done: Math.floor((first + count) / 2), total };
  }
  arena.release(mark);
  const bounds = leafBounds(n, leaf);
  const leaves = bounds.length - 1;
  const boundsAt = arena.allocate(bounds.length * 4);
  arena.i32(boundsAt, bounds.length).set(bounds);
  const block = team.allocateScratch((leaf + 8) * (stride * 2 + 8) + 128);
  for (let tree = 0; tree < trees; tree++) {
    for (let first = 0; first < leaves; first += STEP) {
      const order = [boundsAt, orders + tree * n * 4];
      const lists = [leaf, m, scores, indices, rows, stride, facts, plane];
      team.run('joinLeaves', Math.min(STEP, leaves - first), 4, [...order, ...lists], block, first);
      yield { done: Math.floor((trees + tree + 1) / 2), total };
    }
  }

  const starts = arena.allocate((n + 1) * 4);
  const reverse = arena.allocate(n * m * 4);
  const [fresh, known] = [arena.allocate(n * (candidates + 1) * 4), arena.allocate(n * (candidates + 1) * 4)];
  const changes = arena.allocate(n);
  const met = team.allocateScratch((n + 6 * candidates ** 2) * 4);
  arena.u8(met.pointer, met.bytes * size).fill(0);
  const lots = team.allocateScratch(candidates * 8);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    team.run('reverseLists', 1, 1, [n, m, indices, starts, reverse]);
    yield { done: Math.min(trees + round, total), total };
    team.run('drawCandidates', n, 256, [round, m, indices, starts, reverse, candidates, fresh, known], lots);
    for (let first = 0; first < n; first += STEP) {
      const lists = [n, m, scores, indices, candidates, fresh, known, rows, stride, facts, plane, changes];
      team.run('askCandidates', Math.min(STEP, n - first), 32, [orders, ...lists], met, first);
      yield { done: Math.min(trees + round, total), total };
    }
    let changed = 0;
    for (const count of arena.u8(changes, n)) changed += count;
    if (changed <= DELTA * n * m) break;
  }
  team.run('clearMarks', n, 4096, [m, indices]);
  const found = yield* rankedCandidates(team, space, { m, scores, indices }, k);
  return {
    k,
    indices: arena.i32(found.indices, n * k).slice(),
    distances: arena.f32(found.distances, n * k).slice(),
  };
}

/** Where the leaves of every tree begin, and n: a range longer than a leaf is halved. */
function leafBounds(n: number, leaf: number): number[] {
  const bounds: number[] = [];
  const split = (from: number, to: number) => {
    if (to - from <= leaf) {
      bounds.push(from);
      return;
    }
    const middle = (from + to) >> 1;
    split(from, middle);
    split(middle, to);
  };
  split(0, n);
  bounds.push(n);
  return bounds;
}
