import { seededRandom } from '../vectors/random.ts';
import type { Steps } from '../vectors/steps.ts';
import { bootstrapSteps, type Interval } from './bootstrap.ts';

/**
 * Who a point's k nearest neighbours are, each with its share of the k. Where more points stand at the same distance
 * than there is room for, they share the room: no order of the points decides.
 */
export interface NeighbourShares {
  /** n + 1 places: those of point i are `from[i]` … `from[i + 1]` − 1. */
  readonly from: Int32Array<ArrayBuffer>;
  readonly indices: Int32Array<ArrayBuffer>;
  /** The shares of a point's neighbours sum to 1. */
  readonly shares: Float64Array<ArrayBuffer>;
}

/** How far neighbours share a label, and how far they would if the labels were dealt out anew. */
export interface Agreement extends Interval {
  readonly chance: number;
}

interface AgreementOptions {
  /** A uint32, for the shuffles and the bootstrap. */
  readonly seed: number;
  /** How many times the labels are shuffled. */
  readonly shuffles?: number;
  readonly resamples?: number;
}

/**
 * The k nearest neighbours of each of n rows (n × dim, row-major, finite) by cosine in double precision, the row itself
 * excluded; a zero row has cosine 0 with all. `k` is cut to n − 1. Without ties as scikit-learn's NearestNeighbors, brute
 * force. Yields after each row.
 */
export function* neighbourSharesSteps(data: Float32Array, dim: number, k: number): Steps<NeighbourShares> {
  const n = data.length / dim;
  const room = Math.min(k, n - 1);
  if (room < 1) throw new RangeError('a point needs another one');
  const cosines = new Float64Array(n * n);
  const lengths = Float64Array.from({ length: n }, (_, row) => Math.sqrt(dot(data, dim, row, row)));
  const from = new Int32Array(n + 1);
  const indices: number[] = [];
  const shares: number[] = [];
  for (let row = 0; row < n; row++) {
    for (let other = row + 1; other < n; other++) {
      const cosine = dot(data, dim, row, other) / (lengths[row] * lengths[other] || 1);
      cosines[row * n + other] = cosine;
      cosines[other * n + row] = cosine;
    }
    const near = (other: number) => cosines[row * n + other];
    const ranked = [...lengths.keys()].filter((other) => other !== row).sort((a, b) => near(b) - near(a));
    const last = near(ranked[room - 1]);
    const sure = ranked.filter((other) => near(other) > last);
    const tied = ranked.filter((other) => near(other) === last);
    for (const other of sure) {
      indices.push(other);
      shares.push(1 / room);
    }
    for (const other of tied) {
      indices.push(other);
      shares.push((room - sure.length) / tied.length / room);
    }
    from[row + 1] = indices.length;
    yield { done: row + 1, total: n };
  }
  return { from, indices: Int32Array.from(indices), shares: Float64Array.from(shares) };
}

function dot(data: Float32Array, dim: number, a: number, b: number): number {
  let sum = 0;
  for (let d = 0; d < dim; d++) sum += data[a * dim + d] * data[b * dim + d];
  return sum;
}

/** Of each point the share of its neighbours that have its label, 0 … 1. */
export function pointAgreements(
  { from, indices, shares }: NeighbourShares,
  labels: readonly string[],
): Float64Array<ArrayBuffer> {
  return agreementsOf({ from, indices, shares }, numbered(labels));
}

/**
 * The mean of `pointAgreements` with the 95 % interval of a percentile bootstrap over the points (their neighbours stay),
 * and its mean over shuffles of the labels (Fisher–Yates). Throws a RangeError where labels and points differ in number.
 * Yields after each shuffle and draw.
 */
export function* agreementSteps(
  neighbours: NeighbourShares,
  labels: readonly string[],
  { seed, shuffles = 200, resamples = 1000 }: AgreementOptions,
): Steps<Agreement> {
  const n = neighbours.from.length - 1;
  if (labels.length !== n) throw new RangeError(`${labels.length} labels of ${n} points`);
  const total = shuffles + resamples;
  const random = seededRandom(seed);
  const drawn = numbered(labels);
  let chance = 0;
  for (let done = 0; done < shuffles; done++) {
    for (let last = n - 1; last > 0; last--) {
      const at = Math.floor(random() * (last + 1));
      [drawn[last], drawn[at]] = [drawn[at], drawn[last]];
    }
    chance += meanOf(agreementsOf(neighbours, drawn)) / shuffles;
    yield { done: done + 1, total };
  }
  const interval = yield* bootstrapSteps(pointAgreements(neighbours, labels), 'mean', { seed, resamples });
  if (!interval) throw new RangeError('no points');
  return { ...interval, chance };
}

/** Labels as numbers, in the order in which they first come. */
function numbered(labels: readonly string[]): Int32Array<ArrayBuffer> {
  const known = new Map<string, number>();
  return Int32Array.from(labels, (label) => {
    const number = known.get(label) ?? known.size;
    known.set(label, number);
    return number;
  });
}

function agreementsOf(
  { from, indices, shares }: NeighbourShares,
  labels: Int32Array,
): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: from.length - 1 }, (_, point) => {
    let same = 0;
    for (let at = from[point]; at < from[point + 1]; at++) {
      if (labels[indices[at]] === labels[point]) same += shares[at];
    }
    return same;
  });
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
