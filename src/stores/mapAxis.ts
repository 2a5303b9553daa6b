import type { ModelId } from '../contract/deepLink.ts';
import { Fault, faultFrom, isAbort } from '../contract/fault.ts';
import { measure } from '../pipeline/lab/labMeasures.ts';
import type { MapResult } from '../pipeline/mapResult.ts';
import { modelSession, type WorkHooks } from '../pipeline/modelSessions.ts';
import { type AxisLayout, layOut } from '../pipeline/words/axes/axisLayout.ts';
import { parsePoles, poleName } from '../pipeline/words/axes/poles.ts';
import { unitRows } from '../vectors/normalise.ts';
import { placesAlong, semanticAxis } from '../vectors/semanticAxis.ts';
import { rowOf } from '../vectors/vectorSet.ts';
import { useLink } from './linkStore.ts';
import { useMapAxis } from './mapAxisStore.ts';
import { askConsent, useMap } from './mapStore.ts';
import { redraw } from './perform.ts';
import { useStatus } from './statusStore.ts';

/** A person who types pauses so long before the points move. */
const TYPING_MS = 250;

/** Maps whose points were put along an axis, and the maps they were before. */
const bases = new WeakMap<MapResult, MapResult>();
/** What was laid out last, or is being laid out. */
let last: { readonly base: MapResult; readonly key: string } | null = null;
let work: AbortController | null = null;
let started = false;
let typing = false;
let failed = false;

/** Puts the map's points along the axes that the link names, as long as it names any. */
export function startMapAxis(): void {
  if (started) return;
  started = true;
  follow('more');
  useLink.subscribe((state, before) => {
    if (state.link !== before.link) follow();
  });
  useMap.subscribe((state, before) => {
    // a map that has just been made is no new input
    if (state.result !== before.result) follow('more');
  });
}

/** An axis as a person types it: the points move when they pause. */
export function typeAxis(patch: { readonly axis: string } | { readonly axis2: string }): void {
  typing = true;
  useLink.getState().type(patch);
  typing = false;
}

function follow(kind?: 'more'): void {
  const { view, axis, axis2 } = useLink.getState().link;
  const { result } = useMap.getState();
  if (view !== 'map' || !result) {
    stop();
    return;
  }
  const base = bases.get(result) ?? result;
  if (axis === null) {
    stop();
    last = null;
    if (result !== base) {
      show(base, null);
      redraw();
    }
    return;
  }
  const axes = axis2 === null ? [axis] : [axis, axis2];
  const key = JSON.stringify(axes);
  if (last?.base === base && last.key === key) return;
  const end = useStatus.getState().begin(kind);
  stop();
  last = { base, key };
  void lay(base, axes, typing ? TYPING_MS : 0).finally(end);
}

/** What is under way is not waited for any more. */
function stop(): void {
  if (!work) return;
  work.abort();
  work = null;
  last = null;
}

async function lay(base: MapResult, axes: readonly string[], wait: number): Promise<void> {
  const controller = new AbortController();
  work = controller;
  const { signal } = controller;
  const status = useStatus.getState();
  try {
    if (wait > 0) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      signal.throwIfAborted();
      useLink.getState().write();
    }
    if (failed) status.clear();
    const laid = await along(base, axes, { signal, onActivity: status.setActivity, consent: askConsent });
    signal.throwIfAborted();
    bases.set(laid.result, base);
    show(laid.result, laid.layout);
    await nextFrame();
    if (failed) status.setFailed(false);
    failed = false;
  } catch (error) {
    if (isAbort(error) || signal.aborted) return;
    last = null;
    failed = true;
    useStatus.setState({ retry: () => follow() });
    status.setFailed(true);
    status.report(faultFrom(error));
  } finally {
    if (work === controller) work = null;
  }
}

/** The map with its points along the axes. */
async function along(
  base: MapResult,
  axes: readonly string[],
  hooks: WorkHooks,
): Promise<{ result: MapResult; layout: AxisLayout }> {
  const { signal } = hooks;
  const { data, dim } = await base.vectors(hooks);
  const model = await modelSession(base.model as ModelId, useLink.getState().link.device, hooks);
  const poles = axes.map(parsePoles);
  const words = [...new Set(poles.flatMap(({ a, b }) => [...a, ...b]))];
  const read = await model.embedTexts(words, {
    signal,
    layer: base.layer ?? undefined,
    pooling: base.pooling,
  });
  if (read.missing.length > 0) {
    const lacking = read.missing.map((index) => words[index].slice(0, 40));
    throw new Fault('words-unknown', {
      words: lacking.join(' · '),
      model: base.model,
      count: lacking.length,
    });
  }
  const unit = unitRows(read.data, dim);
  const places = poles.map(({ a, b }) => {
    const ends = [a, b].map((pole) => pole.map((word) => rowOf(unit, dim, words.indexOf(word))));
    const axis = semanticAxis(ends[0], ends[1], dim);
    if (!axis) throw new Fault('axis-empty');
    return placesAlong(data, dim, axis);
  });
  const rows = new Map(base.groups.map(({ id }, row) => [id, row]));
  const layout = layOut({
    places,
    rows: Int32Array.from(base.items, ({ group }) => rows.get(group) ?? -1),
    groups: base.groups,
    poles: poles.map(({ a, b }) => [poleName(a), poleName(b)] as const),
  });
  const { coordinates, dims } = layout;
  const { metric, seed } = base.projection;
  const measured = await measure('kept', { data, dim, metric, coordinates, dims, seed }, signal);
  const projection = {
    method: 'pca',
    engine: axes.length > 1 ? 'places along two axes' : 'place along an axis, a row for each group',
    metric,
    nNeighbors: Math.min(15, base.items.length - 1),
    minDist: 0,
    nEpochs: 0,
    seed,
  } as const;
  return { result: { ...base, coordinates, dims, projection, ...measured }, layout };
}

function show(result: MapResult, layout: AxisLayout | null): void {
  const { items, groups, coordinates, dims } = result;
  useMapAxis.setState({ layout });
  useMap.setState({ result, frame: { items, groups, coordinates, dims } });
}

/** The points have been drawn where they go. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}
