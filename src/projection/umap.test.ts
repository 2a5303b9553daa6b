import { UMAP } from 'umap-js';
import { expect, test } from 'vitest';
import { reference } from '../../fixtures/projection/reference.ts';
import { seededRandom } from '../vectors/random.ts';
import { finish } from '../vectors/steps.ts';
import { fuzzyGraph } from './fuzzyGraph.ts';
import { umapSteps } from './umap.ts';

test('without a start it equals umap-js 1.4.0 on the same neighbours, bit for bit', () => {
  const { n, cosine } = reference.tall;
  const umap = new UMAP({
    nComponents: 2,
    nNeighbors: 16,
    minDist: 0.1,
    nEpochs: 40,
    random: seededRandom(5),
  });
  const points = Array.from({ length: n }, (_, i) => i);
  umap.setPrecomputedKNN(
    points.map((i) => [i, ...cosine.indices.subarray(i * 15, (i + 1) * 15)]),
    points.map((i) => [0, ...cosine.distances.subarray(i * 15, (i + 1) * 15)]),
  );
  umap.initializeFit(points.map(() => []));
  for (let epoch = 0; epoch < 40; epoch++) umap.step();

  const graph = fuzzyGraph({ k: 15, indices: cosine.indices, distances: cosine.distances }, 16);
  const start = new Float32Array(n * 2);
  const found = finish(umapSteps({ graph, start, dims: 2, minDist: 0.1, nEpochs: 40, seed: 5 }));
  expect(found).toEqual(Float32Array.from(umap.getEmbedding().flat()));
});
