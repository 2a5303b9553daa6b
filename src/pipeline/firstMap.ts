import * as v from 'valibot';
import type { DataId, ModelId } from '../contract/deepLink.ts';
import { Fault } from '../contract/fault.ts';
import type { Dims } from '../contract/options.ts';
import { embedItems } from './embedItems.ts';
import type { ItemList } from './items.ts';
import type { MapRequest } from './mapRequest.ts';
import type { MapResult, Neighbours } from './mapResult.ts';

/**
 * A map made before the app runs, by tools/first-map with the app's own projection code, so that the first screen
 * needs no model. Arrays are little-endian and base64.
 */
const firstMapSchema = v.object({
  format: v.literal('first-map@1'),
  model: v.string(),
  data: v.string(),
  dim: v.number(),
  n: v.number(),
  maps: v.array(
    v.object({
      dims: v.picklist([2, 3]),
      projection: v.object({
        method: v.picklist(['pca', 'umap']),
        engine: v.string(),
        metric: v.picklist(['cosine', 'euclidean']),
        nNeighbors: v.number(),
        minDist: v.number(),
        nEpochs: v.number(),
        seed: v.number(),
      }),
      quality: v.object({ k: v.number(), trustworthiness: v.number(), continuity: v.number() }),
      coordinates: v.string(),
      preservation: v.string(),
    }),
  ),
});
const neighboursSchema = v.object({
  format: v.literal('first-map-neighbours@1'),
  k: v.number(),
  indices: v.string(),
  distances: v.string(),
});

function decode(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
}

async function fetchJson<S extends v.GenericSchema>(path: string, schema: S): Promise<v.InferOutput<S>> {
  let json: unknown;
  try {
    const response = await fetch(new URL(path, document.baseURI));
    if (!response.ok) throw new Error(`${response.status}`);
    json = await response.json();
  } catch (cause) {
    throw new Fault('asset-unreachable', { file: path }, { cause });
  }
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) throw new Fault('data-invalid', { file: path });
  return parsed.output;
}

/** The precomputed map of a word list in 2 or 3 dimensions; it answers requests that `isPrecomputed` says it does. */
export async function loadFirstMap(request: MapRequest, list: ItemList): Promise<MapResult> {
  const { data, model, projection } = request;
  const stored = await fetchJson(`data/first-map-${data}.json`, firstMapSchema);
  const map = stored.maps.find(({ dims }) => dims === projection.dims);
  const coordinates = map ? new Float32Array(decode(map.coordinates)) : new Float32Array();
  if (!map || stored.n !== list.items.length || coordinates.length !== stored.n * projection.dims) {
    throw new Fault('data-invalid', { file: `first-map-${data}.json` });
  }
  return {
    ...list,
    model,
    dim: stored.dim,
    report: { device: 'none', reason: 'static', threads: 0, selfCheck: null },
    pooling: 'mean',
    layer: null,
    centre: 'none',
    coordinates,
    dims: map.dims as Dims,
    projection: map.projection,
    quality: map.quality,
    // Stored as how many of the k neighbours were kept, a byte a point.
    preservation: Float32Array.from(new Uint8Array(decode(map.preservation)), (kept) => kept / map.quality.k),
    neighbours: once(() => loadNeighbours(data, list.items.length)),
    async vectors(hooks) {
      const request = { model: model as ModelId, device: 'auto', layer: null, pooling: null } as const;
      const { data: rows, dim } = await embedItems(list.items, request, hooks);
      return { ids: list.items.map(({ id }) => id), dim, data: rows };
    },
  };
}

async function loadNeighbours(data: DataId, n: number): Promise<Neighbours> {
  const path = `data/first-map-${data}-neighbours.json`;
  const stored = await fetchJson(path, neighboursSchema);
  const indices = Int32Array.from(new Uint16Array(decode(stored.indices)));
  const distances = new Float32Array(decode(stored.distances));
  if (indices.length !== n * stored.k || distances.length !== n * stored.k)
    throw new Fault('data-invalid', { file: path });
  return { k: stored.k, indices, distances };
}

/** Runs `make` at the first call and keeps its promise; a failure is forgotten. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | null = null;
  return () => {
    if (!kept) {
      kept = make();
      kept.catch(() => {
        kept = null;
      });
    }
    return kept;
  };
}
