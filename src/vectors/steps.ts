/** How far a long computation has come, in units of its own. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What the next step has to wait for, where something is done elsewhere; it never rejects. */
  readonly waitFor?: Promise<void>;
}

/**
 * A long computation cut into steps of a few milliseconds: it yields its progress and returns its result.
 * Whoever drives it may rest between steps, or drop it to cancel; the result does not depend on that.
 */
export type Steps<T, P = Progress> = Generator<P, T, void>;

/** Drives `steps` to its end without rest and returns the result. */
export function finish<T>(steps: Steps<T, unknown>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
