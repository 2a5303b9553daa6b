import { Fault } from '../contract/fault.ts';
import type { Dims } from '../contract/options.ts';
import { knnSteps } from '../vectors/knn.ts';
import type { Steps } from '../vectors/steps.ts';
import { validateVectors } from '../vectors/validate.ts';
import { fuzzyGraphSteps } from './fuzzyGraph.ts';
import { laidOver } from './laidOver.ts';
import { pcaSteps } from './pca.ts';
import type { ProjectionInput, ProjectionResult, Rows } from './projection.ts';
import { clipNeighbors, defaultEpochs, LEAST_FOR_UMAP } from './settings.ts';
import { type ProjectionStep, qualityStage, type Stop, stage, umapStage } from './stages.ts';
import { UMAP_ENGINE } from './umap.ts';

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

  const first = yield* firstMap(input);
  const map = () => first.slice();
  yield { stage: 'pca', done: 1, total: 1, snapshot: map, milestone: true };
  const neighbours = yield* stage(knnSteps(data, dim, keptNeighbours(nNeighbors), metric), 'neighbours', map);

  let coordinates = first;
  let nEpochs = 0;
  if (input.method === 'umap' && n >= LEAST_FOR_UMAP && !stop.stopped) {
    const graph = yield* stage(fuzzyGraphSteps(neighbours, nNeighbors), 'neighbours', map);
    if (!stop.stopped) {
      const total = input.nEpochs ?? defaultEpochs(n);
      const umap = { graph, start: first, dims, minDist, nEpochs: total, seed };
      ({ coordinates, nEpochs } = yield* umapStage(umap, stop));
    }
  }
  const method = nEpochs > 0 ? 'umap' : 'pca';
  const measured = yield* qualityStage({ data, dim, metric, coordinates, dims, neighbours, seed }, () =>
    coordinates.slice(),
  );
  return {
    coordinates,
    dims,
    method,
    engine: method === 'umap' ? UMAP_ENGINE : 'pca',
    settings: { method, metric, dims, nNeighbors, minDist, nEpochs, seed },
    neighbours,
    ...measured,
  };
}

/** Neighbours that a projection finds for each point. */
export function keptNeighbours(nNeighbors: number): number {
  return Math.max(LEAST_NEIGHBOURS, nNeighbors - 1);
}

/** The PCA map, laid over that of other vectors where there are such. */
function* firstMap({
  data,
  dim,
  dims,
  beside,
}: ProjectionInput): Steps<Float32Array<ArrayBuffer>, ProjectionStep> {
  if (!beside) return (yield* stage(pcaSteps(data, dim, dims), 'pca', null)).coordinates;
  const [, coordinates] = yield* besideMaps(beside, { data, dim }, dims);
  return coordinates;
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
