import * as v from 'valibot';
import { Fault } from '../contract/fault.ts';
import type { WordOrigin } from './embeddingModel.ts';

/** One row a word: gloss, weight in percent, gloss, weight, …, share of the glosses in percent. */
const schema = v.object({ rows: v.array(v.array(v.union([v.string(), v.number()]))) });

/** What made each row's vector, unpacked from `origins.bin` (named so that no host takes its gzip for an encoding and unpacks it on the way). */
export class WordOrigins {
  readonly #rows: readonly (readonly (string | number)[])[];

  private constructor(rows: readonly (readonly (string | number)[])[]) {
    this.#rows = rows;
  }

  /** `packed` is gzip JSON. Throws Fault `asset-corrupt` when it is not, or of another shape. */
  static async unpack(packed: Uint8Array<ArrayBuffer>, file: string): Promise<WordOrigins> {
    try {
      const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
      return new WordOrigins(v.parse(schema, await new Response(stream).json()).rows);
    } catch (error) {
      const got = error instanceof Error ? error.message.slice(0, 80) : String(error);
      throw new Fault('asset-corrupt', { file, expected: 'gzip JSON', got }, { cause: error });
    }
  }

  /** The origin of the vector in `row`, whose word is `word`. */
  of(row: number, word: string): WordOrigin | null {
    const given = this.#rows[row];
    if (!given) return null;
    const glosses: [string, number][] = [];
    for (let at = 0; at + 1 < given.length; at += 2)
      glosses.push([String(given[at]), Number(given[at + 1]) / 100]);
    return { word, glosses, glossShare: Number(given[given.length - 1] ?? 0) / 100 };
  }
}
