/** The k nearest neighbours of each of n points, row-major n × k, nearest first. */
export interface Neighbours {
  readonly k: number;
  readonly indices: Int32Array<ArrayBuffer>;
  /** Distances, never similarities. */
  readonly distances: Float32Array<ArrayBuffer>;
}

/** Collects for each of `rows` points the k nearest of the candidates it is offered, k ≥ 1. */
export class NearestLists implements Neighbours {
  readonly k: number;
  readonly indices: Int32Array<ArrayBuffer>;
  readonly distances: Float32Array<ArrayBuffer>;

  /** The k-th distance of each point so far: only what is nearer is worth offering. */
  readonly #farthest: Float32Array<ArrayBuffer>;

  constructor(rows: number, k: number) {
    this.k = k;
    this.indices = new Int32Array(rows * k).fill(-1);
    this.distances = new Float32Array(rows * k).fill(Number.POSITIVE_INFINITY);
    this.#farthest = new Float32Array(rows).fill(Number.POSITIVE_INFINITY);
  }

  /**
   * Offers `candidate` at `distance` (a float32) to point `row`. Of equal distances the one offered first
   * ranks first: offer candidates in ascending order.
   */
  offer(row: number, candidate: number, distance: number): void {
    if (!(distance < this.#farthest[row])) return;
    const { distances, indices, k } = this;
    const first = row * k;
    const last = first + k - 1;
    let at = last;
    while (at > first && distances[at - 1] > distance) {
      distances[at] = distances[at - 1];
      indices[at] = indices[at - 1];
      at--;
    }
    distances[at] = distance;
    indices[at] = candidate;
    this.#farthest[row] = distances[last];
  }
}

/** The lists of the chosen rows; of all where there is no choice. */
export function rowsOf(list: Int32Array, k: number, rows: Int32Array | null): Int32Array {
  if (!rows) return list;
  const chosen = new Int32Array(rows.length * k);
  rows.forEach((row, r) => {
    chosen.set(list.subarray(row * k, (row + 1) * k), r * k);
  });
  return chosen;
}
