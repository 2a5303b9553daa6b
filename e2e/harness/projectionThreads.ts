import type { Metric } from '../../src/contract/options.ts';
import { startProjection } from '../../src/projection/client.ts';
import { seededRandom } from '../../src/vectors/random.ts';

/** n vectors in 30 clouds. */
function clouds(n: number, dim: number): Float32Array<ArrayBuffer> {
  const random = seededRandom(3);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const middles = Float32Array.from({ length: 30 * dim }, normal);
  return Float32Array.from(
    { length: n * dim },
    (_, at) => middles[(Math.floor(at / dim) % 30) * dim + (at % dim)] + 0.6 * normal(),
  );
}

const SETTINGS = { method: 'umap', dims: 2, nNeighbors: 15, minDist: 0.1, seed: 42 } as const;

/** What a test does with the projection worker and its threads. */
export const projectionThreads = {
  isolated: () => crossOriginIsolated,

  /** Maps of the same vectors on 1, 2 and 4 threads: how many coordinates, neighbours and qualities differ from the first's. */
  async differences(n: number, dim: number, metric: Metric, nEpochs: number) {
    const data = clouds(n, dim);
    const maps = [];
    for (const threads of [1, 2, 4]) {
      maps.push(await startProjection({ ...SETTINGS, data, dim, metric, nEpochs, threads }).result);
    }
    const [first] = maps;
    const count = (a: ArrayLike<number>, b: ArrayLike<number>) =>
      Array.from(a).filter((value, at) => value !== b[at]).length;
    return {
      engine: first.engine,
      recall: first.recall,
      finite: first.coordinates.every(Number.isFinite),
      differing: maps.map(
        ({ coordinates, neighbours, preservation }) =>
          count(coordinates, first.coordinates) +
          count(neighbours.indices, first.neighbours.indices) +
          count(neighbours.distances, first.neighbours.distances) +
          count(preservation, first.preservation),
      ),
      qualities: maps.map(({ quality }) => quality),
    };
  },

  /** Cancels a long projection when it is at `stage`: the error's name, and whether a further one still works. */
  async cancel(n: number, dim: number, stage: 'neighbours' | 'umap') {
    const controller = new AbortController();
    const running = startProjection(
      { ...SETTINGS, data: clouds(n, dim), dim, metric: 'cosine', nEpochs: 2000 },
      {
        signal: controller.signal,
        onFrame: (_, info) => {
          if (info.stage === stage) controller.abort();
        },
      },
    );
    const error = await running.result.then(
      () => null,
      (reason: Error) => reason.name,
    );
    const next = await startProjection({
      ...SETTINGS,
      data: clouds(300, 8),
      dim: 8,
      metric: 'cosine',
      nEpochs: 20,
    }).result;
    return { error, nEpochs: next.settings.nEpochs };
  },
};
