import { PairTable } from './pairTable.ts';

/** One symbol of a word: `length` bytes from byte `start` on. */
export interface BytePiece {
  readonly id: number;
  readonly start: number;
  readonly length: number;
}

// Ranks are below 2^20, places in a word below 2^32, so that both go into one number without loss.
const PLACES = 2 ** 32;
const GONE = -1;

/**
 * Byte-pair encoding: joins the neighbours of the least rank, of equal ranks the leftmost, until none can be joined.
 * Follows `Word::merge_all` of tokenizers 0.22.1: a heap and a linked list, so a word of n bytes takes n log n.
 */
export class BytePairs {
  readonly #ranks = new PairTable();
  /** What the pair of a rank becomes. */
  readonly #joined: Int32Array;

  /** `merges` are [left, right, joined] ids, in the order of their ranks. */
  constructor(merges: readonly (readonly [number, number, number])[]) {
    this.#joined = new Int32Array(merges.length);
    for (const [rank, [left, right, joined]] of merges.entries()) {
      this.#ranks.set(left, right, rank);
      this.#joined[rank] = joined;
    }
  }

  /** The symbols of a word; `ids[i]` is the id of its byte `i`, -1 where the vocabulary lacks that byte. */
  join(ids: readonly number[]): BytePiece[] {
    const places = ids.flatMap((id, at) => (id < 0 ? [] : [at]));
    const id = Int32Array.from(places, (at) => ids[at]);
    const { next } = this.#joinAll(id);
    const symbols: BytePiece[] = [];
    for (let at = 0; at < id.length && at !== GONE; at = next[at]) {
      const end = next[at] === GONE ? places.length : next[at];
      symbols.push({ id: id[at], start: places[at], length: places[end - 1] + 1 - places[at] });
    }
    return symbols;
  }

  /** Joins in place: `id[i]` is the symbol that begins at i; the list of those left begins at 0. */
  #joinAll(id: Int32Array): { next: Int32Array } {
    const next = Int32Array.from(id, (_, at) => (at + 1 < id.length ? at + 1 : GONE));
    const previous = Int32Array.from(id, (_, at) => at - 1);
    const heap = new NumberHeap();
    const offer = (at: number) => {
      const rank = at >= 0 && next[at] >= 0 ? this.#ranks.get(id[at], id[next[at]]) : -1;
      if (rank >= 0) heap.push(rank * PLACES + at);
    };
    for (let at = 0; at + 1 < id.length; at++) offer(at);
    for (let top = heap.pop(); top !== undefined; top = heap.pop()) {
      const rank = Math.floor(top / PLACES);
      const at = top % PLACES;
      const right = next[at];
      if (id[at] === GONE || right === GONE) continue;
      const current = this.#ranks.get(id[at], id[right]);
      // What stood here when this was put into the heap may have been joined otherwise since.
      if (current < 0 || this.#joined[current] !== this.#joined[rank]) continue;
      id[at] = this.#joined[rank];
      id[right] = GONE;
      next[at] = next[right];
      if (next[at] !== GONE) previous[next[at]] = at;
      offer(previous[at]);
      offer(at);
    }
    return { next };
  }
}

/** A binary heap that gives the least number first. */
class NumberHeap {
  readonly #items: number[] = [];

  push(item: number): void {
    const items = this.#items;
    let at = items.length;
    while (at > 0) {
      const above = (at - 1) >>> 1;
      if (items[above] <= item) break;
      items[at] = items[above];
      at = above;
    }
    items[at] = item;
  }

  pop(): number | undefined {
    const items = this.#items;
    const top = items[0];
    const item = items.pop();
    if (item === undefined || items.length === 0) return top;
    let at = 0;
    for (let below = 1; below < items.length; below = at * 2 + 1) {
      if (below + 1 < items.length && items[below + 1] < items[below]) below++;
      if (items[below] >= item) break;
      items[at] = items[below];
      at = below;
    }
    items[at] = item;
    return top;
  }
}
