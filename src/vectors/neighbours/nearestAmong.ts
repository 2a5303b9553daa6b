import type { Space } from '../distanceTiles.ts';
import type { Neighbours } from '../nearestLists.ts';
import { nearestTo } from '../nearestTo.ts';
import type { Steps } from '../steps.ts';
import type { Workshop } from './findNeighbours.ts';

/** Rows of a step of plain code: some 10 ms of work for a few thousand words. */
const PLAIN_STEP = 4;

/**
 * For each of the first `fresh` rows its k nearest among the rows behind them, k ≤ their number, which count from 0: nearest first, equal
 * distances by lower index, bits as in `knn`.
 */
export function* nearestAmong(
  workshop: Workshop | null,
  { data, dim, metric }: Space,
  fresh: number,
  k: number,
): Steps<Neighbours> {
  const known = data.length / dim - fresh;
  const indices = new Int32Array(fresh * k);
  const distances = new Float32Array(fresh * k);
  if (!workshop) {
    const others = data.subarray(fresh * dim);
    for (let row = 0; row < fresh; row++) {
      const found = nearestTo(data.subarray(row * dim, (row + 1) * dim), others, dim, k, metric);
      indices.set(found.indices, row * k);
      distances.set(found.distances, row * k);
      if (row % PLAIN_STEP === 0) yield { done: row, total: fresh };
    }
    return { k, indices, distances };
  }
  const { team, space } = workshop;
  const { arena } = team;
  const mark = arena.mark();
  try {
    const [rows, others] = [arena.allocate(fresh * 4), arena.allocate(known * 4)];
    arena.i32(rows, fresh).set(Int32Array.from({ length: fresh }, (_, row) => row));
    arena.i32(others, known).set(Int32Array.from({ length: known }, (_, other) => fresh + other));
    const [found, far] = [arena.allocate(fresh * k * 4), arena.allocate(fresh * k * 4)];
    const scratch = team.allocateScratch(known * 4 + 64);
    const given = [space.data, dim, space.cosine, space.inverse];
    for (let first = 0; first < fresh; first += 4 * team.size) {
      const count = Math.min(4 * team.size, fresh - first);
      team.run('nearestOfSome', count, 1, [rows, others, known, k, ...given, found, far], scratch, first);
      yield { done: first + count, total: fresh };
    }
    indices.set(arena.i32(found, fresh * k).map((row) => row - fresh));
    distances.set(arena.f32(far, fresh * k));
    return { k, indices, distances };
  } finally {
    arena.release(mark);
  }
}
