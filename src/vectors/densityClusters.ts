import { densityModes } from './densityModes.ts';
import { knnSteps } from './knn.ts';
import { lloydSteps } from './lloyd.ts';
import type { Neighbours } from './nearestLists.ts';
import { type NumberedClusters, numberedBySize } from './numberedBySize.ts';
import type { Steps } from './steps.ts';

// The numbers below were chosen on subsets of the bundled groups, docs/decisions/clusters.md says how.
/** Density is read from this part of √n neighbours … */
const NEIGHBOURS_OF_ROOT = 0.7;
/** … but never more than this: a group of words has 40 to 70. */
const MOST_NEIGHBOURS = 20;
const FEWEST_NEIGHBOURS = 3;
/** Of these neighbours the nearer part are the ways from word to word. */
const WAYS = 0.5;
/**
 * A valley's words lie this much, over √neighbours, farther apart than the peak's: 2.7 % with 20 neighbours. The least
 * at which none of 48 clouds of 300 to 1,500 random vectors of 50 and 150 dimensions came apart.
 */
const DROP = 0.12;
/** Fewer words than this are no cluster. */
const LEAST_SIZE = 3;

/**
 * Finds clusters and their number in n rows of length 1 (row-major n × dim, directionsFromMean): the peaks of density
 * that deep enough valleys part (densityModes), then Lloyd's passes from the means of what climbs to them, since a
 * word on a slope between two peaks belongs rather to the nearer middle. A row is left alone (−1) that points away
 * from every centre, or nowhere (zeros), unless all is one cluster. Clusters are numbered by size. Fewer than six
 * rows are one cluster, and so is a cloud without structure, such as random vectors.
 */
export function* densityClusterSteps(data: Float32Array, dim: number): Steps<NumberedClusters> {
  const n = data.length / dim;
  const one = { labels: new Int32Array(n), k: Math.min(1, n) };
  if (n < 2 * LEAST_SIZE) return one;
  const wanted = Math.round(Math.min(MOST_NEIGHBOURS, NEIGHBOURS_OF_ROOT * Math.sqrt(n), n / 3));
  const near = yield* knnSteps(data, dim, Math.max(FEWEST_NEIGHBOURS, wanted), 'euclidean');
  const ways = Math.max(FEWEST_NEIGHBOURS, Math.round(WAYS * near.k));
  const peaks = densityModes(near, ways, spreads(near, n), 1 + DROP / Math.sqrt(near.k));
  const centres = centresOf(data, dim, peaks);
  if (centres.length <= dim) return one;
  let { labels, centres: middles } = yield* lloydSteps(data, dim, centres);
  for (let kept = large(labels); kept.length * dim < middles.length; kept = large(labels)) {
    if (kept.length < 2) return one;
    const fewer = new Float64Array(kept.length * dim);
    kept.forEach((cluster, place) => {
      fewer.set(middles.subarray(cluster * dim, (cluster + 1) * dim), place * dim);
    });
    ({ labels, centres: middles } = yield* lloydSteps(data, dim, fewer));
  }
  return numberedBySize(withoutStrays(data, dim, labels, middles));
}

/** Of each row the root mean square of the distances to its neighbours. */
function spreads({ distances, k }: Neighbours, n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, row) => {
    let squares = 0;
    for (let at = row * k; at < (row + 1) * k; at++) squares += distances[at] ** 2;
    return Math.sqrt(squares / k);
  });
}

/** The means of the rows of each peak that has enough of them. */
function centresOf(data: Float32Array, dim: number, peaks: Int32Array): Float64Array {
  const kept = large(peaks);
  const centres = new Float64Array(kept.length * dim);
  const places = new Map(kept.map((peak, place) => [peak, place]));
  const sizes = new Float64Array(kept.length);
  peaks.forEach((peak, row) => {
    const place = places.get(peak);
    if (place === undefined) return;
    sizes[place]++;
    for (let d = 0; d < dim; d++) centres[place * dim + d] += data[row * dim + d];
  });
  return centres.map((value, at) => value / sizes[Math.floor(at / dim)]);
}

/** The labels that enough rows have, ascending. */
function large(labels: Int32Array): number[] {
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const kept = [...sizes].filter(([, size]) => size >= LEAST_SIZE).map(([label]) => label);
  return kept.sort((a, b) => a - b);
}

function withoutStrays(
  data: Float32Array,
  dim: number,
  labels: Int32Array,
  centres: Float64Array,
): Int32Array {
  return labels.map((label, row) => {
    let product = 0;
    for (let d = 0; d < dim; d++) product += data[row * dim + d] * centres[label * dim + d];
    return product > 0 ? label : -1;
  });
}
