import { startProjection } from '../../src/projection/client.ts';
import type { ProjectionResult } from '../../src/projection/projection.ts';
import { connect } from '../../src/workers/rpc.ts';
import type { PlainInput, PlainMethods } from './plainWorker.ts';

/** The settings of a run; `vectors` is the address of n × dim float32 numbers. */
interface ProjectionRun extends Omit<PlainInput, 'data'> {
  readonly vectors: string;
}

/** Milliseconds from the call until neighbours were known, and until the map was done; quality comes after. */
interface Timed {
  readonly neighboursMs: number;
  readonly totalMs: number;
  readonly trustworthiness: number | null;
}

declare global {
  var projectionBench: {
    /** The app's own path; `firstMapMs` is when the PCA map could be seen, `qualityMs` how long its measuring took. */
    ours(run: ProjectionRun): Promise<Timed & { firstMapMs: number; qualityMs: number }>;
    /** Plain umap-js; call `ours` before, which finds the neighbours that trustworthiness is measured by. */
    peer(run: ProjectionRun): Promise<Timed>;
  };
}

let last: { vectors: string; result: ProjectionResult } | null = null;

async function fetchVectors(address: string): Promise<Float32Array<ArrayBuffer>> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Float32Array(await response.arrayBuffer());
}

globalThis.projectionBench = {
  async ours({ vectors, ...settings }) {
    const data = await fetchVectors(vectors);
    const begun: Partial<Record<string, number>> = {};
    const start = performance.now();
    const input = { ...settings, data, metric: 'cosine', method: 'umap' } as const;
    const running = startProjection(input, {
      // the first message of a stage: a `pca` one comes when that map is there
      onFrame: (_, { stage }) => {
        begun[stage] ??= performance.now() - start;
      },
    });
    const result = await running.result;
    const allMs = performance.now() - start;
    const { pca, umap, quality } = begun;
    if (pca === undefined || umap === undefined || quality === undefined)
      throw new Error('a stage was not seen');
    if (result.settings.nEpochs !== settings.nEpochs) throw new Error(`${result.settings.nEpochs} epochs`);
    last = { vectors, result };
    return {
      firstMapMs: pca,
      neighboursMs: umap,
      totalMs: quality,
      qualityMs: allMs - quality,
      trustworthiness: result.quality.trustworthiness,
    };
  },

  async peer({ vectors, ...settings }) {
    if (last?.vectors !== vectors) throw new Error('ours goes first');
    const data = await fetchVectors(vectors);
    const worker = new Worker(new URL('./plainWorker.ts', import.meta.url), { type: 'module' });
    const client = connect<PlainMethods>(worker);
    try {
      const start = performance.now();
      const { coordinates, neighboursMs } = await client.call('fit', { ...settings, data });
      const totalMs = performance.now() - start;
      const { neighbours } = last.result;
      const trustworthiness = await client.call('trustworthiness', {
        ...settings,
        data,
        coordinates,
        neighbours,
      });
      return { neighboursMs, totalMs, trustworthiness };
    } finally {
      client.dispose();
    }
  },
};
