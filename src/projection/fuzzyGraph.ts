import type { Neighbours } from '../vectors/nearestLists.ts';
import { finish, type Steps } from '../vectors/steps.ts';
import { membership, membershipScale } from './membership.ts';

/** Weighted edges of a symmetric graph of n points, both directions of each, by row and then column. */
export interface FuzzyGraph {
  readonly n: number;
  readonly rows: Int32Array<ArrayBuffer>;
  readonly columns: Int32Array<ArrayBuffer>;
  /** Membership strengths, 0 … 1. */
  readonly values: Float64Array<ArrayBuffer>;
}

/** Points between two yields: about a millisecond's work. */
const STRIDE = 256;

/**
 * The fuzzy simplicial set of umap-learn 0.5 (local_connectivity 1, set_op_mix_ratio 1) from exact
 * neighbours without the point itself; `nNeighbors` counts the point, and k ≥ nNeighbors − 1.
 */
export function* fuzzyGraphSteps(neighbours: Neighbours, nNeighbors: number): Steps<FuzzyGraph> {
  const n = neighbours.indices.length / neighbours.k;
  const others = nNeighbors - 1;
  const strengths = new Float64Array(n * others);
  const total = 2 * n;
  for (let point = 0; point < n; point++) {
    const from = point * neighbours.k;
    const distances = neighbours.distances.subarray(from, from + others);
    writeStrengths(distances, strengths.subarray(point * others, (point + 1) * others));
    if (point % STRIDE === 0) yield { done: point, total };
  }

  // how strongly each listed pair belongs together, and which pairs only one side lists
  const values = new Float64Array(n * others);
  const oneWay = new Uint8Array(n * others);
  const starts = new Int32Array(n + 1);
  for (let point = 0; point < n; point++) {
    starts[point + 1] += others;
    for (let t = 0; t < others; t++) {
      const other = neighbours.indices[point * neighbours.k + t];
      const strength = strengths[point * others + t];
      const back = placeOf(neighbours, other, point, others);
      // the fuzzy union a + b − ab of both directions; b = 0 where there is only one
      if (back >= 0) {
        const returned = strengths[other * others + back];
        values[point * others + t] = strength + returned - strength * returned;
      } else {
        values[point * others + t] = strength;
        oneWay[point * others + t] = 1;
        starts[other + 1]++;
      }
    }
    if (point % STRIDE === 0) yield { done: n + point, total };
  }
  for (let point = 0; point < n; point++) starts[point + 1] += starts[point];
  return byRow(neighbours, others, values, oneWay, starts);
}

/** All edges in both directions by row and then column; row i's lie at starts[i] … starts[i + 1] − 1. */
function byRow(
  { indices, k }: Neighbours,
  others: number,
  strengths: Float64Array,
  oneWay: Uint8Array,
  starts: Int32Array,
): FuzzyGraph {
  const n = starts.length - 1;
  const edges = starts[n];
  const rows = new Int32Array(edges);
  const columns = new Int32Array(edges);
  const values = new Float64Array(edges);
  const next = starts.slice(0, n);
  const add = (row: number, column: number, value: number) => {
    const at = next[row]++;
    rows[at] = row;
    columns[at] = column;
    values[at] = value;
  };
  for (let point = 0; point < n; point++) {
    for (let t = 0; t < others; t++) {
      const other = indices[point * k + t];
      const value = strengths[point * others + t];
      add(point, other, value);
      if (oneWay[point * others + t]) add(other, point, value);
    }
  }
  for (let point = 0; point < n; point++) sortByColumn(columns, values, starts[point], starts[point + 1]);
  return { n, rows, columns, values };
}

/** By insertion, which is quick for some twenty edges; a hub's hundreds stand nearly in order, since points come ascending. */
function sortByColumn(columns: Int32Array, values: Float64Array, from: number, to: number): void {
  for (let edge = from + 1; edge < to; edge++) {
    const column = columns[edge];
    const value = values[edge];
    let at = edge;
    for (; at > from && columns[at - 1] > column; at--) {
      columns[at] = columns[at - 1];
      values[at] = values[at - 1];
    }
    columns[at] = column;
    values[at] = value;
  }
}

/** `fuzzyGraphSteps` at one go. */
export function fuzzyGraph(neighbours: Neighbours, nNeighbors: number): FuzzyGraph {
  return finish(fuzzyGraphSteps(neighbours, nNeighbors));
}

/** Strengths of one point's neighbours; the nearest that does not coincide with it belongs to it entirely. */
function writeStrengths(distances: Float32Array, strengths: Float64Array): void {
  const nearest = distances.find((distance) => distance > 0) ?? 0;
  const scale = membershipScale(distances, nearest);
  for (let t = 0; t < distances.length; t++) strengths[t] = membership(distances[t], nearest, scale);
}

/** At which of its first `others` places `point` lists `sought`; −1 for none. */
function placeOf(neighbours: Neighbours, point: number, sought: number, others: number): number {
  const from = point * neighbours.k;
  for (let t = 0; t < others; t++) if (neighbours.indices[from + t] === sought) return t;
  return -1;
}
