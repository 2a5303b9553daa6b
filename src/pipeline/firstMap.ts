import * as v from 'valibot';
import { Fault } from '../contract/fault.ts';
import type { Dims } from '../contract/options.ts';
import type { Neighbours } from '../vectors/nearestLists.ts';
import { embedItems } from './embedItems.ts';
import type { ItemList } from './items.ts';
import type { MapRequest } from './mapRequest.ts';
import type { MapResult } from './mapResult.ts';

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

async function fetchJson(path: string): Promise<unknown> {
  try {
    const response = await fetch(new URL(path, document.baseURI));
    if (!response.ok) throw new Error(`${response.status}`);
    return await response.json();
  } catch (cause) {
    throw new Fault('asset-unreachable', { file: path }, { cause });
  }
}

/** A precomputed map in 2 or 3 dimensions for n items. Throws the Fault `data-invalid` where it is not one. */
export function decodeFirstMap(json: unknown, n: number, dims: Dims) {
  const parsed = v.safeParse(firstMapSchema, json);
  const map = parsed.success ? parsed.output.maps.find((entry) => entry.dims === dims) : undefined;
  if (!parsed.success || !map || parsed.output.n !== n)
    throw new Fault('data-invalid', { file: 'first-map' });
  const coordinates = new Float32Array(decode(map.coordinates));
  // Stored as how many of the k neighbours were kept, a byte a point.
  const kept = new Uint8Array(decode(map.preservation));
  if (coordinates.length !== n * dims || kept.length !== n)
    throw new Fault('data-invalid', { file: 'first-map' });
  const preservation = Float32Array.from(kept, (count) => count / map.quality.k);
  return {
    dim: parsed.output.dim,
    projection: map.projection,
    quality: map.quality,
    coordinates,
    preservation,
  };
}

/** The neighbours of n items in the original space. Throws the Fault `data-invalid` where they are not. */
export function decodeNeighbours(json: unknown, n: number): Neighbours {
  const parsed = v.safeParse(neighboursSchema, json);
  if (!parsed.success) throw new Fault('data-invalid', { file: 'first-map-neighbours' });
  const { k } = parsed.output;
  const indices = Int32Array.from(new Uint16Array(decode(parsed.output.indices)));
  const distances = new Float32Array(decode(parsed.output.distances));
  if (indices.length !== n * k || distances.length !== n * k) {
    throw new Fault('data-invalid', { file: 'first-map-neighbours' });
  }
  return { k, indices, distances };
}

/** The precomputed map of a word list in 2 or 3 dimensions; it answers requests that `isPrecomputed` says it does. */
export async function loadFirstMap(request: MapRequest, list: ItemList): Promise<MapResult> {
  const { data, model, projection } = request;
  const n = list.items.length;
  const map = decodeFirstMap(await fetchJson(`data/first-map-${data}.json`), n, projection.dims);
  return {
    ...list,
    ...map,
    model,
    report: { device: 'none', reason: 'static', threads: 0, selfCheck: null },
    pooling: 'mean',
    layer: null,
    centre: 'none',
    dims: projection.dims,
    neighbours: once(async () =>
      decodeNeighbours(await fetchJson(`data/first-map-${data}-neighbours.json`), n),
    ),
    async vectors(hooks) {
      const home = { model, device: 'auto', layer: null, pooling: null } as const;
      const { data: rows, dim } = await embedItems(list.items, home, hooks);
      return { ids: list.items.map(({ id }) => id), dim, data: rows };
    },
  };
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
