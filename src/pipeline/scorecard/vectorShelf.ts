import { GrowingVectors } from './growingVectors.ts';
import type { SetName } from './rowEmbedder.ts';
import type { Measure, ScoreRow } from './scoreRow.ts';

/** Under which name a row's vectors lie on the shelf: rows of one name have the same, or their parts of the same. */
export function makerOf({ id, kind, model, language }: ScoreRow): string {
  if (kind === 'layer') return `${model} ${language} layers`;
  return kind === 'static' || kind === 'contextual' ? `${model} ${language}` : id;
}

/** The vectors of a run, by who made them (see `makerOf`) and of which list of texts, as far as they have come. */
export class VectorShelf {
  readonly #kept = new Map<string, GrowingVectors>();
  readonly #latencies = new Map<string, Measure>();

  /** The vectors of a list of `n` texts, begun or not. */
  of(maker: string, set: SetName, n: number): GrowingVectors {
    const key = `${maker} ${set}`;
    const known = this.#kept.get(key);
    if (known) return known;
    const begun = new GrowingVectors(n);
    this.#kept.set(key, begun);
    return begun;
  }

  /** The time of a text, taken once for all rows of one maker. Throws what `take` throws. */
  async latency(maker: string, take: () => Promise<Measure>): Promise<Measure> {
    const known = this.#latencies.get(maker) ?? (await take());
    this.#latencies.set(maker, known);
    return known;
  }

  /** Forgets what only the maker's own row has use for: two stages rank with what their models have embedded. */
  keepForRanking(maker: string): void {
    for (const set of ['words', 'sentences', 'occurrences'] satisfies SetName[])
      this.#kept.delete(`${maker} ${set}`);
  }

  clear(): void {
    this.#kept.clear();
    this.#latencies.clear();
  }
}
