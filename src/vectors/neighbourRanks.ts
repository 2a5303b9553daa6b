import { DistanceMeter, rowTiles, type Space, symmetricTiles } from './distanceTiles.ts';
import type { Steps } from './steps.ts';
import { TILE } from './tileKernel.ts';

/**
 * The rank of given points among all others by distance from a row: 1 for the nearest, equal distances (as
 * float32) by lower index. `targets` is row-major, `k` a row; −1 stands for no target and gets rank 0.
 * `rows` names the row of each group of k targets; null for all rows of the space in order.
 */
export function* neighbourRanks(
  space: Space,
  rows: Int32Array<ArrayBuffer> | null,
  targets: Int32Array,
  k: number,
): Steps<Int32Array<ArrayBuffer>> {
  const counter = new RankCounter(space, rows, targets, k);
  const tiles = rows ? rowTiles(space, rows) : symmetricTiles(space);
  for (const tile of tiles) {
    const { rowStart, rowCount, columnStart, columnCount, distances } = tile;
    const mirrored = rows === null && rowStart !== columnStart;
    for (let r = 0; r < rowCount; r++) {
      const row = rowStart + r;
      const from = r * TILE;
      for (let c = 0; c < columnCount; c++) counter.meet(row, columnStart + c, distances[from + c]);
      if (!mirrored) continue;
      for (let c = 0; c < columnCount; c++) counter.meet(columnStart + c, row, distances[from + c]);
    }
    yield { done: tile.done, total: tile.total };
  }
  return counter.ranks();
}

/** Counts for each target of each row how many points come before it. */
class RankCounter {
  readonly #k: number;
  readonly #targets: Int32Array;
  readonly #rows: Int32Array | null;
  /** Targets of each row by distance, nearest first; unused places at the end have a distance of −1. */
  readonly #sorted: Int32Array;
  readonly #distances: Float32Array;
  /** Points that come before target t of the row but after target t − 1. */
  readonly #between: Int32Array;
  /** The distance of the farthest target; −1 for a row without targets. */
  readonly #farthest: Float32Array;
  readonly #last: Int32Array;

  constructor(space: Space, rows: Int32Array | null, targets: Int32Array, k: number) {
    const count = k > 0 ? targets.length / k : 0;
    this.#k = k;
    this.#targets = targets;
    this.#rows = rows;
    this.#sorted = new Int32Array(targets.length);
    this.#distances = new Float32Array(targets.length);
    this.#between = new Int32Array(targets.length);
    this.#farthest = new Float32Array(count).fill(-1);
    this.#last = new Int32Array(count).fill(-1);
    const meter = new DistanceMeter(space);
    for (let row = 0; row < count; row++) {
      const point = rows ? rows[row] : row;
      const found: { target: number; distance: number }[] = [];
      for (let at = row * k; at < (row + 1) * k; at++) {
        if (targets[at] >= 0) found.push({ target: targets[at], distance: meter.pair(point, targets[at]) });
      }
      found.sort((a, b) => a.distance - b.distance || a.target - b.target);
      found.forEach(({ target, distance }, t) => {
        this.#sorted[row * k + t] = target;
        this.#distances[row * k + t] = distance;
        this.#farthest[row] = distance;
        this.#last[row] = row * k + t;
      });
    }
  }

  meet(row: number, point: number, distance: number): void {
    if (distance > this.#farthest[row]) return;
    const self = this.#rows ? this.#rows[row] : row;
    if (point === self) return;
    const first = row * this.#k;
    let at = this.#last[row];
    while (at >= first && this.#before(point, distance, at)) at--;
    if (at < this.#last[row]) this.#between[at + 1]++;
  }

  #before(point: number, distance: number, at: number): boolean {
    const other = this.#distances[at];
    return distance < other || (distance === other && point < this.#sorted[at]);
  }

  ranks(): Int32Array<ArrayBuffer> {
    const k = this.#k;
    const ranks = new Int32Array(this.#targets.length);
    for (let row = 0; row < this.#last.length; row++) {
      let rank = 1;
      const rankOf = new Map<number, number>();
      for (let at = row * k; at <= this.#last[row]; at++) {
        rank += this.#between[at];
        rankOf.set(this.#sorted[at], rank);
      }
      for (let at = row * k; at < (row + 1) * k; at++) ranks[at] = rankOf.get(this.#targets[at]) ?? 0;
    }
    return ranks;
  }
}
