import { UMAP } from 'umap-js';
import { qualitySteps } from '../../src/projection/quality.ts';
import type { Neighbours } from '../../src/vectors/nearestLists.ts';
import { seededRandom } from '../../src/vectors/random.ts';
import { finish } from '../../src/vectors/steps.ts';
import { serve } from '../../src/workers/rpc.ts';

/** Vectors of length 1, n × dim, and the settings that both sides get. */
export interface PlainInput {
  readonly data: Float32Array<ArrayBuffer>;
  readonly dim: number;
  readonly dims: 2 | 3;
  readonly nNeighbors: number;
  readonly minDist: number;
  readonly nEpochs: number;
  readonly seed: number;
}

/** umap-js as its readme shows it, and the app's own measure of a map's quality for either side. */
export interface PlainMethods {
  fit: {
    params: PlainInput;
    result: { coordinates: Float32Array<ArrayBuffer>; neighboursMs: number; totalMs: number };
    progress: never;
  };
  trustworthiness: {
    params: PlainInput & { coordinates: Float32Array<ArrayBuffer>; neighbours: Neighbours };
    result: number | null;
    progress: never;
  };
}

/** Cosine distance of unit vectors, the cheapest that umap-js can be given. */
function distanceFn(a: number[], b: number[]): number {
  let dot = 0;
  for (let d = 0; d < a.length; d++) dot += a[d] * b[d];
  return 1 - dot;
}

serve<PlainMethods>(self as DedicatedWorkerGlobalScope, {
  fit({ data, dim, dims, nNeighbors, minDist, nEpochs, seed }) {
    const start = performance.now();
    const rows = Array.from({ length: data.length / dim }, (_, row) =>
      Array.from(data.subarray(row * dim, (row + 1) * dim)),
    );
    const random = seededRandom(seed);
    const umap = new UMAP({ nComponents: dims, nNeighbors, minDist, nEpochs, random, distanceFn });
    umap.initializeFit(rows);
    const neighboursMs = performance.now() - start;
    for (let epoch = 0; epoch < nEpochs; epoch++) umap.step();
    const coordinates = Float32Array.from(umap.getEmbedding().flat());
    return { coordinates, neighboursMs, totalMs: performance.now() - start };
  },
  trustworthiness: ({ data, dim, dims, seed, coordinates, neighbours }) =>
    finish(qualitySteps({ data, dim, metric: 'cosine', coordinates, dims, neighbours, seed })).quality
      .trustworthiness,
});
