import type { Space } from '../distanceTiles.ts';
import type { Team } from '../kernels/team.ts';
import { knnSteps } from '../knn.ts';
import type { Neighbours } from '../nearestLists.ts';
import type { Steps } from '../steps.ts';
import { descentNeighbours } from './descentNeighbours.ts';
import { exactNeighbours } from './exactNeighbours.ts';
import { foundShare } from './foundShare.ts';
import type { KernelSpace } from './kernelSpace.ts';
import { twinNeighbours } from './twinNeighbours.ts';

/** Above so many vectors neighbours are searched by descent: exact search of 20,000 × 384 takes some 1.5 s on two cores, descent 0.6 s. */
const MOST_EXACT = 20_000;
/** Where descent finds a smaller share of the true neighbours (noise, where all are nearly as near), exact search follows … */
const LEAST_SHARE = 0.98;
/** … if it multiplies at most so often: some 20 s on two threads, 120,000 vectors of 100 numbers or 50,000 of 768. */
const MOST_PRODUCTS = 1e12;

export interface FoundNeighbours extends Neighbours {
  /** Whether they are the true ones; else nearly all are. */
  readonly exact: boolean;
}

/** The loaded space of a team that works on it. */
export interface Workshop {
  readonly team: Team;
  readonly space: KernelSpace;
}

/**
 * The k nearest neighbours of n validated vectors, the vector itself excluded, k cut to n − 1, with exact distances: the true
 * ones up to 20,000 vectors; by nearest-neighbour descent beyond, and where that finds less than .98 of them on some rows, the
 * true ones again if they can be had in some 20 s. Without a workshop (no WebAssembly SIMD) always the true ones,
 * slowly. Deterministic by seed, whatever the number of threads.
 */
export function* findNeighbours(
  workshop: Workshop | null,
  { data, dim, metric }: Space,
  k: number,
  seed: number,
): Steps<FoundNeighbours> {
  const n = data.length / dim;
  const most = Math.min(k, n - 1);
  if (workshop && most > 0) {
    const { team, space } = workshop;
    const mark = team.arena.mark();
    try {
      let nearly: FoundNeighbours | null = null;
      if (n > MOST_EXACT) {
        nearly = { ...(yield* descentNeighbours(team, space, most, seed)), exact: false };
        team.arena.release(mark);
        const share = yield* foundShare(team, space, nearly, seed);
        if (share >= LEAST_SHARE || ((n * n) / 2) * space.stride > MOST_PRODUCTS) return nearly;
      }
      const found = yield* exactNeighbours(team, space, most);
      if (found) return { ...found, exact: true };
      if (nearly) return nearly;
      team.arena.release(mark);
      const ofKinds = yield* twinNeighbours(team, { data, dim, metric }, most);
      if (ofKinds) return { ...ofKinds, exact: true };
    } finally {
      team.arena.release(mark);
    }
  }
  const { indices, distances, k: kept } = yield* knnSteps(data, dim, k, metric);
  return { k: kept, indices, distances, exact: true };
}
