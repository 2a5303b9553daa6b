import { kMeans } from './kMeans.ts';
import type { Random } from './random.ts';
import { finish } from './steps.ts';
import { largestEigenpairs } from './symmetricEigen.ts';

export interface NeighbourCutOptions {
  /** Clusters, 1 … n. */
  readonly k: number;
  /** How many others each point names as its nearest, 1 or more; all of them where there are no more. */
  readonly neighbours: number;
  readonly random: Random;
}

/**
 * Cuts the graph of nearest neighbours into k parts: the normalised cut (Shi & Malik 2000) as Ng, Jordan & Weiss
 * 2002 approach it, k-means on the leading k eigenvectors with every point's row at length 1. `gram` holds the inner
 * products of n points, n × n. Two that name each other are joined by 1, by ½ where only one names the other; of
 * equally near ones the first is named. Only ranks of distances count, so dense and loose clouds are worth the same.
 * Returns n cluster numbers, 0 … k − 1. Deterministic for a generator's seed.
 */
export function neighbourCut(
  gram: Float64Array,
  n: number,
  { k, neighbours, random }: NeighbourCutOptions,
): Int32Array<ArrayBuffer> {
  if (k === 1) return new Int32Array(n);
  const graph = neighbourGraph(gram, n, neighbours);
  const { vectors } = finish(largestEigenpairs(normalised(graph, n), n, k));
  return kMeans(embeddedGram(vectors, n, k), n, { k, random }).labels;
}

/** n × n: 0, ½ or 1, the diagonal 0. */
function neighbourGraph(gram: Float64Array, n: number, neighbours: number): Float64Array {
  const graph = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    // squared distances, but for the point's own square, which is the same for all
    const far = Float64Array.from({ length: n }, (_, j) => gram[j * n + j] - 2 * gram[i * n + j]);
    const others = Array.from(far, (_, j) => j).filter((j) => j !== i);
    for (const j of others.sort((a, b) => far[a] - far[b]).slice(0, neighbours)) {
      graph[i * n + j] += 0.5;
      graph[j * n + i] += 0.5;
    }
  }
  return graph;
}

/** Each weight divided by the root of both its points' degrees, and 1 on the diagonal. */
function normalised(graph: Float64Array, n: number): Float64Array {
  const roots = Float64Array.from({ length: n }, (_, i) =>
    Math.sqrt(graph.subarray(i * n, (i + 1) * n).reduce((sum, weight) => sum + weight, 0)),
  );
  const scaled = graph.map((weight, at) => weight / (roots[Math.floor(at / n)] * roots[at % n]));
  // lifts the eigenvalues from −1 … 1 to 0 … 2, as the iteration asks, and leaves the vectors
  for (let i = 0; i < n; i++) scaled[i * n + i] += 1;
  return scaled;
}

/** Inner products, seen from their mean, of the points' rows in the eigenvectors, brought to length 1. */
function embeddedGram(vectors: Float64Array, n: number, k: number): Float64Array {
  const rows = Float64Array.from({ length: n * k }, (_, at) => vectors[(at % k) * n + Math.floor(at / k)]);
  for (let i = 0; i < n; i++) {
    const row = rows.subarray(i * k, (i + 1) * k);
    const length = Math.hypot(...row);
    if (length > 0) for (let c = 0; c < k; c++) row[c] /= length;
  }
  for (let c = 0; c < k; c++) {
    let mean = 0;
    for (let at = c; at < n * k; at += k) mean += rows[at] / n;
    for (let at = c; at < n * k; at += k) rows[at] -= mean;
  }
  const gram = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      for (let c = 0; c < k; c++) gram[a * n + b] += rows[a * k + c] * rows[b * k + c];
    }
  }
  return gram;
}
