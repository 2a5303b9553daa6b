import { type Client, connect, type WorkerLike } from '../workers/rpc.ts';
import type { ProjectionInfo, ProjectionInput, ProjectionResult } from './projection.ts';
import type { ProjectionMethods } from './service.ts';

export interface ProjectionOptions {
  /**
   * Called at most about 30 times a second: first with the PCA map, then as UMAP settles. `coordinates`
   * (n × dims) is the same array as in the call before where only `info` changed; the callee may keep it.
   */
  readonly onFrame?: (coordinates: Float32Array<ArrayBuffer>, info: ProjectionInfo) => void;
  /** Aborting ends the worker at once; `result` rejects with an AbortError. */
  readonly signal?: AbortSignal;
  /** Where the work is done; by default a worker of its own. */
  readonly createWorker?: () => WorkerLike;
}

/** A projection under way. Calls after its end do nothing. */
export interface RunningProjection {
  /** Rejects with a Fault (`vectors-invalid`, `too-few-points`, `worker-failed`) or an AbortError. */
  readonly result: Promise<ProjectionResult>;
  /** Holds the work until `resume`; changes nothing in the result. */
  pause(): void;
  resume(): void;
  /** Ends UMAP with the epoch it is in and takes the map of that moment; before its first epoch the PCA map. */
  stop(): void;
}

function projectionWorker(): WorkerLike {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'projection' });
}

/** Workers that have finished stay for the next projections: no script to fetch, and none to compile. */
const KEEP = 2;
const idle: Client<ProjectionMethods>[] = [];

/** Starts a projection in a worker that does nothing else meanwhile. */
export function startProjection(
  input: ProjectionInput,
  { onFrame, signal, createWorker }: ProjectionOptions = {},
): RunningProjection {
  const own = createWorker !== undefined;
  const client =
    (own ? undefined : idle.pop()) ?? connect<ProjectionMethods>((createWorker ?? projectionWorker)());
  let shown: Float32Array<ArrayBuffer> | null = null;
  const result = client
    .call('project', input, {
      signal,
      onProgress: ({ coordinates, info }) => {
        shown = coordinates ?? shown;
        if (shown) onFrame?.(shown, info);
      },
    })
    .then(
      (projected) => {
        if (own || idle.length >= KEEP) client.dispose();
        else idle.push(client);
        return projected;
      },
      (error) => {
        client.dispose();
        throw error;
      },
    );
  const control = (action: ProjectionMethods['control']['params']) => {
    // a control that fails has no worker left to act on, which `result` reports
    client.call('control', action).catch(() => {});
  };
  return {
    result,
    pause: () => control('pause'),
    resume: () => control('resume'),
    stop: () => control('stop'),
  };
}
