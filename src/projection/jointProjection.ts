import { Fault } from '../contract/fault.ts';
import { makeTeam, type Team } from '../vectors/kernels/team.ts';
import { findNeighbours } from '../vectors/neighbours/findNeighbours.ts';
import { loadSpace } from '../vectors/neighbours/kernelSpace.ts';
import type { Steps } from '../vectors/steps.ts';
import { validateVectors } from '../vectors/validate.ts';
import { fuzzyGraphSteps } from './fuzzyGraph.ts';
import { jointGraph } from './jointGraph.ts';
import { besideMaps, keptNeighbours } from './project.ts';
import type { JointInput, JointResult, ProjectionResult } from './projection.ts';
import { clipNeighbors, defaultEpochs, LEAST_FOR_UMAP } from './settings.ts';
import { type LaidOut, type ProjectionStep, qualityStage, type Stop, stage, umapStage } from './stages.ts';

/**
 * Strength of the edge between a thing's two points: that of two nearest neighbours. Measured on 861 words in two spaces
 * whose neighbours overlap by 0.15: items with much overlap end 0.13 as far apart as strangers, those with little 0.41,
 * both maps as trustworthy as alone. At 0.5 it is 0.45 and 0.76, at 0.25 0.82 and 0.97, since both sides' points repel
 * each other too and the maps drift apart; so they do with the Jaccard index of the neighbours for a strength, as
 * AlignedUMAP weighs its pull.
 */
const TIE = 1;

/**
 * One UMAP of two vector sets of the same n things, after umap-learn's AlignedUMAP (Dadu et al. 2023): each set's own
 * exact neighbours and fuzzy graph, both in one graph of 2n points, with an edge of strength `TIE` between the two points of
 * each thing. It starts from the left PCA map, and the right one turned and scaled to lie over it. The snapshots of
 * its steps are 2n × dims, the left map first. Below 5 things, or stopped before its first epoch, the two PCA maps.
 * Same input, same result, bit for bit. Throws Fault `vectors-invalid` or `too-few-points`, and RangeError where the
 * sets differ in rows.
 */
export function* jointProjectionSteps(
  input: JointInput,
  stop: Stop,
  team: Team | null = makeTeam(1),
): Steps<JointResult, ProjectionStep> {
  const { left, right, dims, metric, minDist, seed } = input;
  const n = validateVectors(left.data, left.dim);
  if (n !== validateVectors(right.data, right.dim)) throw new RangeError('two sets are laid out row by row');
  if (n === 0) throw new Fault('too-few-points', { needed: 1, given: 0 });
  const nNeighbors = clipNeighbors(input.nNeighbors, n);
  const k = keptNeighbours(nNeighbors);

  const start = new Float32Array(2 * n * dims);
  (yield* besideMaps(left, right, dims)).forEach((map, side) => {
    start.set(map, side * n * dims);
  });
  const first = () => start.slice();
  yield { stage: 'pca', done: 1, total: 1, snapshot: first, milestone: true };
  const mark = team?.arena.mark() ?? 0;
  try {
    const sides = [];
    for (const [part, { data, dim }] of [
      [LEFT, left],
      [RIGHT, right],
    ] as const) {
      const space = { data, dim, metric };
      const workshop = team && { team, space: loadSpace(team, space) };
      const neighbours = yield* stage(findNeighbours(workshop, space, k, seed), 'neighbours', first, part);
      sides.push({ part, data, dim, workshop, neighbours });
    }

    let laidOut: LaidOut = { coordinates: start, engine: 'pca', nEpochs: 0 };
    if (n >= LEAST_FOR_UMAP && !stop.stopped) {
      const graphs = [];
      for (const { part, neighbours } of sides) {
        graphs.push(yield* stage(fuzzyGraphSteps(neighbours, nNeighbors), 'neighbours', first, part));
      }
      if (!stop.stopped) {
        const graph = jointGraph(graphs[0], graphs[1], TIE);
        const total = input.nEpochs ?? defaultEpochs(n);
        const umap = { graph, start, dims, minDist, nEpochs: total, seed };
        laidOut = yield* umapStage(umap, input.engine === 'umap-js' ? null : team, stop);
      }
    }
    const { coordinates, engine, nEpochs } = laidOut;
    const last = () => coordinates.slice();
    const method = nEpochs > 0 ? 'umap' : 'pca';
    const settings = { method, metric, dims, nNeighbors, minDist, nEpochs, seed } as const;
    const results: ProjectionResult[] = [];
    for (const { part, data, dim, workshop, neighbours } of sides) {
      const own = coordinates.slice(part.which * n * dims, (part.which + 1) * n * dims);
      const measuring = { data, dim, metric, coordinates: own, dims, neighbours, seed };
      const measured = yield* qualityStage(measuring, workshop, last, part);
      const { indices, distances } = neighbours;
      const kept = { k: neighbours.k, indices, distances };
      results.push({ coordinates: own, dims, method, engine, settings, neighbours: kept, ...measured });
    }
    return { left: results[0], right: results[1] };
  } finally {
    team?.arena.release(mark);
  }
}

/** Each side is half of a stage. */
const LEFT = { which: 0, of: 2 } as const;
const RIGHT = { which: 1, of: 2 } as const;
