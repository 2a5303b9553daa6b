import type { Progress, Steps } from '../vectors/steps.ts';

/** Work at most this long before messages are heard: one frame of a 60 Hz screen. */
const SLICE_MS = 16;

/** Holds work up while paused. */
export class Gate {
  #opened: Promise<void> | null = null;
  #open: () => void = () => {};

  pause(): void {
    this.#opened ??= new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  resume(): void {
    this.#open();
    this.#opened = null;
  }

  /** Resolves when the gate is open; null where it is open now. */
  get opened(): Promise<void> | null {
    return this.#opened;
  }
}

/** Waits for a new task of the event loop, without the 4 ms to which browsers hold timers back. */
function freshTasks(): { take(): Promise<void>; end(): void } {
  // Node would hear a thousand of our own messages before one of another port
  if (typeof setImmediate === 'function') {
    return { take: () => new Promise((resolve) => setImmediate(resolve)), end: () => {} };
  }
  const { port1, port2 } = new MessageChannel();
  return {
    take: () =>
      new Promise((resolve) => {
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      }),
    end: () => port1.close(),
  };
}

/**
 * Drives `steps` in slices of 16 ms, and waits for what a step asks to wait for. Between slices the event loop hears messages, a paused `gate` holds it
 * up, and an aborted `signal` ends it with its reason. `onStep` sees every step.
 */
export async function runPaced<T, P extends Progress>(
  steps: Steps<T, P>,
  gate: Gate,
  signal: AbortSignal,
  onStep: (step: P) => void,
): Promise<T> {
  const breath = freshTasks();
  try {
    let until = 0;
    for (;;) {
      if (performance.now() >= until) {
        await breath.take();
        while (gate.opened && !signal.aborted) await gate.opened;
        signal.throwIfAborted();
        until = performance.now() + SLICE_MS;
      }
      const step = steps.next();
      if (step.done) return step.value;
      onStep(step.value);
      if (step.value.waitFor) await step.value.waitFor;
    }
  } finally {
    breath.end();
  }
}
