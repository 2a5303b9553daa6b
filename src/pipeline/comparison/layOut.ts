import { type Settling, startJointProjection, startProjection } from '../../projection/client.ts';
import { laidOver } from '../../projection/laidOver.ts';
import type { ProjectionInfo, ProjectionResult, Rows } from '../../projection/projection.ts';
import type { Activity } from '../activity.ts';
import type { ProjectionSettings } from '../mapRequest.ts';

export interface LayOutHooks {
  readonly signal: AbortSignal;
  readonly onActivity: (activity: Activity) => void;
  /** Both maps as they stand, n × dims each. */
  readonly onMaps: (left: Float32Array, right: Float32Array | null) => void;
  readonly settling: (running: Settling) => void;
}

/** A map as it was laid out: a ready one has no projection of its own. */
interface LaidOut<L> {
  readonly left: L;
  readonly right: ProjectionResult;
}

type InputSettings = Omit<Parameters<typeof startProjection>[0], 'data' | 'dim' | 'method'>;

/**
 * Lays out each side by itself, both at once, the right one from a start turned to the left one's, and lays
 * it over the left map as it settles, in size too, for UMAPs differ in size by chance. `ready` is the left map where there is
 * one already.
 */
export function layOutTurned(
  left: Rows,
  right: Rows,
  settings: ProjectionSettings,
  ready: Float32Array<ArrayBuffer> | null,
  hooks: LayOutHooks,
): Promise<LaidOut<ProjectionResult | null>> {
  const { signal } = hooks;
  const { projector: method, dims } = settings;
  const rest = inputSettings(settings);
  const tell = slowest(hooks.onActivity, ready ? 1 : 2);
  let leftMap: Float32Array | null = ready;
  let rightMap: Float32Array | null = null;
  const show = () => {
    if (leftMap) hooks.onMaps(leftMap, rightMap && laidOver(rightMap, leftMap, dims));
  };
  show();
  const second = startProjection(
    { ...rest, ...right, method, beside: left },
    {
      signal,
      onFrame(map, info) {
        rightMap = map;
        tell(0, info);
        show();
      },
    },
  );
  const first = ready
    ? null
    : startProjection(
        { ...rest, ...left, method },
        {
          signal,
          onFrame(map, info) {
            leftMap = map;
            tell(1, info);
            show();
          },
        },
      );
  hooks.settling(together(first ? [first, second] : [second]));
  return Promise.all([first?.result ?? null, second.result]).then(([made, other]) => {
    const goal = made?.coordinates ?? ready ?? other.coordinates;
    return { left: made, right: { ...other, coordinates: laidOver(other.coordinates, goal, dims) } };
  });
}

/** Lays out both sides in one fit. */
export async function layOutJointly(
  left: Rows,
  right: Rows,
  settings: ProjectionSettings,
  hooks: LayOutHooks,
): Promise<LaidOut<ProjectionResult>> {
  const half = (left.data.length / left.dim) * settings.dims;
  const running = startJointProjection(
    { ...inputSettings(settings), left, right },
    {
      signal: hooks.signal,
      onFrame(maps, info) {
        hooks.onActivity({ kind: 'projecting', ...info });
        const first = maps.subarray(0, half);
        hooks.onMaps(first, laidOver(maps.subarray(half), first, settings.dims));
      },
    },
  );
  hooks.settling(running);
  const { left: made, right: other } = await running.result;
  // of few items the two maps may drift apart as wholes, which says nothing of the models
  return {
    left: made,
    right: { ...other, coordinates: laidOver(other.coordinates, made.coordinates, settings.dims) },
  };
}

/** Lays out one map for both sides. */
export async function layOutOnce(
  rows: Rows,
  settings: ProjectionSettings,
  hooks: LayOutHooks,
): Promise<ProjectionResult> {
  const running = startProjection(
    { ...inputSettings(settings), ...rows, method: settings.projector },
    {
      signal: hooks.signal,
      onFrame(map, info) {
        hooks.onActivity({ kind: 'projecting', ...info });
        hooks.onMaps(map, map);
      },
    },
  );
  hooks.settling(running);
  return running.result;
}

function inputSettings({ projector: _, nEpochs, ...settings }: ProjectionSettings): InputSettings {
  return { ...settings, nEpochs: nEpochs ?? undefined };
}

/** Tells of that of several projections that has the most left to do. */
function slowest(onActivity: LayOutHooks['onActivity'], count: number) {
  const known: ProjectionInfo[] = [];
  const behind = ({ stage, done, total }: ProjectionInfo) => STAGES.indexOf(stage) + done / total;
  return (which: number, info: ProjectionInfo) => {
    known[which] = info;
    if (count > 1 && (!known[0] || !known[1])) return onActivity({ kind: 'projecting', ...info });
    const last = known.reduce((a, b) => (behind(a) <= behind(b) ? a : b));
    onActivity({ kind: 'projecting', ...last });
  };
}
const STAGES: readonly ProjectionInfo['stage'][] = ['pca', 'neighbours', 'umap', 'quality'];

function together(running: readonly Settling[]): Settling {
  return {
    pause() {
      for (const one of running) one.pause();
    },
    resume() {
      for (const one of running) one.resume();
    },
    stop() {
      for (const one of running) one.stop();
    },
  };
}
