import type { Space } from '../../vectors/distanceTiles.ts';
import type { FoundNeighbours } from '../../vectors/neighbours/findNeighbours.ts';
import type { Steps } from '../../vectors/steps.ts';
import { GPU_UMAP_ENGINE } from '../engines.ts';
import type { LaidOut, ProjectionStep, Stop } from '../stages.ts';
import type { UmapInput } from '../umap.ts';
import { gpuNeighbours } from './gpuNeighbours.ts';
import { gpuUmapSteps } from './gpuUmap.ts';

/** A device of this projection's own, and what ends work on it. */
export interface Gpu {
  readonly device: GPUDevice;
  readonly signal: AbortSignal;
}

/** Maps closer than this would not be seen: 30 a second. */
const FRAME_MS = 33;
/** How often progress is told while a promise is waited for. */
const TELL_MS = 100;

/** Exact neighbours by the GPU as a stage; throws what `gpuNeighbours` throws. */
export function* gpuNeighbourStage(
  { device, signal }: Gpu,
  space: Space,
  k: number,
  snapshot: ProjectionStep['snapshot'],
): Steps<FoundNeighbours, ProjectionStep> {
  let progress = { done: 0, total: 1 };
  const found = gpuNeighbours(
    device,
    { ...space, k },
    {
      signal,
      onProgress: ({ done, total }) => {
        progress = { done, total };
      },
    },
  );
  const neighbours = yield* awaited(found, () => ({
    stage: 'neighbours',
    ...progress,
    snapshot,
    milestone: false,
  }));
  return { ...neighbours, exact: true };
}

/** UMAP by the GPU until its end or a stop; throws what `gpuUmapSteps` throws. */
export function* gpuUmapStage(
  { device, signal }: Gpu,
  input: UmapInput,
  stop: Stop,
): Steps<LaidOut, ProjectionStep> {
  const total = input.nEpochs;
  const steps = gpuUmapSteps(device, input, signal);
  let shown = Number.NEGATIVE_INFINITY;
  let snapshot: ProjectionStep['snapshot'] = null;
  let done = 0;
  const waiting = (): ProjectionStep => ({ stage: 'umap', done, total, snapshot: null, milestone: false });
  for (;;) {
    const step = yield* awaited(steps.next(), waiting);
    if (step.done) return { coordinates: step.value, engine: GPU_UMAP_ENGINE, nEpochs: total };
    done = step.value.done;
    const now = performance.now();
    if (now - shown >= FRAME_MS || stop.stopped) {
      shown = now;
      const coordinates = yield* awaited(step.value.snapshot(), waiting);
      snapshot = () => coordinates.slice();
      yield { stage: 'umap', done, total, snapshot, milestone: false };
      if (stop.stopped && done < total) {
        yield* awaited(steps.return(coordinates), waiting);
        return { coordinates, engine: GPU_UMAP_ENGINE, nEpochs: done };
      }
    }
  }
}

/** Waits for a promise by steps that whoever drives them waits for. */
function* awaited<T>(promise: Promise<T>, step: () => ProjectionStep): Steps<T, ProjectionStep> {
  let outcome: { value: T } | { error: unknown } | null = null;
  const settled = promise.then(
    (value) => {
      outcome = { value };
    },
    (error: unknown) => {
      outcome = { error };
    },
  );
  const ended = (): { value: T } | { error: unknown } | null => outcome;
  for (;;) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, TELL_MS);
    });
    yield { ...step(), waitFor: Promise.race([settled, tell]).finally(() => clearTimeout(timer)) };
    const now = ended();
    if (!now) continue;
    if ('error' in now) throw now.error;
    return now.value;
  }
}
