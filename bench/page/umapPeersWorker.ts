import { createUMAP } from 'embedding-atlas/umap';
import { UMAP } from 'umap-js';
import { seededRandom } from '../../src/vectors/random.ts';
import { serve, Transfer } from '../../src/workers/rpc.ts';
import type { FitInput, MadeMap, PeerFits } from './mapFit.ts';

serve<PeerFits>(self as DedicatedWorkerGlobalScope, {
  'umap-js': (input) => given(fitUmapJs(input)),
  'embedding-atlas': async (input) => given(await fitAtlas(input)),
});

/** Cosine distance of unit vectors, the cheapest that umap-js can be given: it has none of its own. */
function cosineDistance(a: number[], b: number[]): number {
  let dot = 0;
  for (let d = 0; d < a.length; d++) dot += a[d] * b[d];
  return 1 - dot;
}

/** umap-js as its readme shows it. */
function fitUmapJs({ data, dim, dims, metric, nNeighbors, minDist, nEpochs, seed }: FitInput): MadeMap {
  const start = performance.now();
  const rows = Array.from({ length: data.length / dim }, (_, row) =>
    Array.from(data.subarray(row * dim, (row + 1) * dim)),
  );
  const umap = new UMAP({
    nComponents: dims,
    random: seededRandom(seed),
    ...defined({ nNeighbors, minDist, nEpochs }),
    ...(metric === 'cosine' && { distanceFn: cosineDistance }),
  });
  const epochs = umap.initializeFit(rows);
  const neighboursMs = performance.now() - start;
  for (let epoch = 0; epoch < epochs; epoch++) umap.step();
  const coordinates = Float32Array.from(umap.getEmbedding().flat());
  const { knnIndices } = umap as unknown as { knnIndices: number[][] };
  return { coordinates, neighbours: Int32Array.from(knnIndices.flat()), nEpochs: epochs, neighboursMs };
}

/** embedding-atlas's UMAP as its own app calls it, without a GPU. */
async function fitAtlas({ data, dim, dims, metric, nNeighbors, minDist, nEpochs, seed }: FitInput) {
  const start = performance.now();
  const asked = { seed, ...defined({ metric, nNeighbors, minDist, nEpochs }) };
  const umap = await createUMAP(data.length / dim, dim, dims, data, asked);
  const neighboursMs = performance.now() - start;
  await umap.run();
  const made = {
    coordinates: new Float32Array(umap.embedding),
    neighbours: new Int32Array(umap.knnIndices),
    nEpochs: umap.epoch,
    neighboursMs,
  };
  umap.destroy();
  return made;
}

/** The entries that are not undefined: a library's own default must not be asked for by name. */
function defined<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function given(made: MadeMap): Transfer<MadeMap> {
  return new Transfer(made, [made.coordinates.buffer, made.neighbours.buffer]);
}
