import { startProjection } from '../../../projection/client.ts';
import type { ProjectionResult } from '../../../projection/projection.ts';
import type { Figure } from '../../words/figure.ts';
import type { LlmWork } from '../llmResult.ts';
import type { NearestShown } from './futureAnswer.ts';

/** How many of a point's neighbours are listed. */
const LISTED = 9;
/** As the map view lays out where the link says nothing. */
const SETTINGS = { method: 'umap', metric: 'cosine', nNeighbors: 15, minDist: 0.1 } as const;
/** The last layouts, so that going to and fro between two layers lays out nothing. */
const KEEP = 6;

let kept: { readonly key: string; readonly result: ProjectionResult }[] = [];

/** A model's vectors as a map, and each point's neighbours in the full space. */
export interface FutureMap extends Pick<Figure, 'projection' | 'quality'> {
  readonly coordinates: Float32Array<ArrayBuffer>;
  readonly nearest: NearestShown;
}

/** Lays out vectors (n × dim) by UMAP; `key` names them, and equal keys are laid out once. */
export async function futureMap(
  key: string,
  data: Float32Array<ArrayBuffer>,
  dim: number,
  { request: { dims, seed }, signal, onActivity }: LlmWork,
): Promise<FutureMap> {
  const whole = JSON.stringify([key, dims, seed]);
  const known = kept.find((entry) => entry.key === whole);
  const result =
    known?.result ??
    (await startProjection(
      { ...SETTINGS, data, dim, dims, seed },
      { signal, onFrame: (_, info) => onActivity({ kind: 'projecting', ...info }) },
    ).result);
  kept = [...kept.filter((entry) => entry !== known).slice(1 - KEEP), { key: whole, result }];
  const { method, metric, nNeighbors, minDist, nEpochs } = result.settings;
  return {
    coordinates: result.coordinates,
    projection: { method, engine: result.engine, metric, nNeighbors, minDist, nEpochs, seed },
    quality: result.quality,
    nearest: nearestShown(result),
  };
}

function nearestShown({ neighbours }: ProjectionResult): NearestShown {
  const k = Math.min(LISTED, neighbours.k);
  const n = neighbours.indices.length / neighbours.k;
  const indices = new Int32Array(n * k);
  const scores = new Float32Array(n * k);
  for (let row = 0; row < n; row++) {
    for (let rank = 0; rank < k; rank++) {
      indices[row * k + rank] = neighbours.indices[row * neighbours.k + rank];
      scores[row * k + rank] = 1 - neighbours.distances[row * neighbours.k + rank];
    }
  }
  return { k, indices, scores };
}
