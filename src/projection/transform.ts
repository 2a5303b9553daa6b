import { Fault } from '../contract/fault.ts';
import { makeTeam, type Team } from '../vectors/kernels/team.ts';
import type { Neighbours } from '../vectors/nearestLists.ts';
import { findNeighbours, type Workshop } from '../vectors/neighbours/findNeighbours.ts';
import { loadSpace } from '../vectors/neighbours/kernelSpace.ts';
import { nearestAmong } from '../vectors/neighbours/nearestAmong.ts';
import type { Steps } from '../vectors/steps.ts';
import { validateVectors } from '../vectors/validate.ts';
import { KERNEL_UMAP_ENGINE } from './engines.ts';
import type { FuzzyGraph } from './fuzzyGraph.ts';
import { kernelUmapSteps } from './kernelUmap.ts';
import { membership, membershipScale } from './membership.ts';
import { keptNeighbours } from './project.ts';
import type { ProjectionInput, ProjectionResult } from './projection.ts';
import { clipNeighbors } from './settings.ts';
import { type ProjectionStep, qualityStage, type Stop, stage } from './stages.ts';

/** umap-learn's transform: a quarter of the learning rate, a third of the epochs asked for, or by the number of points. */
const ALPHA = 0.25;
const EPOCHS = { few: 100, many: 30, manyFrom: 10_000 };

/** Vectors of which all but the first have their places already. */
export interface TransformInput extends ProjectionInput {
  /** The coordinates of the last rows, which stay as they are; the rows before are placed among them. */
  readonly fixed: Float32Array<ArrayBuffer>;
}

/**
 * Places new points into a finished map without moving it, as umap-learn 0.5's transform: each starts at the mean of its `nNeighbors`
 * nearest points of the map, weighted by membership, and is then laid out by UMAP's forces among them alone. The result is that of a
 * projection of all points: neighbours and quality are measured over all. A stop keeps the places of that moment. Throws Fault
 * `vectors-invalid`, and RangeError where `fixed` is empty or holds more points than there are rows.
 */
export function* transformSteps(
  input: TransformInput,
  stop: Stop,
  team: Team | null = makeTeam(1),
): Steps<ProjectionResult, ProjectionStep> {
  const { data, dim, dims, metric, seed, minDist, fixed } = input;
  const n = validateVectors(data, dim);
  if (n === 0) throw new Fault('too-few-points', { needed: 1, given: 0 });
  const known = fixed.length / dims;
  if (known < 1 || known > n) throw new RangeError(`a map of ${known} points for ${n} rows`);
  const fresh = n - known;
  const nNeighbors = clipNeighbors(input.nNeighbors, n);
  const mark = team?.arena.mark() ?? 0;
  try {
    const space = { data, dim, metric };
    const workshop: Workshop | null = team && { team, space: loadSpace(team, space) };
    const k = Math.min(nNeighbors, known);
    const nearest = yield* stage(nearestAmong(workshop, space, fresh, k), 'neighbours', null);
    const weights = weightsOf(nearest);
    // the points of the map first, as the kernel draws those that push from the first ones
    let places = new Float32Array(n * dims);
    places.set(fixed);
    places.set(startAmong(nearest, weights, fixed, dims), fixed.length);
    const inRows = () => {
      const coordinates = new Float32Array(n * dims);
      coordinates.set(places.subarray(fixed.length));
      coordinates.set(fixed, fresh * dims);
      return coordinates;
    };
    yield { stage: 'pca', done: 1, total: 1, snapshot: inRows, milestone: true };

    const asked = input.nEpochs && Math.floor(input.nEpochs / 3);
    const total = asked ?? (fresh > EPOCHS.manyFrom ? EPOCHS.many : EPOCHS.few);
    let nEpochs = 0;
    if (team && fresh > 0 && !stop.stopped) {
      const steps = kernelUmapSteps(team, {
        graph: bipartite(nearest, weights, known, n),
        start: places,
        dims,
        minDist,
        nEpochs: total,
        seed,
        among: known,
        pulls: 1,
        alpha: ALPHA,
        placed: true,
      });
      for (;;) {
        const step = steps.next();
        if (step.done) {
          places = step.value;
          break;
        }
        places = step.value.snapshot();
        nEpochs = step.value.done;
        yield { stage: 'umap', done: nEpochs, total, snapshot: inRows, milestone: false };
        if (!stop.stopped) continue;
        steps.return(places);
        break;
      }
    }
    const search = findNeighbours(workshop, space, keptNeighbours(nNeighbors), seed);
    const neighbours = yield* stage(search, 'neighbours', inRows);
    const coordinates = inRows();
    const measuring = { data, dim, metric, coordinates, dims, neighbours, seed };
    const measured = yield* qualityStage(measuring, workshop, () => coordinates.slice());
    const { indices, distances } = neighbours;
    return {
      coordinates,
      dims,
      method: 'umap',
      engine: KERNEL_UMAP_ENGINE,
      settings: { method: 'umap', metric, dims, nNeighbors, minDist, nEpochs, seed },
      neighbours: { k: neighbours.k, indices, distances },
      ...measured,
    };
  } finally {
    team?.arena.release(mark);
  }
}

/** Memberships of each new point's neighbours; no neighbour need belong to it entirely (umap-learn's local_connectivity 0). */
function weightsOf({ k, distances }: Neighbours): Float64Array {
  const weights = new Float64Array(distances.length);
  for (let at = 0; at < distances.length; at += k) {
    // umap-learn's sum leaves the nearest out here too, though it is not the point itself
    const scale = membershipScale(distances.subarray(at + 1, at + k), 0);
    for (let t = at; t < at + k; t++) weights[t] = membership(distances[t], 0, scale);
  }
  return weights;
}

/** The weighted mean of each point's neighbours; the place of its twin where it has one. */
function startAmong(
  { k, indices, distances }: Neighbours,
  weights: Float64Array,
  fixed: Float32Array,
  dims: number,
): Float32Array<ArrayBuffer> {
  const start = new Float32Array((indices.length / k) * dims);
  for (let at = 0; at < indices.length; at += k) {
    const used = distances[at] === 0 ? 1 : k;
    let total = 0;
    for (let t = at; t < at + used; t++) total += weights[t];
    for (let d = 0; d < dims; d++) {
      let sum = 0;
      for (let t = at; t < at + used; t++) sum += (weights[t] / total) * fixed[indices[t] * dims + d];
      start[(at / k) * dims + d] = sum;
    }
  }
  return start;
}

/** The edges of the new points, which stand behind the `known` ones. */
function bipartite({ k, indices }: Neighbours, weights: Float64Array, known: number, n: number): FuzzyGraph {
  const rows = Int32Array.from(indices, (_, at) => known + Math.floor(at / k));
  return { n, rows, columns: indices, values: Float64Array.from(weights) };
}
