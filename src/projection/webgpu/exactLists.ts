import { pause } from '../../models/pause.ts';
import { DistanceMeter, rowTiles, type Space } from '../../vectors/distanceTiles.ts';
import { NearestLists } from '../../vectors/nearestLists.ts';
import { TILE } from '../../vectors/tileKernel.ts';
import { leastLeftOut } from './leftOut.ts';
import type { CandidateBlock } from './neighbourPasses.ts';
import { type NeighbourRows, neighbourRows } from './neighbourRows.ts';

/** Rows that the CPU searches itself to see whether the GPU is right: drivers have been silently wrong. */
const PROBES = 8;

/** Numbers multiplied between two pauses: 10 ms (measured: 120 million take 150 ms). */
const NUMBERS_OF_SLICE = 2 ** 23;

/** Makes exact neighbour lists out of a GPU's candidates, which must be offered for all rows that went to it. */
export class ExactLists {
  readonly lists: NearestLists;
  /** What goes to the GPU. */
  readonly rows: NeighbourRows;
  readonly #space: Space;
  readonly #meter: DistanceMeter;
  /** Rows whose candidates may lack a neighbour. */
  readonly #doubtful: number[] = [];

  constructor(space: Space, k: number) {
    this.#space = space;
    this.#meter = new DistanceMeter(space);
    const n = this.#meter.count;
    this.lists = new NearestLists(n, Math.max(0, Math.min(k, n - 1)));
    this.rows = neighbourRows(space);
    const { zero, kept } = this.rows;
    // a zero row is at distance 1 from every row, so its nearest are the first
    for (const row of zero) {
      for (let other = 0; other <= this.lists.k && other < n; other++) {
        if (other !== row) this.lists.offer(row, other, 1);
      }
    }
    // a row without another on the GPU gets no candidates
    if (kept.length === 1) this.#doubtful.push(kept[0]);
  }

  /** Takes the GPU's candidates, `length` a row. Throws the signal's reason. */
  async accept(
    { first, squares, numbers }: CandidateBlock,
    length: number,
    signal?: AbortSignal,
  ): Promise<void> {
    const { kept, zero, width, scale } = this.rows;
    const { lists } = this;
    const { metric } = this.#space;
    const candidates = new Int32Array(length + Math.min(lists.k, zero.length));
    const isAll = length === kept.length - 1;
    const slice = length * Math.ceil(NUMBERS_OF_SLICE / (candidates.length * this.#space.dim));
    for (let at = 0; at < squares.length; at += length) {
      if (at % slice === 0) {
        await pause();
        signal?.throwIfAborted();
      }
      const row = kept[first + at / length];
      for (let t = 0; t < length; t++) candidates[t] = kept[numbers[at + t]];
      // all zero rows are equally far, so that no more of them than neighbours can matter
      candidates.set(zero.subarray(0, candidates.length - length), length);
      candidates.sort();
      for (const candidate of candidates) lists.offer(row, candidate, this.#meter.pair(row, candidate));
      const farthest = lists.distances[(row + 1) * lists.k - 1];
      if (isAll) continue;
      if (!(farthest < leastLeftOut(squares[at + length - 1], width, metric, scale)))
        this.#doubtful.push(row);
    }
  }

  /** Searches doubtful rows on the CPU, and some others to check them. Throws an Error where one is wrong, or as `accept`. */
  async settle(signal?: AbortSignal): Promise<void> {
    const { k, indices, distances } = this.lists;
    const n = this.#meter.count;
    const doubtful = new Set(this.#doubtful);
    const probes = Array.from({ length: PROBES }, (_, i) => Math.floor((i * n) / PROBES));
    const rows = Int32Array.from(new Set([...doubtful, ...probes])).sort();
    const exact = new NearestLists(rows.length, k);
    for (const tile of rowTiles(this.#space, rows)) {
      for (let r = 0; r < tile.rowCount; r++) {
        const row = tile.rowStart + r;
        for (let c = 0; c < tile.columnCount; c++) {
          const column = tile.columnStart + c;
          if (column !== rows[row]) exact.offer(row, column, tile.distances[r * TILE + c]);
        }
      }
      await pause();
      signal?.throwIfAborted();
    }
    for (const [at, row] of rows.entries()) {
      const list = exact.indices.subarray(at * k, (at + 1) * k);
      if (!doubtful.has(row) && list.some((other, t) => other !== indices[row * k + t])) {
        throw new Error(`WebGPU: other neighbours of row ${row} than the CPU's`);
      }
      indices.set(list, row * k);
      distances.set(exact.distances.subarray(at * k, (at + 1) * k), row * k);
    }
  }
}
