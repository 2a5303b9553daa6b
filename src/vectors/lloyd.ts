import type { Random } from './random.ts';
import type { Steps } from './steps.ts';

/** Rows shared out among centres. */
export interface Lloyd {
  /** n cluster numbers, 0 … k − 1; of equally near centres the first. */
  readonly labels: Int32Array<ArrayBuffer>;
  /** k × dim, row-major: what the rows are nearest to, the clusters' means but for the last pass. */
  readonly centres: Float64Array<ArrayBuffer>;
  /** The sum of squared distances of the rows to their centres. */
  readonly inertia: number;
}

/** Passes after which a run ends as it is; words settle after 10 to 60. scikit-learn's max_iter. */
const MOST_PASSES = 300;
/** A pass that lowers the inertia by a smaller part than this is the last: the tail would take most of the time. */
const SETTLED = 1e-4;
/** So many passes show which of the starts of k-means is worth going on with. */
const TRIAL_PASSES = 8;
/** Multiplications between two steps: about 2 ms. */
const STEP_WORK = 2_000_000;

/**
 * Lloyd's k-means of n rows (row-major n × dim) from given centres (k × dim, kept as they are): each row to its
 * nearest centre, each centre to the mean of its rows, until no row moves or little is gained. A centre without rows
 * goes to the row that lies farthest from its own, as scikit-learn has it; a cluster stays empty only where fewer
 * than k rows differ.
 */
export function* lloydSteps(
  data: Float32Array,
  dim: number,
  from: Float64Array,
  passes = MOST_PASSES,
): Steps<Lloyd> {
  const n = data.length / dim;
  const k = from.length / dim;
  const centres = Float64Array.from(from);
  const places: Places = {
    labels: new Int32Array(n).fill(-1),
    distances: new Float64Array(n),
    others: new Float64Array(n),
  };
  const rowsAStep = Math.max(1, Math.floor(STEP_WORK / (k * dim)));
  let inertia = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < passes; pass++) {
    let moved = 0;
    for (let first = 0; first < n; first += rowsAStep) {
      moved += assign(data, dim, centres, places, first, Math.min(n, first + rowsAStep));
      yield { done: pass, total: passes };
    }
    const before = inertia;
    inertia = sum(places.distances);
    if (moved === 0 || (pass > 0 && before - inertia <= SETTLED * before)) break;
    moveCentres(data, dim, centres, places);
  }
  return { labels: places.labels, centres, inertia };
}

/** What a run keeps of its n rows from pass to pass. */
interface Places {
  readonly labels: Int32Array<ArrayBuffer>;
  /** Squared, to the own centre. */
  readonly distances: Float64Array;
  /** No other centre is nearer than this: most rows need not look at them (Hamerly 2010). */
  readonly others: Float64Array;
}

/** Brings rows `first` … `end` − 1 to their nearest centres; says how many changed theirs. */
function assign(
  data: Float32Array,
  dim: number,
  centres: Float64Array,
  { labels, distances, others }: Places,
  first: number,
  end: number,
): number {
  const k = centres.length / dim;
  const halves = Float64Array.from({ length: k }, (_, c) => dot(centres, c * dim, centres, c * dim, dim) / 2);
  const own = new Float64Array(dim);
  let moved = 0;
  for (let row = first; row < end; row++) {
    for (let d = 0; d < dim; d++) own[d] = data[row * dim + d];
    const square = dot(own, 0, own, 0, dim);
    const known = labels[row];
    if (known >= 0) {
      distances[row] = Math.max(0, square - 2 * (dot(own, 0, centres, known * dim, dim) - halves[known]));
      if (Math.sqrt(distances[row]) < others[row] - 1e-6) continue;
    }
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    let second = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < k; c++) {
      // |x − c|² = |x|² − 2 (x · c − |c|² / 2): the nearest centre is that of the greatest bracket
      const product = dot(own, 0, centres, c * dim, dim) - halves[c];
      if (product > most) {
        second = most;
        most = product;
        best = c;
      } else if (product > second) second = product;
    }
    distances[row] = Math.max(0, square - 2 * most);
    others[row] = Math.sqrt(Math.max(0, square - 2 * second));
    if (known === best) continue;
    labels[row] = best;
    moved++;
  }
  return moved;
}

/** A dot product in four sums side by side: one alone waits for each addition, and takes three times as long. */
function dot(a: Float64Array, fromA: number, b: Float64Array, fromB: number, dim: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let d = 0;
  for (; d + 3 < dim; d += 4) {
    s0 += a[fromA + d] * b[fromB + d];
    s1 += a[fromA + d + 1] * b[fromB + d + 1];
    s2 += a[fromA + d + 2] * b[fromB + d + 2];
    s3 += a[fromA + d + 3] * b[fromB + d + 3];
  }
  for (; d < dim; d++) s0 += a[fromA + d] * b[fromB + d];
  return s0 + s1 + (s2 + s3);
}

function sum(values: Float64Array): number {
  let all = 0;
  for (let at = 0; at < values.length; at++) all += values[at];
  return all;
}

