import { startProjection } from '../projection/client.ts';
import type { ProjectionInfo } from '../projection/projection.ts';
import { defaultEpochs, LEAST_FOR_UMAP } from '../projection/settings.ts';
import { loadFirstMap } from './firstMap.ts';
import { itemsFor } from './items.ts';
import type { JobControl } from './job.ts';
import { isPrecomputed, type MapRequest } from './mapRequest.ts';
import type { MapResult } from './mapResult.ts';

/** A finished map of the bundled points, which own texts are placed into. */
export interface StandingMap {
  /** n × dims, row-major. */
  readonly coordinates: Float32Array<ArrayBuffer>;
  readonly projection: MapResult['projection'];
}

/** The last one that had to be made: other own texts are placed into it at once. */
let last: { readonly key: string; readonly map: StandingMap } | null = null;

/** Whether own texts are placed into the map of the bundled points, which stays as it is. */
export function isPlaced({ own, added, projection, centre }: MapRequest): boolean {
  return own?.add === true && added === 'place' && projection.projector === 'umap' && centre === 'none';
}

/**
 * The map of the bundled points alone, `rows` (n × dim) being their vectors: precomputed, remembered, or made now. Null for so few
 * points that there is no UMAP of them.
 */
export async function standingMap(
  request: MapRequest,
  rows: Float32Array<ArrayBuffer>,
  dim: number,
  { signal, settling }: Pick<JobControl, 'signal' | 'settling'>,
  onInfo: (info: ProjectionInfo) => void,
): Promise<StandingMap | null> {
  const n = rows.length / dim;
  if (n < LEAST_FOR_UMAP) return null;
  const alone = { ...request, own: null };
  if (isPrecomputed(alone)) {
    const { coordinates, projection } = await loadFirstMap(alone, await itemsFor(request.data, null));
    if (coordinates.length === n * request.projection.dims) return { coordinates, projection };
  }
  const key = JSON.stringify([alone, n]);
  if (last?.key === key) return last.map;
  const { projector, nEpochs, ...settings } = request.projection;
  const running = startProjection(
    { ...settings, data: rows, dim, method: projector, nEpochs: nEpochs ?? undefined },
    { signal, onFrame: (_, info) => onInfo(info) },
  );
  settling(running);
  const { coordinates, engine, settings: used } = await running.result;
  const { dims: _, ...named } = used;
  const map = { coordinates, projection: { engine, ...named } };
  // a map that was stopped early is not what was asked for
  if (used.nEpochs === (nEpochs ?? defaultEpochs(n))) last = { key, map };
  return map;
}
