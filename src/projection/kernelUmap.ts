import type { Arena } from '../vectors/kernels/arena.ts';
import type { Team } from '../vectors/kernels/team.ts';
import type { Steps } from '../vectors/steps.ts';
import type { FuzzyGraph } from './fuzzyGraph.ts';
import type { UmapInput, UmapStep } from './umap.ts';
import { fittedCurve } from './webgpu/fittedCurve.ts';
import { umapStart } from './webgpu/umapStart.ts';

export const KERNEL_UMAP_ENGINE = 'embedding-explorer 1 (WebAssembly)';

/**
 * In umap-learn an edge pulls each of its ends twice, once from either side, one after the other. Here all pulls of an epoch are from where
 * points stood at its begin, and two would be more than two.
 */
const PULLS = 1.5;

/** A point's place in the kernel's memory: four float32. */
const WIDTH = 4;
/** Parts of an epoch: enough that no thread waits long for another, and no part is shorter than some 10 µs. */
const PARTS = 32;
const LEAST_GRAIN = 16;

/** What moves, and what it moves among. */
export interface Motion extends UmapInput {
  /** Vertices that move; by default all. The others stay where they start. */
  readonly movable?: Int32Array;
  /** How much an edge pulls when it acts, in pulls of umap-learn's; by default `PULLS`. */
  readonly pulls?: number;
  /** Learning rate of the first epoch; by default 1, as in umap-learn. */
  readonly alpha?: number;
  /** Where the start is as the map's last epoch left it, it is neither scaled nor parted by noise. */
  readonly placed?: boolean;
}

/**
 * UMAP (McInnes, Healy & Melville 2018) by the team's kernels: umap-learn's edges, schedule, forces and learning rate, but in every epoch
 * each point moves itself alone, from where all stood at its begin. So any number of threads gives the same bits. Yields after every
 * epoch and returns the coordinates, n × dims.
 */
export function* kernelUmapSteps(team: Team, input: Motion): Steps<Float32Array<ArrayBuffer>, UmapStep> {
  const { graph, start, dims, minDist, nEpochs, seed, pulls = PULLS, alpha = 1 } = input;
  const { arena } = team;
  const { n } = graph;
  const mark = arena.mark();
  try {
    const edges = loadEdges(arena, graph, nEpochs);
    const movable = input.movable ?? Int32Array.from({ length: n }, (_, vertex) => vertex);
    const order = loadOrder(arena, movable, edges.work);
    const begin = input.placed ? placed(start, dims) : umapStart(start, dims, WIDTH, seed);
    let [now, next] = [arena.allocate(n * WIDTH * 4), arena.allocate(n * WIDTH * 4)];
    arena.f32(now, n * WIDTH).set(begin);
    arena.f32(next, n * WIDTH).set(begin);
    const scratch = team.allocateScratch(edges.most * 16 + 64);
    const { a, b } = fittedCurve(minDist);
    const groups = Math.ceil(movable.length / 4);
    const grain = Math.max(LEAST_GRAIN, Math.ceil(groups / PARTS));
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
      const key = Math.imul(seed, 0x9e3779b1) ^ Math.imul(epoch + 1, 0x85ebca6b);
      const graphArgs = [order, movable.length, edges.starts, edges.columns, edges.rates, now, next];
      const law = [n, epoch, rate, a, b, key, pulls, edges.most];
      team.run('moveVertices', groups, grain, [dims, ...graphArgs, ...law], scratch);
      [now, next] = [next, now];
      yield { done: epoch + 1, total: nEpochs, snapshot };
    }
    return snapshot();
  } finally {
    arena.release(mark);
  }
}

/** Pointers to the edges by row (`starts`, n + 1), how often each acts an epoch, and sums over a row's edges. */
interface LoadedEdges {
  readonly starts: number;
  readonly columns: number;
  readonly rates: number;
  /** Edges of the row with most. */
  readonly most: number;
  /** For each row how many edges act in an epoch. */
  readonly work: Float32Array;
}

/** umap-learn's schedule: the strongest edge acts in every epoch, others in proportion, those that would act in none are left out. */
function loadEdges(arena: Arena, { n, rows, columns, values }: FuzzyGraph, nEpochs: number): LoadedEdges {
  let strongest = 0;
  for (const value of values) if (value > strongest) strongest = value;
  const least = strongest / nEpochs;
  let kept = 0;
  const startsAt = arena.allocate((n + 1) * 4);
  const columnsAt = arena.allocate(values.length * 4);
  const ratesAt = arena.allocate(values.length * 4);
  const starts = arena.i32(startsAt, n + 1);
  const others = arena.i32(columnsAt, values.length);
  const rates = arena.f32(ratesAt, values.length);
  const work = new Float32Array(n);
  let most = 0;
  let edge = 0;
  for (let row = 0; row < n; row++) {
    starts[row] = kept;
    for (; edge < values.length && rows[edge] === row; edge++) {
      if (!(values[edge] > 0) || values[edge] < least) continue;
      const rate = values[edge] / strongest;
      others[kept] = columns[edge];
      rates[kept++] = rate;
      work[row] += rate;
    }
    most = Math.max(most, kept - starts[row]);
  }
  starts[n] = kept;
  return { starts: startsAt, columns: columnsAt, rates: ratesAt, most, work };
}

/** Classes of work that vertices are sorted into. */
const CLASSES = 256;

/** The vertices with most to do first, so that the four that move together have about as much to do. */
function loadOrder(arena: Arena, movable: Int32Array, work: Float32Array): number {
  const pointer = arena.allocate(movable.length * 4);
  const order = arena.i32(pointer, movable.length);
  const classOf = (vertex: number) => CLASSES - 1 - Math.min(CLASSES - 1, Math.floor(work[vertex] * 4));
  const next = new Int32Array(CLASSES + 1);
  for (const vertex of movable) next[classOf(vertex) + 1]++;
  for (let c = 0; c < CLASSES; c++) next[c + 1] += next[c];
  for (const vertex of movable) order[next[classOf(vertex)]++] = vertex;
  return pointer;
}

function placed(start: Float32Array, dims: number): Float32Array<ArrayBuffer> {
  const places = new Float32Array((start.length / dims) * WIDTH);
  for (let at = 0; at < start.length; at++) places[Math.floor(at / dims) * WIDTH + (at % dims)] = start[at];
  return places;
}