function moveCentres(data: Float32Array, dim: number, centres: Float64Array, places: Places): void {
  const { labels, others } = places;
  const sizes = new Float64Array(centres.length / dim);
  for (const label of labels) sizes[label]++;
  for (let c = 0; c < sizes.length; c++) if (sizes[c] === 0) fill(c, sizes, places);
  const before = centres.slice();
  centres.fill(0);
  for (let row = 0, at = 0; row < labels.length; row++) {
    for (let to = labels[row] * dim, end = to + dim; to < end; to++, at++) centres[to] += data[at];
  }
  let farthest = 0;
  for (let c = 0; c < sizes.length; c++) {
    let way = 0;
    for (let at = c * dim; at < (c + 1) * dim; at++) {
      centres[at] /= Math.max(1, sizes[c]);
      way += (centres[at] - before[at]) ** 2;
    }
    farthest = Math.max(farthest, Math.sqrt(way));
  }
  for (let row = 0; row < others.length; row++) others[row] -= farthest;
}

/** Gives an empty cluster the row that is farthest from its centre, if any is away from it. */
function fill(empty: number, sizes: Float64Array, { labels, distances, others }: Places): void {
  let farthest = -1;
  distances.forEach((distance, row) => {
    const isFarther = distance > (farthest < 0 ? 1e-10 : distances[farthest]);
    if (isFarther && sizes[labels[row]] > 1) farthest = row;
  });
  if (farthest < 0) return;
  sizes[labels[farthest]]--;
  labels[farthest] = empty;
  sizes[empty] = 1;
  distances[farthest] = 0;
  // its bound spoke of every centre but the one it has left
  others[farthest] = 0;
}

export interface LloydOptions {
  /** Clusters, 1 … n. */
  readonly k: number;
  readonly random: Random;
  /** Runs of 8 passes from different seeds, of which the one with the least inertia goes on to its end; 4 where not given. */
  readonly starts?: number;
}

/**
 * k-means++ (Arthur & Vassilvitskii 2007; of 2 + ⌊ln k⌋ candidates for each seed the best, as scikit-learn) with
 * Lloyd's passes, of n rows of any number. On rows of length 1 (directionsFromMean) it follows the cosine. Some of the
 * k clusters are empty where fewer rows differ.
 *
 * kMeans.ts is for few rows and their n × n products, where moving one row at a time finds better places: at 10,000
 * rows these would take 800 MB, where this takes n × dim.
 */
export function* lloydKMeansSteps(
  data: Float32Array,
  dim: number,
  { k, random, starts = 4 }: LloydOptions,
): Steps<Lloyd> {
  const n = data.length / dim;
  if (n === 0) return { labels: new Int32Array(0), centres: new Float64Array(0), inertia: 0 };
  let best: Lloyd | null = null;
  const runs = k === 1 ? 1 : Math.max(1, starts);
  for (let start = 0; start < runs; start++) {
    const seeds = yield* seedSteps(data, dim, Math.min(k, n), random, { done: start, total: runs + 1 });
    const run = yield* telling(lloydSteps(data, dim, seeds, TRIAL_PASSES), start, runs + 1);
    // an inertia that is lower by rounding alone would let the last bit choose
    if (best === null || run.inertia < best.inertia * (1 - 1e-9)) best = run;
  }
  const from = best?.centres ?? new Float64Array(dim);
  return yield* telling(lloydSteps(data, dim, from), runs, runs + 1);
}

/** The same steps, as part `done` of `total`. */
function* telling<T>(steps: Steps<T>, done: number, total: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield { done, total };
  }
}

function* seedSteps(
  data: Float32Array,
  dim: number,
  k: number,
  random: Random,
  progress: { readonly done: number; readonly total: number },
): Steps<Float64Array<ArrayBuffer>> {
  const n = data.length / dim;
  const centres = new Float64Array(k * dim);
  const trials = 2 + Math.floor(Math.log(k));
  let row = Math.min(n - 1, Math.floor(random() * n));
  let nearest: Float64Array = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  nearest = withSeed(data, dim, nearest, row);
  centres.set(data.subarray(row * dim, (row + 1) * dim));
  for (let c = 1; c < k; c++) {
    const total = sum(nearest);
    let chosen = nearest;
    let least = Number.POSITIVE_INFINITY;
    for (let trial = 0; trial < trials; trial++) {
      const candidate = draw(nearest, random() * total);
      const after = withSeed(data, dim, nearest, candidate);
      const left = sum(after);
      if (left >= least) continue;
      least = left;
      chosen = after;
      row = candidate;
    }
    nearest = chosen;
    centres.set(data.subarray(row * dim, (row + 1) * dim), c * dim);
    yield progress;
  }
  return centres;
}

/** The squared distances to the nearest seed once `seed` is one. */
function withSeed(data: Float32Array, dim: number, nearest: Float64Array, seed: number): Float64Array {
  const from = seed * dim;
  const after = new Float64Array(nearest.length);
  for (let row = 0; row < after.length; row++) {
    let square = 0;
    for (let d = 0, at = row * dim; d < dim; d++, at++) {
      const apart = data[at] - data[from + d];
      square += apart * apart;
    }
    after[row] = Math.min(nearest[row], square);
  }
  return after;
}

/** The row at which the running sum of `weights` reaches `target`; the heaviest where rounding has used it up. */
function draw(weights: Float64Array, target: number): number {
  let left = target;
  let heaviest = 0;
  for (let row = 0; row < weights.length; row++) {
    left -= weights[row];
    if (weights[row] > 0 && left <= 0) return row;
    if (weights[row] > weights[heaviest]) heaviest = row;
  }
  return heaviest;
}
