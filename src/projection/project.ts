import { Fault, isAbort } from '../contract/fault.ts';
import type { Dims } from '../contract/options.ts';
import { makeTeam, type Team } from '../vectors/kernels/team.ts';
import { findNeighbours } from '../vectors/neighbours/findNeighbours.ts';
import { loadSpace } from '../vectors/neighbours/kernelSpace.ts';
import type { Steps } from '../vectors/steps.ts';
import { validateVectors } from '../vectors/validate.ts';
import { fuzzyGraphSteps } from './fuzzyGraph.ts';
import { laidOver } from './laidOver.ts';
import { alongComponents, pcaSteps } from './pca.ts';
import type { ProjectionInput, ProjectionResult, Rows } from './projection.ts';
import { clipNeighbors, defaultEpochs, LEAST_FOR_UMAP } from './settings.ts';
import { type LaidOut, type ProjectionStep, qualityStage, type Stop, stage, umapStage } from './stages.ts';
import { type Gpu, gpuNeighbourStage, gpuUmapStage } from './webgpu/gpuStages.ts';

/** Neighbours that are always kept, for the inspector and for quality. */
const LEAST_NEIGHBOURS = 15;

/**
 * A whole projection: PCA (the first map), neighbours, UMAP from the PCA map where it is asked for and there are 5 points
 * or more, then quality. The team does the work, or the GPU where there is one; without a team (no WebAssembly SIMD) plain code and umap-js do. Same input, same
 * result, bit for bit, whatever the team's size. Throws Fault `vectors-invalid`, or `too-few-points` without any.
 */
export function* projectSteps(
  input: ProjectionInput,
  stop: Stop,
  { team, gpu = null }: Means = { team: makeTeam(1) },
): Steps<ProjectionResult, ProjectionStep> {
  const { data, dim, dims, metric, seed, minDist } = input;
  const n = validateVectors(data, dim);
  if (n === 0) throw new Fault('too-few-points', { needed: 1, given: 0 });
  const nNeighbors = clipNeighbors(input.nNeighbors, n);

  const first = yield* firstMap(input);
  const map = () => first.coordinates.slice();
  yield { stage: 'pca', done: 1, total: 1, snapshot: map, milestone: true };
  const mark = team?.arena.mark() ?? 0;
  try {
    const space = { data, dim, metric };
    const workshop = team && { team, space: loadSpace(team, space) };
    const k = keptNeighbours(nNeighbors);
    const onGpu = input.method === 'umap' && n >= LEAST_FOR_UMAP ? gpu : null;
    let neighbours = onGpu && (yield* unlessGpuFails(onGpu, gpuNeighbourStage(onGpu, space, k, map)));
    neighbours ??= yield* stage(findNeighbours(workshop, space, k, seed), 'neighbours', map);

    let laidOut: LaidOut = { coordinates: first.coordinates, engine: 'pca', nEpochs: 0 };
    if (input.method === 'umap' && n >= LEAST_FOR_UMAP && !stop.stopped) {
      const graph = yield* stage(fuzzyGraphSteps(neighbours, nNeighbors), 'neighbours', map);
      if (!stop.stopped) {
        const total = input.nEpochs ?? defaultEpochs(n);
        const umap = { graph, start: first.coordinates, dims, minDist, nEpochs: total, seed };
        const byGpu = onGpu && (yield* unlessGpuFails(onGpu, gpuUmapStage(onGpu, umap, stop)));
        laidOut = byGpu ?? (yield* umapStage(umap, input.engine === 'umap-js' ? null : team, stop));
      }
    }
    const method = laidOut.nEpochs > 0 ? 'umap' : 'pca';
    if (method === 'pca' && first.sampled) {
      const { coordinates } = yield* stage(pcaSteps(data, dim, dims), 'pca', map);
      laidOut = { ...laidOut, coordinates };
    }
    const { coordinates, engine, nEpochs } = laidOut;
    const measuring = { data, dim, metric, coordinates, dims, neighbours, seed };
    const measured = yield* qualityStage(measuring, workshop, () => coordinates.slice());
    return {
      coordinates,
      dims,
      method,
      engine,
      settings: { method, metric, dims, nNeighbors, minDist, nEpochs, seed },
      neighbours: { k: neighbours.k, indices: neighbours.indices, distances: neighbours.distances },
      ...measured,
    };
  } finally {
    team?.arena.release(mark);
  }
}

/** What a projection works with. */
export interface Means {
  /** Null where this browser cannot run the kernels. */
  readonly team: Team | null;
  /** For neighbours and UMAP, where the GPU was asked for and is there. */
  readonly gpu?: Gpu | null;
}

/** A GPU that fails is done without, unless it was told to end: null then. */
function* unlessGpuFails<T>(
  { signal }: Gpu,
  steps: Steps<T, ProjectionStep>,
): Steps<T | null, ProjectionStep> {
  try {
    return yield* steps;
  } catch (error) {
    signal.throwIfAborted();
    if (isAbort(error)) throw error;
    return null;
  }
}

/** Neighbours that a projection finds for each point. */
export function keptNeighbours(nNeighbors: number): number {
  return Math.max(LEAST_NEIGHBOURS, nNeighbors - 1);
}

/** A first map, and whether its axes are those of a part of the vectors. */
interface FirstMap {
  readonly coordinates: Float32Array<ArrayBuffer>;
  readonly sampled: boolean;
}

/** The PCA map, laid over that of other vectors where there are such; UMAP only starts there, so a part of the vectors will do. */
function* firstMap({ data, dim, dims, beside, method }: ProjectionInput): Steps<FirstMap, ProjectionStep> {
  if (beside) {
    const [, coordinates] = yield* besideMaps(beside, { data, dim }, dims);
    return { coordinates, sampled: false };
  }
  const rows = method === 'umap' ? rowsForStart(data, dim) : null;
  if (!rows) {
    return {
      coordinates: (yield* stage(pcaSteps(data, dim, dims), 'pca', null)).coordinates,
      sampled: false,
    };
  }
  const part = yield* stage(pcaSteps(rows, dim, dims), 'pca', null);
  return { coordinates: alongComponents(data, part.mean, part.components, dims), sampled: true };
}

/** Products that the axes of a start may cost: some 0.1 s; but so many rows always count. */
const START_PRODUCTS = 4e8;
const LEAST_START_ROWS = 2000;

/** Every s-th row, where all rows would make PCA the longest stage; null where all will do. */
function rowsForStart(data: Float32Array, dim: number): Float32Array<ArrayBuffer> | null {
  const n = data.length / dim;
  const count = Math.max(LEAST_START_ROWS, Math.floor(START_PRODUCTS / dim ** 2));
  if (n < 2 * count) return null;
  const rows = new Float32Array(count * dim);
  for (let row = 0; row < count; row++) {
    const from = Math.floor((row * n) / count) * dim;
    rows.set(data.subarray(from, from + dim), row * dim);
  }
  return rows;
}

/** The PCA maps of two vector sets of the same rows, the second laid over the first. */
export function* besideMaps(
  left: Rows,
  right: Rows,
  dims: Dims,
): Steps<[Float32Array<ArrayBuffer>, Float32Array<ArrayBuffer>], ProjectionStep> {
  const first = yield* stage(pcaSteps(left.data, left.dim, dims), 'pca', null, { which: 0, of: 2 });
  const second = yield* stage(pcaSteps(right.data, right.dim, dims), 'pca', null, { which: 1, of: 2 });
  return [first.coordinates, laidOver(second.coordinates, first.coordinates, dims)];
}
