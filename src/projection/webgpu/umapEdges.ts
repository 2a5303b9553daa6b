import type { FuzzyGraph } from '../fuzzyGraph.ts';

/**
 * The edges that an optimiser walks. Vertices are numbered anew, those with most to do first: threads that run in step
 * then have about as much to do, and none with much comes last.
 */
export interface UmapEdges {
  /** The graph's number of each vertex. */
  readonly order: Uint32Array<ArrayBuffer>;
  /** n + 1: vertex i's edges are offsets[i] … offsets[i + 1] − 1. */
  readonly offsets: Uint32Array<ArrayBuffer>;
  /** [other vertex, rate] of each edge. An edge acts `rate` / 2^`shift` times an epoch. */
  readonly edges: Uint32Array<ArrayBuffer>;
  readonly shift: number;
}

/**
 * umap-learn's schedule (make_epochs_per_sample): the heaviest edge acts every epoch, others in proportion to their
 * weight, and those that would act less than once in `nEpochs` are left out. Epochs are numbered from 0, and an edge acts
 * in epoch e where ⌊e · rate⌋ > ⌊(e − 1) · rate⌋, which is umap-learn's running sum without a sum to keep. Rates are
 * whole numbers over 2^shift, so that every machine, and both directions of an edge, act in the same epochs.
 */
export function umapEdges({ n, rows, columns, values }: FuzzyGraph, nEpochs: number): UmapEdges {
  let heaviest = 0;
  for (const value of values) heaviest = Math.max(heaviest, value);
  // e · rate stays below 2³²; more than float32 tells apart is not needed
  const shift = Math.min(24, Math.floor(32 - Math.log2(nEpochs)));
  const rates = new Uint32Array(values.length);
  const work = new Float64Array(n);
  const first = new Uint32Array(n + 1);
  let count = 0;
  for (let edge = 0; edge < values.length; edge++) {
    first[rows[edge] + 1]++;
    // an edge of weight 0 never acts, even where the heaviest weighs nothing
    if (!(values[edge] > 0) || values[edge] < heaviest / nEpochs) continue;
    rates[edge] = Math.round((values[edge] / heaviest) * 2 ** shift);
    work[rows[edge]] += rates[edge];
    count++;
  }
  for (let row = 0; row < n; row++) first[row + 1] += first[row];

  const order = Uint32Array.from({ length: n }, (_, row) => row).sort((p, q) => work[q] - work[p] || p - q);
  const numbers = new Uint32Array(n);
  order.forEach((row, number) => {
    numbers[row] = number;
  });
  const offsets = new Uint32Array(n + 1);
  const edges = new Uint32Array(2 * count);
  let at = 0;
  for (let number = 0; number < n; number++) {
    const row = order[number];
    for (let edge = first[row]; edge < first[row + 1]; edge++) {
      if (rates[edge] === 0) continue;
      edges[at++] = numbers[columns[edge]];
      edges[at++] = rates[edge];
    }
    offsets[number + 1] = at / 2;
  }
  return { order, offsets, edges, shift };
}
