/**
 * A submit should take about this long. Systems reset a GPU that does not answer for 2 s (Windows' TDR) and draw
 * nothing meanwhile, so a submit is kept near one frame of a 60 Hz screen; much shorter ones would spend their time on
 * the way to the GPU and back, a millisecond or so.
 */
const TARGET_MS = 20;

/**
 * How many equal pieces of work go into one submit: one at first, then as many as take 20 ms, at most twice as many as
 * the time before. What is computed must not depend on it.
 */
export class SubmitSize {
  readonly #most: number;
  #pieces = 1;

  constructor(most: number) {
    this.#most = most;
  }

  get pieces(): number {
    return this.#pieces;
  }

  /** Learns that `pieces` pieces took `ms`. */
  took(pieces: number, ms: number): void {
    const fitting = Math.floor((pieces * TARGET_MS) / Math.max(ms, 1e-3));
    this.#pieces = Math.max(1, Math.min(fitting, 2 * this.#pieces, this.#most));
  }
}
