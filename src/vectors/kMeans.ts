import type { Random } from './random.ts';

export interface KMeansOptions {
  /** Clusters, 1 … n. */
  readonly k: number;
  readonly random: Random;
  /** No cluster is left smaller, k × minSize ≤ n; 1 where not given. */
  readonly minSize?: number;
  /**
   * How dear uneven clusters are: the variance (the mean squared length of the points) times this times
   * Σ size · ln size is added to the cost. 0, where not given, is plain k-means.
   */
  readonly evenness?: number;
  /** Starts, of which the best is kept; 30 where not given. */
  readonly starts?: number;
}

export interface KMeans {
  /** n cluster numbers, 0 … k − 1. */
  readonly labels: Int32Array<ArrayBuffer>;
  /** The part of the points' scatter that lies between the clusters' means, 0 … 1; 0 where there is none. */
  readonly between: number;
}

/** A partition on its way: what a move needs, kept up to date. */
interface State {
  readonly labels: Int32Array<ArrayBuffer>;
  readonly sizes: Float64Array;
  /** n × k: the sum of a point's products with the members of a cluster. */
  readonly sums: Float64Array;
  /** Of each cluster, the sum of the products of all its pairs. */
  readonly squares: Float64Array;
}

const MAX_PASSES = 100;

/**
 * k-means on inner products: `gram` is n × n, of points whose mean is 0. Starts are k-means++ (Arthur &
 * Vassilvitskii 2007), each improved by moving one point at a time to the cluster where the cost falls most
 * (Hartigan's rule, which ends in fewer and better places than Lloyd's). Deterministic for a generator's seed.
 */
export function kMeans(gram: Float64Array, n: number, options: KMeansOptions): KMeans {
  const { k, random, minSize = 1, evenness = 0, starts = 30 } = options;
  let scatter = 0;
  for (let i = 0; i < n; i++) scatter += gram[i * n + i];
  const price = (evenness * scatter) / n;
  let best: State | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let start = 0; start < (k === 1 ? 1 : starts); start++) {
    const state = stateOf(gram, n, k, seedLabels(gram, n, k, random));
    fillSmall(gram, n, k, state, minSize, price);
    improve(gram, n, k, state, minSize, price);
    const cost = price * state.sizes.reduce((sum, size) => sum + weigh(size), 0) - betweenOf(state);
    // a cost that is lower by rounding alone would let the last bit choose
    if (best === null || cost < least - 1e-9 * scatter) {
      best = state;
      least = cost;
    }
  }
  if (best === null) return { labels: new Int32Array(n), between: 0 };
  return { labels: best.labels, between: scatter > 0 ? betweenOf(best) / scatter : 0 };
}

function weigh(size: number): number {
  return size > 0 ? size * Math.log(size) : 0;
}

function betweenOf({ sizes, squares }: State): number {
  return squares.reduce((sum, square, c) => sum + (sizes[c] > 0 ? square / sizes[c] : 0), 0);
}

function distanceBetween(gram: Float64Array, n: number, a: number, b: number): number {
  return Math.max(0, gram[a * n + a] + gram[b * n + b] - 2 * gram[a * n + b]);
}

/** The nearest of k points, chosen one after the other with a chance that grows with the squared distance. */
function seedLabels(gram: Float64Array, n: number, k: number, random: Random): Int32Array<ArrayBuffer> {
  const labels = new Int32Array(n);
  let seed = Math.min(n - 1, Math.floor(random() * n));
  const nearest = Float64Array.from({ length: n }, (_, i) => distanceBetween(gram, n, i, seed));
  for (let c = 1; c < k; c++) {
    let left = random() * nearest.reduce((sum, value) => sum + value, 0);
    seed = nearest.findIndex((value) => {
      left -= value;
      return value > 0 && left <= 0;
    });
    // all points lie on seeds already, or rounding has used up the chances
    if (seed < 0) seed = nearest.indexOf(Math.max(...nearest));
    for (let i = 0; i < n; i++) {
      const distance = distanceBetween(gram, n, i, seed);
      if (distance < nearest[i]) {
        nearest[i] = distance;
        labels[i] = c;
      }
    }
  }
  return labels;
}

function stateOf(gram: Float64Array, n: number, k: number, labels: Int32Array<ArrayBuffer>): State {
  const sizes = new Float64Array(k);
  const sums = new Float64Array(n * k);
  const squares = new Float64Array(k);
  for (let i = 0; i < n; i++) {
    sizes[labels[i]]++;
    for (let j = 0; j < n; j++) sums[i * k + labels[j]] += gram[i * n + j];
  }
  for (let i = 0; i < n; i++) squares[labels[i]] += sums[i * k + labels[i]];
  return { labels, sizes, sums, squares };
}

/** By how much the cost falls when point `i` goes to cluster `to`. */
function gainOf(
  gram: Float64Array,
  n: number,
  k: number,
  state: State,
  i: number,
  to: number,
  price: number,
) {
  const { labels, sizes, sums, squares } = state;
  const from = labels[i];
  const own = gram[i * n + i];
  const [left, joined] = [sizes[from] - 1, sizes[to] + 1];
  const lost =
    (left > 0 ? (squares[from] - 2 * sums[i * k + from] + own) / left : 0) - squares[from] / sizes[from];
  const won =
    (squares[to] + 2 * sums[i * k + to] + own) / joined - (sizes[to] > 0 ? squares[to] / sizes[to] : 0);
  const evener = weigh(sizes[from]) - weigh(left) + weigh(sizes[to]) - weigh(joined);
  return lost + won + price * evener;
}

function move(gram: Float64Array, n: number, k: number, state: State, i: number, to: number): void {
  const { labels, sizes, sums, squares } = state;
  const from = labels[i];
  squares[from] += gram[i * n + i] - 2 * sums[i * k + from];
  squares[to] += gram[i * n + i] + 2 * sums[i * k + to];
  for (let j = 0; j < n; j++) {
    sums[j * k + from] -= gram[i * n + j];
    sums[j * k + to] += gram[i * n + j];
  }
  sizes[from]--;
  sizes[to]++;
  labels[i] = to;
}

/** Gives each cluster below the least size the points that cost least to move. */
function fillSmall(gram: Float64Array, n: number, k: number, state: State, minSize: number, price: number) {
  for (let c = 0; c < k; c++) {
    while (state.sizes[c] < minSize) {
      let chosen = -1;
      let most = Number.NEGATIVE_INFINITY;
      for (let i = 0; i < n; i++) {
        if (state.labels[i] === c || state.sizes[state.labels[i]] <= minSize) continue;
        const gain = gainOf(gram, n, k, state, i, c, price);
        if (gain > most) {
          most = gain;
          chosen = i;
        }
      }
      if (chosen < 0) return;
      move(gram, n, k, state, chosen, c);
    }
  }
}

function improve(gram: Float64Array, n: number, k: number, state: State, minSize: number, price: number) {
  const worthwhile = 1e-12 * n;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    let moved = false;
    for (let i = 0; i < n; i++) {
      if (state.sizes[state.labels[i]] <= minSize) continue;
      let to = -1;
      let most = worthwhile;
      for (let c = 0; c < k; c++) {
        if (c === state.labels[i]) continue;
        const gain = gainOf(gram, n, k, state, i, c, price);
        if (gain > most) {
          most = gain;
          to = c;
        }
      }
      if (to < 0) continue;
      move(gram, n, k, state, i, to);
      moved = true;
    }
    if (!moved) return;
  }
}
