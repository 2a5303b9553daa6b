import type { TextVectors } from './measures.ts';

/** What a chunk of texts was embedded to. */
export interface EmbeddedChunk {
  readonly dim: number;
  /** Rows of the chunk's texts. */
  readonly data: Float32Array;
  /** Of the chunk's texts those without a vector, from 0. */
  readonly missing: Iterable<number>;
  readonly coverage: ArrayLike<number> | null;
}

/** Vectors of `n` texts that arrive chunk by chunk, so that work which was stopped goes on where it was. */
export class GrowingVectors {
  readonly n: number;
  #done = 0;
  #seconds = 0;
  #dim = 0;
  #data = new Float32Array(0);
  readonly #missing: Uint8Array<ArrayBuffer>;
  #coverage: Float32Array<ArrayBuffer> | null = null;

  constructor(n: number) {
    this.n = n;
    this.#missing = new Uint8Array(n);
  }

  /** Texts that have been embedded: the first ones. */
  get done(): number {
    return this.#done;
  }

  /** Seconds that this took, pauses left out. */
  get seconds(): number {
    return this.#seconds;
  }

  add(count: number, { dim, data, missing, coverage }: EmbeddedChunk, seconds: number): void {
    if (this.#done === 0) {
      this.#dim = dim;
      this.#data = new Float32Array(this.n * dim);
      if (coverage) this.#coverage = new Float32Array(this.n);
    }
    this.#data.set(data, this.#done * dim);
    for (const index of missing) this.#missing[this.#done + index] = 1;
    if (coverage) this.#coverage?.set(coverage, this.#done);
    this.#done += count;
    this.#seconds += seconds;
  }

  /** All of them. Throws an Error before the last has come. */
  get vectors(): TextVectors {
    if (this.#done < this.n) throw new Error(`${this.#done} of ${this.n} texts have vectors`);
    return { dim: this.#dim, data: this.#data, missing: this.#missing, coverage: this.#coverage };
  }
}
