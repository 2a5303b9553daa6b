import { GrowingVectors } from './growingVectors.ts';
import type { SetName } from './rowEmbedder.ts';

/** The vectors of a run: of each row and list of texts, as far as they have come. */
export class VectorShelf {
  readonly #kept = new Map<string, GrowingVectors>();

  /** The vectors of a row's list of `n` texts, begun or not. */
  of(row: string, set: SetName, n: number): GrowingVectors {
    const key = `${row} ${set}`;
    const known = this.#kept.get(key);
    if (known) return known;
    const begun = new GrowingVectors(n);
    this.#kept.set(key, begun);
    return begun;
  }

  /** Forgets what nobody but this row itself has use for: two stages rank with what its models have embedded. */
  keepForRanking(row: string): void {
    for (const set of ['words', 'sentences', 'occurrences'] satisfies SetName[])
      this.#kept.delete(`${row} ${set}`);
  }

  clear(): void {
    this.#kept.clear();
  }
}
