import type { Team } from '../kernels/team.ts';
import type { Steps } from '../steps.ts';
import type { KernelSpace } from './kernelSpace.ts';

/** For each of n rows its m best candidates: pointers to float32 scores and int32 indices. */
interface Candidates {
  readonly m: number;
  readonly scores: number;
  readonly indices: number;
}

interface Ranked {
  /** Pointers: n × k int32 and float32. */
  readonly indices: number;
  readonly distances: number;
  /** Rows where somebody outside the candidates may be as near. */
  readonly unsure: readonly number[];
}

/** Rows of a step: some 20 ms of work at 30 candidates of 784 numbers. */
const STEP = 2048;

/** The k nearest of each row's candidates by exact distance, equal ones by index. */
export function* rankedCandidates(
  team: Team,
  space: KernelSpace,
  { m, scores, indices }: Candidates,
  k: number,
): Steps<Ranked> {
  const { arena } = team;
  const { n, data, dim, cosine, inverse, facts, plane } = space;
  const outIndices = arena.allocate(n * k * 4);
  const outDistances = arena.allocate(n * k * 4);
  const doubts = arena.allocate(n);
  const scratch = team.allocateScratch(m * 8 + 64);
  for (let first = 0; first < n; first += STEP) {
    const count = Math.min(STEP, n - first);
    const lists = [n, m, k, scores, indices, data, dim, cosine, inverse, facts + 2 * plane];
    team.run('rankCandidates', count, 32, [...lists, outIndices, outDistances, doubts], scratch, first);
    yield { done: n, total: n };
  }
  const unsure: number[] = [];
  arena.u8(doubts, n).forEach((doubt, row) => {
    if (doubt) unsure.push(row);
  });
  return { indices: outIndices, distances: outDistances, unsure };
}
