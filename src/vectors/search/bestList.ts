import type { Found } from './searchedRows.ts';

/** Keeps the best `size` ≥ 1 of the rows it is offered, in any order: best first, equal scores by lower row. */
export class BestList {
  readonly #size: number;
  readonly #rows: number[] = [];
  readonly #scores: number[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  /** Only a score as high as this can still get in. */
  get least(): number {
    return this.#rows.length < this.#size ? Number.NEGATIVE_INFINITY : this.#scores[this.#size - 1];
  }

  offer(row: number, score: number): void {
    const rows = this.#rows;
    const scores = this.#scores;
    if (score < this.least) return;
    let place = rows.length;
    while (place > 0 && (scores[place - 1] < score || (scores[place - 1] === score && rows[place - 1] > row)))
      place--;
    rows.splice(place, 0, row);
    scores.splice(place, 0, score);
    if (rows.length > this.#size) {
      rows.pop();
      scores.pop();
    }
  }

  found(): Found {
    return { rows: Int32Array.from(this.#rows), scores: Float32Array.from(this.#scores) };
  }
}

/** The `rank`-th greatest (from 1) of `values`; −∞ where there are fewer. */
export function greatest(values: Float32Array, rank: number): number {
  if (rank > values.length) return Number.NEGATIVE_INFINITY;
  // ascending, so that what falls out lies at the front
  const kept = new Float32Array(rank).fill(Number.NEGATIVE_INFINITY);
  for (const value of values) {
    if (value <= kept[0]) continue;
    let low = 1;
    let high = rank;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (kept[middle] < value) low = middle + 1;
      else high = middle;
    }
    kept.copyWithin(0, 1, low);
    kept[low - 1] = value;
  }
  return kept[0];
}
