import { Fault } from '../../contract/fault.ts';
import type { ProjectionResult } from '../../projection/projection.ts';
import type { Neighbours } from '../../vectors/nearestLists.ts';
import type { Note } from '../activity.ts';
import { used } from '../buildMap.ts';
import { loadFirstMap } from '../firstMap.ts';
import { type ItemList, itemsFor } from '../items.ts';
import { type Job, startJob } from '../job.ts';
import { isPrecomputed } from '../mapRequest.ts';
import type { WorkHooks } from '../modelSessions.ts';
import { askComparison } from './askComparison.ts';
import type { ComparisonRequest } from './comparisonRequest.ts';
import type { ComparedSide, ComparisonFrame, ComparisonResult } from './comparisonResult.ts';
import { type EmbeddedSides, embedSides, type SideRows } from './embedSides.ts';
import { type LayOutHooks, layOutJointly, layOutOnce, layOutTurned } from './layOut.ts';
import { movedDistances } from './movedDistances.ts';

export interface ComparisonHooks extends Omit<WorkHooks, 'signal'> {
  /** The first map is in, or either map has moved. */
  readonly onFrame: (frame: ComparisonFrame) => void;
}

export type ComparisonJob = Job<ComparisonResult>;

/** The same items on two sides: texts → both models' vectors → two maps beside each other, and what changed. */
export function buildComparison(request: ComparisonRequest, hooks: ComparisonHooks): ComparisonJob {
  return startJob(async ({ signal, settling, abort }) => {
    hooks.onActivity({ kind: 'data' });
    const list = await itemsFor(request.data, request.own);
    signal.throwIfAborted();
    if (list.items.length === 0) throw new Fault('no-texts');
    const sides = await embedSides(list.items, request, { ...hooks, signal });
    const { items, left, right } = sides;
    const { dims } = request.projection;
    const maps = await layOut(request, list, sides, {
      signal,
      onActivity: hooks.onActivity,
      onMaps: (leftMap, rightMap) =>
        hooks.onFrame({ items, groups: list.groups, dims, left: leftMap, right: rightMap }),
      settling,
    }).catch((error) => {
      // what the other side still does is of no use
      abort();
      throw error;
    });
    signal.throwIfAborted();
    const { neighbours, histograms, ...compared } = await askComparison(
      {
        left: { data: left.data, dim: left.dim, neighbours: maps.left.neighbours },
        right: { data: right.data, dim: right.dim, neighbours: maps.right.neighbours },
        groups: items.map(({ group }) => group),
        seed: request.projection.seed,
      },
      signal,
      ({ done, total }) => hooks.onActivity({ kind: 'counting', stage: 'comparison', done, total }),
    );
    signal.throwIfAborted();
    return {
      request,
      items,
      groups: list.groups,
      data: list.data,
      dims,
      ...compared,
      left: comparedSide(left, maps.left, neighbours[0], histograms[0]),
      right: comparedSide(right, maps.right, neighbours[1], histograms[1]),
      moved: movedDistances(maps.left.coordinates, maps.right.coordinates, dims),
      notes: [...list.notes, ...sides.notes, ...mapNotes(request, items.length, maps.right)],
    };
  });
}

/** One side's finished map. */
interface SideMap extends Pick<ComparedSide, 'coordinates' | 'projection' | 'quality'> {
  /** By cosine, where the projection has found them. */
  readonly neighbours: Neighbours | null;
}

async function layOut(
  request: ComparisonRequest,
  list: ItemList,
  { items, left, right }: EmbeddedSides,
  hooks: LayOutHooks,
): Promise<{ left: SideMap; right: SideMap }> {
  const { projection: settings } = request;
  const ready = await readyMap(request, list, items);
  hooks.signal.throwIfAborted();
  if (left === right) {
    const map = ready ?? sideMap(await layOutOnce(left, settings, hooks));
    return { left: map, right: map };
  }
  if (request.align === 'joint' && settings.projector === 'umap') {
    const both = await layOutJointly(left, right, settings, hooks);
    return { left: sideMap(both.left, ' (joint)'), right: sideMap(both.right, ' (joint)') };
  }
  const made = await layOutTurned(left, right, settings, ready?.coordinates ?? null, hooks);
  const leftMap = ready ?? (made.left && sideMap(made.left));
  if (!leftMap) throw new Error('the left map is missing');
  return { left: leftMap, right: sideMap(made.right) };
}

/** The left map where it is one that was made before the app runs: the one that view map shows. */
async function readyMap(
  { data, own, left, projection }: ComparisonRequest,
  list: ItemList,
  items: ItemList['items'],
): Promise<SideMap | null> {
  const request = { data, own, ...left, added: 'anew', projection } as const;
  if (items !== list.items || !isPrecomputed(request)) return null;
  return { ...(await loadFirstMap(request, list)), neighbours: null };
}

function sideMap(
  { coordinates, quality, neighbours, settings, engine }: ProjectionResult,
  how = '',
): SideMap {
  return {
    coordinates,
    quality,
    projection: { engine: `${engine}${settings.method === 'umap' ? how : ''}`, ...used(settings) },
    neighbours: settings.metric === 'cosine' ? neighbours : null,
  };
}

function comparedSide(
  { embedded, dim, centre, raw }: SideRows,
  { coordinates, projection, quality }: SideMap,
  neighbours: Neighbours,
  histogram: readonly number[],
): ComparedSide {
  const { model, report, layer, pooling } = embedded;
  return {
    model: model.card.id,
    report,
    layer,
    pooling,
    centre,
    dim,
    vectors: raw,
    coordinates,
    projection,
    quality,
    neighbours,
    histogram,
  };
}

function mapNotes(
  { align, projection: asked }: ComparisonRequest,
  count: number,
  { projection }: SideMap,
): Note[] {
  const notes: Note[] = [];
  if (align === 'joint' && asked.projector === 'pca') notes.push({ kind: 'joint-is-umap', details: {} });
  if (projection.method !== asked.projector) notes.push({ kind: 'pca-instead', details: { count } });
  else if (projection.method === 'umap' && projection.nNeighbors < asked.nNeighbors) {
    notes.push({ kind: 'neighbours-clipped', details: { count: projection.nNeighbors } });
  }
  return notes;
}
