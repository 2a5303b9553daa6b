import { Fault } from '../contract/fault.ts';
import { startProjection } from '../projection/client.ts';
import { GPU_UMAP_ENGINE } from '../projection/engines.ts';
import type { UsedSettings } from '../projection/projection.ts';
import { defaultEpochs, LEAST_FOR_UMAP } from '../projection/settings.ts';
import { centreRows } from '../vectors/mean.ts';
import type { Activity } from './activity.ts';
import { embeddingNotes } from './embeddingNotes.ts';
import { type EmbeddedItems, embedItems } from './embedItems.ts';
import { loadFirstMap } from './firstMap.ts';
import { type ItemList, itemsFor, OWN_GROUP } from './items.ts';
import { type Job, startJob } from './job.ts';
import { isPrecomputed, type MapRequest } from './mapRequest.ts';
import type { MapResult } from './mapResult.ts';
import type { WorkHooks } from './modelSessions.ts';
import { isPlaced, standingMap } from './standingMap.ts';

export interface MapHooks extends Omit<WorkHooks, 'signal'> {
  /** The points are known and their first coordinates are in: the map can be drawn and goes on settling. */
  readonly onFrame: (frame: MapFrame) => void;
}

/** A map that is still settling. */
export interface MapFrame {
  readonly items: MapResult['items'];
  readonly groups: MapResult['groups'];
  /** n × dims, row-major. */
  readonly coordinates: Float32Array;
  readonly dims: 2 | 3;
}

export type MapJob = Job<MapResult>;

/** Centring two vectors would make every cosine −1. */
export const LEAST_TO_CENTRE = 6;

/** The one path text → model → vectors → coordinates. */
export function buildMap(request: MapRequest, hooks: MapHooks): MapJob {
  return startJob(async ({ signal, settling }) => {
    hooks.onActivity({ kind: 'data' });
    const list = await itemsFor(request.data, request.own);
    signal.throwIfAborted();
    if (list.items.length === 0) throw new Fault('no-texts');
    if (isPrecomputed(request)) {
      const map = await loadFirstMap(request, list);
      signal.throwIfAborted();
      return map;
    }
    const embedded = await embedList(list, request, { ...hooks, signal });
    signal.throwIfAborted();
    const shown = known(list, embedded);
    const notes = [...list.notes, ...embeddingNotes(list.items, embedded, request.layer)];
    const centred = request.centre === 'shown' && shown.items.length >= LEAST_TO_CENTRE;
    if (request.centre === 'shown' && !centred) {
      notes.push({ kind: 'centre-too-few', details: { least: LEAST_TO_CENTRE } });
    }
    const data = centred ? centreRows(shown.data, embedded.dim) : shown.data;

    const { projector, ...settings } = request.projection;
    const fresh = shown.items.filter(({ group }) => group === OWN_GROUP.id).length;
    const standing = isPlaced(request)
      ? await standingMap(
          request,
          data.slice(fresh * embedded.dim),
          embedded.dim,
          { signal, settling },
          (info) => hooks.onActivity({ kind: 'projecting', ...info }),
        )
      : null;
    if (standing && fresh > 0) notes.push({ kind: 'placed', details: { count: fresh } });
    const running = startProjection(
      {
        ...settings,
        data,
        dim: embedded.dim,
        method: projector,
        nEpochs: settings.nEpochs ?? undefined,
        fixed: standing?.coordinates,
      },
      {
        signal,
        onFrame: (coordinates, { stage, done, total }) => {
          hooks.onActivity({ kind: 'projecting', stage, done, total } satisfies Activity);
          if (coordinates) {
            hooks.onFrame({ items: shown.items, groups: list.groups, coordinates, dims: settings.dims });
          }
        },
      },
    );
    settling(running);
    const projection = await running.result;
    const { coordinates, quality, preservation, neighbours } = projection;
    if (
      settings.engine === 'webgpu' &&
      projection.method === 'umap' &&
      !standing &&
      projection.engine !== GPU_UMAP_ENGINE
    ) {
      notes.push({ kind: 'engine-instead', details: {} });
    }
    const count = shown.items.length;
    const asked = settings.nEpochs ?? defaultEpochs(count);
    const { nEpochs } = projection.settings;
    if (projector === 'umap' && !standing && count >= LEAST_FOR_UMAP && nEpochs < asked)
      notes.push({ kind: 'stopped-early', details: { done: nEpochs, total: asked } });
    else if (projection.method !== projector) notes.push({ kind: 'pca-instead', details: { count } });
    else if (projector === 'umap' && projection.settings.nNeighbors < settings.nNeighbors) {
      notes.push({ kind: 'neighbours-clipped', details: { count: projection.settings.nNeighbors } });
    }
    return {
      items: shown.items,
      groups: list.groups,
      data: list.data,
      model: request.model,
      dim: embedded.dim,
      report: embedded.report,
      pooling: embedded.pooling,
      layer: embedded.layer,
      centre: centred ? 'shown' : 'none',
      coordinates,
      dims: settings.dims,
      projection: standing?.projection ?? { engine: projection.engine, ...used(projection.settings) },
      quality,
      preservation,
      notes,
      neighbours: async () => neighbours,
      vectors: async () => ({ ids: shown.items.map(({ id }) => id), dim: embedded.dim, data: shown.data }),
    };
  });
}

/** Own texts and the bundled ones that stand beside them are embedded apart: other own texts then leave the bundled ones as they are. */
async function embedList(list: ItemList, request: MapRequest, hooks: WorkHooks): Promise<EmbeddedItems> {
  if (!request.own?.add) return embedItems(list.items, request, hooks);
  const bundled = (await itemsFor(request.data, null)).items;
  const own = list.items.slice(0, list.items.length - bundled.length);
  const given = await embedItems(bundled, request, hooks);
  const mine = await embedItems(own, request, hooks);
  const data = new Float32Array(mine.data.length + given.data.length);
  data.set(mine.data);
  data.set(given.data, mine.data.length);
  const behind = (rows: readonly number[]) => rows.map((row) => row + own.length);
  return {
    ...mine,
    data,
    missing: [...mine.missing, ...behind(given.missing)],
    truncated: [...mine.truncated, ...behind(given.truncated)],
    coverage: null,
  };
}

/** The items that have a vector, and their rows. */
function known(
  list: ItemList,
  embedded: EmbeddedItems,
): Pick<ItemList, 'items'> & { data: Float32Array<ArrayBuffer> } {
  const missing = new Set(embedded.missing);
  if (missing.size === 0) return { items: list.items, data: embedded.data };
  const rows = list.items.map((_, index) => index).filter((index) => !missing.has(index));
  if (rows.length === 0)
    throw new Fault('nothing-embedded', { model: embedded.model.card.id, count: list.items.length });
  const { dim } = embedded;
  const data = new Float32Array(rows.length * dim);
  rows.forEach((index, row) => {
    data.set(embedded.data.subarray(index * dim, (index + 1) * dim), row * dim);
  });
  return { items: rows.map((index) => list.items[index]), data };
}

/** The settings that a map was made with, without those that it states elsewhere. */
export function used({ method, metric, nNeighbors, minDist, nEpochs, seed }: UsedSettings) {
  return { method, metric, nNeighbors, minDist, nEpochs, seed };
}
