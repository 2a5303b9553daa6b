import type { Metric } from '../contract/options.ts';
import { knnSteps } from '../vectors/knn.ts';
import { type Neighbours, rowsOf } from '../vectors/nearestLists.ts';
import type { FoundNeighbours, Workshop } from '../vectors/neighbours/findNeighbours.ts';
import { mapNeighbours } from '../vectors/neighbours/mapNeighbours.ts';
import { sampleRows, seededRandom } from '../vectors/random.ts';
import type { Progress, Steps } from '../vectors/steps.ts';
import { keptShares } from './keptShares.ts';
import { apart, mapRanks, ranksIn, sideBySide } from './qualityRanks.ts';

/** How far a map can be trusted. */
export interface Quality {
  /** Neighbours looked at: min(15, ⌊(n − 1) / 2⌋); 0 for fewer than 3 points. */
  readonly k: number;
  /** 1: no stranger was moved into a neighbourhood. Null where k = 0. */
  readonly trustworthiness: number | null;
  /** 1: no neighbour was torn away. Null where k = 0. */
  readonly continuity: number | null;
}

export interface MeasuredQuality {
  readonly quality: Quality;
  /** For each point the share of its k map neighbours that are as near as its k neighbours in the space, 0 … 1. */
  readonly preservation: Float32Array<ArrayBuffer>;
  /** The share of the k true neighbours that were found, 0 … 1, where neighbours are not exact; else null. */
  readonly recall: number | null;
}

export interface QualityInput {
  readonly data: Float32Array;
  readonly dim: number;
  /** The metric of the original space; the map is always measured in straight lines. */
  readonly metric: Metric;
  /** n × dims. */
  readonly coordinates: Float32Array;
  readonly dims: number;
  /** Neighbours in the original space, at least `qualityNeighbours(n)` a point. */
  readonly neighbours: Neighbours & Partial<Pick<FoundNeighbours, 'exact'>>;
  /** Chooses the rows that stand for all where there are too many points. */
  readonly seed: number;
}

/** Above so many points, so many seeded rows stand for all: their ranks are still counted among all points. */
export interface Sampling {
  readonly above: number;
  readonly rows: number;
}
const SAMPLING: Sampling = { above: 20_000, rows: 2_000 };

/** The k of trustworthiness and continuity, which scikit-learn defines below n / 2 only. */
export function qualityNeighbours(n: number): number {
  return Math.max(0, Math.min(15, Math.floor((n - 1) / 2)));
}

/**
 * Trustworthiness (Venna & Kaski 2001) as sklearn.manifold.trustworthiness defines it, and continuity: the
 * same with map and space exchanged. Equal distances (as float32) rank by index. Above 20,000 points, the
 * same mean over 2,000 seeded rows. Neighbours that are not exact are compared with the true ones on the same rows.
 */
export function* qualitySteps(
  input: QualityInput,
  workshop: Workshop | null = null,
  sampling: Sampling = SAMPLING,
): Steps<MeasuredQuality> {
  const { data, dim, metric, coordinates, dims } = input;
  const n = data.length / dim;
  const k = qualityNeighbours(n);
  if (k === 0) {
    const preservation = new Float32Array(n).fill(1);
    return { quality: { k, trustworthiness: null, continuity: null }, preservation, recall: null };
  }
  const rows = n > sampling.above ? sampleRows(n, sampling.rows, seededRandom(input.seed)) : null;
  const team = workshop?.team ?? null;
  const plain = knnSteps(coordinates, dims, k, 'euclidean');
  const map = yield* part(0, 0.2, team ? mapNeighbours(team, coordinates, dims, k) : plain);
  const near = firstOf(input.neighbours, n, k);
  const strangers = without(map.indices, near, k, rows);
  const lost = without(near, map.indices, k, rows);
  const space = { data, dim, metric };
  // where neighbours were found by descent, their ranks say which are true ones: asked in the same pass
  const approximate = input.neighbours.exact === false;
  const found = approximate ? rowsOf(near, k, rows) : null;
  const asked = found ? sideBySide(strangers, found, k) : strangers;
  const wide = found ? 2 * k : k;
  const spaceTargets = yield* part(0.2, 0.9, ranksIn(space, workshop, rows, asked, wide));
  const [strangerRanks, foundRanks] = found ? apart(spaceTargets, k) : [spaceTargets, null];
  const mapSpace = { data: coordinates, dim: dims, metric: 'euclidean' as const };
  const lostRanks = yield* part(0.9, 1, mapRanks(mapSpace, team, rows, lost, k));
  return {
    quality: {
      k,
      trustworthiness: score(strangerRanks, n, k),
      continuity: score(lostRanks, n, k),
    },
    preservation: keptShares(space, workshop, input.neighbours, map.indices, k),
    recall: foundRanks && foundRanks.filter((rank) => rank <= k).length / foundRanks.length,
  };
}

/** Progress of a part as a share of the whole, in thousandths. */
function* part<T>(from: number, to: number, steps: Steps<T>): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const { done, total }: Progress = step.value;
    yield { done: Math.round(1000 * (from + ((to - from) * done) / total)), total: 1000 };
  }
}

/** The first k neighbours of each point, n × k. */
function firstOf(neighbours: Neighbours, n: number, k: number): Int32Array {
  if (neighbours.k < k) throw new RangeError(`quality needs ${k} neighbours, not ${neighbours.k}`);
  if (neighbours.k === k) return neighbours.indices;
  const first = new Int32Array(n * k);
  for (let i = 0; i < n; i++) {
    first.set(neighbours.indices.subarray(i * neighbours.k, i * neighbours.k + k), i * k);
  }
  return first;
}

/** For each row its k entries of `list` that `others` lacks, −1 for those it has: their ranks are ≤ k. */
function without(list: Int32Array, others: Int32Array, k: number, rows: Int32Array | null) {
  const count = rows ? rows.length : list.length / k;
  const result = new Int32Array(count * k);
  for (let r = 0; r < count; r++) {
    const row = rows ? rows[r] : r;
    const known = others.subarray(row * k, (row + 1) * k);
    for (let t = 0; t < k; t++) {
      const target = list[row * k + t];
      result[r * k + t] = known.includes(target) ? -1 : target;
    }
  }
  return result;
}

function score(ranks: Int32Array, n: number, k: number): number {
  let penalty = 0;
  for (const rank of ranks) if (rank > k) penalty += rank - k;
  const rows = ranks.length / k;
  return 1 - penalty * (2 / (rows * k * (2 * n - 3 * k - 1)));
}
