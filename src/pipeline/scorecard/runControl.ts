import type { Gate } from '../../projection/pacing.ts';

/** What holds a run up and ends it. */
export interface RunControl {
  readonly signal: AbortSignal;
  readonly gate: Gate;
}

/** Between two chunks of work: waits while the run is paused. Throws the signal's reason once it is stopped. */
export async function breath({ signal, gate }: RunControl): Promise<void> {
  while (gate.opened && !signal.aborted) await gate.opened;
  signal.throwIfAborted();
}
