import { type Client, connect, type WorkerLike } from '../workers/rpc.ts';
import type {
  JointInput,
  JointResult,
  ProjectionInfo,
  ProjectionInput,
  ProjectionResult,
} from './projection.ts';
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

/** What a projection under way can be told. Calls after its end do nothing. */
export interface Settling {
  /** Holds the work until `resume`; changes nothing in the result. */
  pause(): void;
  resume(): void;
  /** Ends UMAP with the epoch it is in and takes the map of that moment; before its first epoch the PCA map. */
  stop(): void;
}

/** A projection under way. */
export interface RunningProjection<R = ProjectionResult> extends Settling {
  /** Rejects with a Fault (`vectors-invalid`, `too-few-points`, `worker-failed`) or an AbortError. */
  readonly result: Promise<R>;
}

function projectionWorker(): WorkerLike {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'projection' });
}

/** Workers that have finished stay for the next projections: no script to fetch, and none to compile. */
const KEEP = 2;
const idle: Client<ProjectionMethods>[] = [];

/** Starts a projection in a worker that does nothing else meanwhile. */
export function startProjection(input: ProjectionInput, options: ProjectionOptions = {}): RunningProjection {
  return start(options, (client, calls) => client.call('project', input, calls));
}

/** Starts a joint fit likewise; `onFrame` is given both maps, 2n × dims, the left one first. */
export function startJointProjection(
  input: JointInput,
  options: ProjectionOptions = {},
): RunningProjection<JointResult> {
  return start(options, (client, calls) => client.call('joint', input, calls));
}

type CallOptions = Parameters<Client<ProjectionMethods>['call']>[2] & {
  readonly onProgress: (frame: ProjectionMethods['project']['progress']) => void;
};

function start<R>(
  { onFrame, signal, createWorker }: ProjectionOptions,
  ask: (client: Client<ProjectionMethods>, options: CallOptions) => Promise<R>,
): RunningProjection<R> {
  const own = createWorker !== undefined;
  const client =
    (own ? undefined : idle.pop()) ?? connect<ProjectionMethods>((createWorker ?? projectionWorker)());
  let shown: Float32Array<ArrayBuffer> | null = null;
  const result = ask(client, {
    signal,
    onProgress: ({ coordinates, info }) => {
      shown = coordinates ?? shown;
      if (shown) onFrame?.(shown, info);
    },
  }).then(
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
