import type { Arena } from '../vectors/kernels/arena.ts';
import type { Team } from '../vectors/kernels/team.ts';
import type { Steps } from '../vectors/steps.ts';
import { fittedCurve } from './fittedCurve.ts';
import type { FuzzyGraph } from './fuzzyGraph.ts';
import type { UmapInput, UmapStep } from './umap.ts';
import { umapStart } from './umapStart.ts';

/**
 * An edge pulls each of its ends twice in umap-learn, once from either side, one after the other; pulls at once count for more. Measured on
 * 10,000 words (384, 50 and 150 dimensions, 2 seeds), trustworthiness / continuity less those of umap-js on the same graph: 1.5 gives
 * +.011 / −.001, 1.75 +.001 / +.001, 2 −.008 / +.001.
 */
const PULLS = 1.5;
/** Ticks of an epoch, as in tools/kernels/assembly/optimise.ts. With one, continuity is .008 lower. */
const TICKS = 8;
/** A point's place in the kernel's memory: four float32. */
const WIDTH = 4;
/** Vertices of a part: some 20 µs of work a tick; more where there are many, so that there are not too many parts. */
const LEAST_PART = 256;
const MOST_PARTS = 512;

/** What moves, and what it moves among. */
export interface Motion extends UmapInput {
  /** How much an edge pulls when it acts, in pulls of umap-learn's; by default `PULLS`. */
  readonly pulls?: number;
  /** Learning rate of the first epoch; by default 1, as in umap-learn. */
  readonly alpha?: number;
  /** Points that push: the first so many; by default all. */
  readonly among?: number;
  /** Where the start is as the map's last epoch left it, it is neither scaled nor parted by noise. */
  readonly placed?: boolean;
}

/**
 * UMAP (McInnes, Healy & Melville 2018) by the team's kernels: umap-learn's edges, schedule, forces and learning rate. An epoch has 8 ticks,
 * each edge that acts does so in one of them by lot, and in a tick all points move at once, from where they stood at its begin. So any
 * number of threads gives the same bits. Points without edges stay. Yields after every epoch and returns the coordinates, n × dims.
 */
export function* kernelUmapSteps(team: Team, input: Motion): Steps<Float32Array<ArrayBuffer>, UmapStep> {
  const { graph, start, dims, minDist, nEpochs, seed, pulls = PULLS, alpha = 1 } = input;
  const { arena } = team;
  const { n } = graph;
  const among = input.among ?? n;
  const size = Math.max(LEAST_PART, Math.ceil(n / MOST_PARTS));
  const parts = Math.ceil(n / size);
  const mark = arena.mark();
  try {
    const { starts, columns, rates, kept, most } = loadEdges(arena, graph, nEpochs, size);
    const acting = arena.allocate(kept * 8);
    const ticks = arena.allocate(parts * (TICKS + 1) * 4);
    let [now, next] = [arena.allocate(n * WIDTH * 4), arena.allocate(n * WIDTH * 4)];
    arena.f32(now, n * WIDTH).set(input.placed ? placed(start, dims) : umapStart(start, dims, WIDTH, seed));
    const scratch = team.allocateScratch(most * 9 + 64);
    const { a, b } = fittedCurve(minDist);
    const snapshot = () => {
      const places = arena.f32(now, n * WIDTH);
      const coordinates = new Float32Array(n * dims);
      for (let i = 0; i < n; i++)
        for (let d = 0; d < dims; d++) coordinates[i * dims + d] = places[i * WIDTH + d];
      return coordinates;
    };
    for (let epoch = 0; epoch < nEpochs; epoch++) {
      // as umap-learn: the rate falls after an epoch, by that epoch's number
      const rate = alpha * (epoch === 0 ? 1 : 1 - (epoch - 1) / nEpochs);
      const key = Math.imul(seed, 0x9e3779b1) ^ Math.imul(epoch + 1, 0xc2b2ae3d);
      const edges = [size, n, starts, columns, rates, epoch, key, acting, ticks, most];
      team.run('drawEdges', parts, 1, edges, scratch);
      for (let tick = 0; tick < TICKS; tick++) {
        const forces = [among, rate, a, b, key, pulls];
        const given = [dims, size, n, tick, starts, acting, ticks, now, next, ...forces];
        team.run('moveVertices', parts, 1, given);
        [now, next] = [next, now];
      }
      yield { done: epoch + 1, total: nEpochs, snapshot };
    }
    return snapshot();
  } finally {
    arena.release(mark);
  }
}

/** Pointers to the edges by row (`starts`, n + 1) and how often each acts an epoch. */
interface LoadedEdges {
  readonly starts: number;
  readonly columns: number;
  readonly rates: number;
  /** All edges, and those of the part of `size` rows with most. */
  readonly kept: number;
  readonly most: number;
}

/** umap-learn's schedule: the strongest edge acts in every epoch, others in proportion, those that would act in none are left out. */
function loadEdges(
  arena: Arena,
  { n, rows, columns, values }: FuzzyGraph,
  nEpochs: number,
  size: number,
): LoadedEdges {
  let strongest = 0;
  for (const value of values) if (value > strongest) strongest = value;
  const least = strongest / nEpochs;
  const startsAt = arena.allocate((n + 1) * 4);
  const columnsAt = arena.allocate(values.length * 4);
  // the kernel reads four rates at a time
  const ratesAt = arena.allocate(values.length * 4 + 16);
  const starts = arena.i32(startsAt, n + 1);
  const others = arena.i32(columnsAt, values.length);
  const rates = arena.f32(ratesAt, values.length);
  let kept = 0;
  let most = 0;
  let edge = 0;
  for (let row = 0; row < n; row++) {
    starts[row] = kept;
    for (; edge < values.length && rows[edge] === row; edge++) {
      if (!(values[edge] > 0) || values[edge] < least) continue;
      others[kept] = columns[edge];
      rates[kept++] = values[edge] / strongest;
    }
    most = Math.max(most, kept - starts[row - (row % size)]);
  }
  starts[n] = kept;
  return { starts: startsAt, columns: columnsAt, rates: ratesAt, kept, most };
}

function placed(start: Float32Array, dims: number): Float32Array<ArrayBuffer> {
  const places = new Float32Array((start.length / dims) * WIDTH);
  for (let at = 0; at < start.length; at++) places[Math.floor(at / dims) * WIDTH + (at % dims)] = start[at];
  return places;
}
