import { UMAP } from 'umap-js';
import type { Dims } from '../contract/options.ts';
import { type Random, seededRandom } from '../vectors/random.ts';
import type { Steps } from '../vectors/steps.ts';
import type { FuzzyGraph } from './fuzzyGraph.ts';

export interface UmapInput {
  readonly graph: FuzzyGraph;
  /** n × dims: where the points start, usually the PCA map. */
  readonly start: Float32Array;
  readonly dims: Dims;
  readonly minDist: number;
  readonly nEpochs: number;
  readonly seed: number;
}

/** One step of UMAP: epochs done of all, and the map as it is then. */
export interface UmapStep {
  readonly done: number;
  readonly total: number;
  /** A copy of the coordinates of that moment, n × dims. */
  readonly snapshot: () => Float32Array<ArrayBuffer>;
}

/** Largest coordinate of the start and the noise on it: umap-learn's noisy_scale_coords. */
const START_EXTENT = 10;
const START_NOISE = 1e-4;

/**
 * UMAP (McInnes, Healy & Melville 2018) with umap-js's optimiser, on exact neighbours, from a given start.
 * Yields after every epoch and returns the coordinates, n × dims; dropping it early is a stop. Deterministic
 * by seed on one engine.
 *
 * Two things are handed to umap-js. The graph, because its own takes seconds for 10,000 points (matrices
 * with strings as keys) and cannot be interrupted; ours gives the same coordinates, bit for bit. And the start,
 * because it can only start at random: the arrays of getEmbedding() are those that it optimises, so the
 * start is written into them.
 */
export function* umapSteps(input: UmapInput): Steps<Float32Array<ArrayBuffer>, UmapStep> {
  const { graph, dims, minDist, nEpochs, seed } = input;
  const n = graph.n;
  const random = seededRandom(seed);
  const umap = new UMAP({ nComponents: dims, nNeighbors: 1, minDist, nEpochs, random });
  umap.setPrecomputedKNN([], []);
  // the search graph only serves transform(), which is never called
  Object.assign(umap, {
    fuzzySimplicialSet: () => new UmapGraph(graph, graph.values),
    makeSearchFns: () => {},
    makeSearchGraph: () => null,
  });
  // with all that given, umap-js reads nothing of the vectors and nNeighbors but that there are more of the former
  umap.initializeFit(Array.from({ length: n }, () => []));
  const embedding = umap.getEmbedding();
  moveTo(embedding, input.start, dims, random);
  const snapshot = () => {
    const coordinates = new Float32Array(n * dims);
    for (let i = 0; i < n; i++) coordinates.set(embedding[i], i * dims);
    return coordinates;
  };
  for (let done = 0; done < nEpochs; ) {
    done = umap.step();
    yield { done, total: nEpochs, snapshot };
  }
  return snapshot();
}

/** A graph as umap-js asks for it: what its initializeFit calls of its own SparseMatrix. */
class UmapGraph {
  readonly nRows: number;
  readonly nCols: number;
  readonly #graph: FuzzyGraph;
  readonly #values: Float64Array;

  constructor(graph: FuzzyGraph, values: Float64Array) {
    this.nRows = graph.n;
    this.nCols = graph.n;
    this.#graph = graph;
    this.#values = values;
  }

  getValues(): Float64Array {
    return this.#values;
  }

  map(change: (value: number, row: number, column: number) => number): UmapGraph {
    const { rows, columns } = this.#graph;
    return new UmapGraph(
      this.#graph,
      this.#values.map((value, edge) => change(value, rows[edge], columns[edge])),
    );
  }

  /** Edges by row and then column. */
  getAll(): { value: number; row: number; col: number }[] {
    const { rows, columns } = this.#graph;
    return Array.from(this.#values, (value, edge) => ({ value, row: rows[edge], col: columns[edge] }));
  }
}

/** Writes the start, scaled evenly to START_EXTENT and parted by a little noise, into umap-js's arrays. */
function moveTo(embedding: number[][], start: Float32Array, dims: number, random: Random): void {
  let extent = 0;
  for (const value of start) extent = Math.max(extent, Math.abs(value));
  // all vectors equal: there is no map to start from, so umap-js's own random start stays
  if (extent === 0) return;
  embedding.forEach((point, i) => {
    for (let d = 0; d < dims; d++) {
      point[d] = (start[i * dims + d] / extent) * START_EXTENT + (random() * 2 - 1) * START_NOISE;
    }
  });
}
