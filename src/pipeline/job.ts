import type { Settling } from '../projection/client.ts';

/** A running job. `stop` takes the coordinates of the moment as the result; `cancel` rejects with an AbortError. */
export interface Job<R> {
  readonly result: Promise<R>;
  pause(): void;
  resume(): void;
  stop(): void;
  cancel(): void;
}

/** What a job's work is given: when to end, and where to tell of the projection that pause and stop act on. */
export interface JobControl {
  readonly signal: AbortSignal;
  /** Ends the job from within. */
  abort(): void;
  settling(projection: Settling): void;
}

/** Starts work that can be paused and stopped while its projection settles, and cancelled at any time. */
export function startJob<R>(work: (control: JobControl) => Promise<R>): Job<R> {
  const controller = new AbortController();
  let running: Settling | null = null;
  let paused = false;
  return {
    result: work({
      signal: controller.signal,
      abort: () => controller.abort(),
      settling(projection) {
        running = projection;
        if (paused) projection.pause();
      },
    }),
    pause() {
      paused = true;
      running?.pause();
    },
    resume() {
      paused = false;
      running?.resume();
    },
    stop: () => running?.stop(),
    cancel: () => controller.abort(),
  };
}
