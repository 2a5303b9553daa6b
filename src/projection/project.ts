import { Fault } from '../contract/fault.ts';
import { knnSteps } from '../vectors/knn.ts';
import type { Steps } from '../vectors/steps.ts';
import { validateVectors } from '../vectors/validate.ts';
import { type FuzzyGraph, fuzzyGraphSteps } from './fuzzyGraph.ts';
import { type Pca, pcaSteps } from './pca.ts';
import type { ProjectionInfo, ProjectionInput, ProjectionResult } from './projection.ts';
import { qualitySteps } from './quality.ts';
import { clipNeighbors, defaultEpochs, LEAST_FOR_UMAP } from './settings.ts';
import { UMAP_ENGINE, umapSteps } from './umap.ts';

/** One step of a projection. */
export interface ProjectionStep extends ProjectionInfo {
  /** Gives a copy of the map as it is after this step; null before the first map. */
  readonly snapshot: (() => Float32Array<ArrayBuffer>) | null;
  /** Whether this map must be shown: the PCA map and the last one. */
  readonly milestone: boolean;
}

/** Set `stopped` while the steps rest, and UMAP ends with the epoch it has done. */
export interface Stop {
  stopped: boolean;
}

/** Neighbours that are always kept, for the inspector and for quality. */
const LEAST_NEIGHBOURS = 15;

/**
 * A whole projection: PCA (the first map), exact neighbours, UMAP from the PCA map where it is asked for and
 * there are 5 points or more, then quality. Same input, same result, bit for bit. Throws Fault
 * `vectors-invalid`, or `too-few-points` without any.
 */
export function* projectSteps(input: ProjectionInput, stop: Stop): Steps<ProjectionResult, ProjectionStep> {
  const { data, dim, dims, metric, seed, minDist } = input;
  const n = validateVectors(data, dim);
  if (n === 0) throw new Fault('too-few-points', { needed: 1, given: 0 });
  const nNeighbors = clipNeighbors(input.nNeighbors, n);

  const first: Pca = yield* pcaPart(input);
  const map = () => first.coordinates.slice();
  yield { stage: 'pca', done: 1, total: 1, snapshot: map, milestone: true };
  const k = Math.max(LEAST_NEIGHBOURS, nNeighbors - 1);
  const neighbours = yield* neighbourPart(knnSteps(data, dim, k, metric), map);

  let coordinates = first.coordinates;
  let nEpochs = 0;
  if (input.method === 'umap' && n >= LEAST_FOR_UMAP && !stop.stopped) {
    const graph = yield* neighbourPart(fuzzyGraphSteps(neighbours, nNeighbors), map);
    if (!stop.stopped) ({ coordinates, nEpochs } = yield* umapPart(input, graph, first.coordinates, stop));
  }
  const method = nEpochs > 0 ? 'umap' : 'pca';
  const last = () => coordinates.slice();
  const measuring = qualitySteps({ data, dim, metric, coordinates, dims, neighbours, seed });
  for (let milestone = true; ; milestone = false) {
    const step = measuring.next();
    if (step.done) {
      return {
        coordinates,
        dims,
        method,
        engine: method === 'umap' ? UMAP_ENGINE : 'pca',
        settings: { method, metric, dims, nNeighbors, minDist, nEpochs, seed },
        neighbours,
        ...step.value,
      };
    }
    yield { stage: 'quality', ...step.value, snapshot: last, milestone };
  }
}

function* pcaPart({ data, dim, dims }: ProjectionInput): Steps<Pca, ProjectionStep> {
  const steps = pcaSteps(data, dim, dims);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield { stage: 'pca', ...step.value, snapshot: null, milestone: false };
  }
}

function* neighbourPart<T>(
  steps: Steps<T>,
  snapshot: () => Float32Array<ArrayBuffer>,
): Steps<T, ProjectionStep> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield { stage: 'neighbours', ...step.value, snapshot, milestone: false };
  }
}

function* umapPart(
  { dims, minDist, seed, nEpochs: asked }: ProjectionInput,
  graph: FuzzyGraph,
  start: Float32Array,
  stop: Stop,
): Steps<{ coordinates: Float32Array<ArrayBuffer>; nEpochs: number }, ProjectionStep> {
  const total = asked ?? defaultEpochs(graph.n);
  const steps = umapSteps({ graph, start, dims, minDist, nEpochs: total, seed });
  for (let run = 0; ; run++) {
    const step = steps.next();
    if (step.done) return { coordinates: step.value, nEpochs: run };
    yield { stage: 'umap', ...step.value, milestone: false };
    if (stop.stopped && step.value.done < total) {
      return { coordinates: step.value.snapshot(), nEpochs: step.value.done };
    }
  }
}
