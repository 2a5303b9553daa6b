import type { Halt } from '../vectors/kernels/task.ts';
import { type Client, connect, type WorkerLike } from '../workers/rpc.ts';
import type {
  JointInput,
  JointResult,
  ProjectionInfo,
  ProjectionInput,
  ProjectionResult,
} from './projection.ts';
import type { ProjectionMethods } from './service.ts';
import { sharedRows } from './sharedRows.ts';

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

/** Vectors that are posted as they are: copying so many bytes takes a few milliseconds. */
const COPIED_AT_ONCE = 8 * 2 ** 20;

/** Null where the page and its workers share no memory. */
function makeHalt(): Halt | null {
  return globalThis.crossOriginIsolated === true ? new Int32Array(new SharedArrayBuffer(4)) : null;
}

/** Workers that have finished stay for the next projections: no script to fetch, and none to compile. */
const KEEP = 2;
const idle: Client<ProjectionMethods>[] = [];

/** Starts a projection in a worker that does nothing else meanwhile. */
export function startProjection(input: ProjectionInput, options: ProjectionOptions = {}): RunningProjection {
  const share = async () => ({ ...input, data: await sharedRows(input.data, options.signal) });
  return start('project', input.data.byteLength > COPIED_AT_ONCE ? share() : input, options);
}

/** Starts a joint fit likewise; `onFrame` is given both maps, 2n × dims, the left one first. */
export function startJointProjection(
  input: JointInput,
  options: ProjectionOptions = {},
): RunningProjection<JointResult> {
  return start('joint', input, options);
}

function start<K extends 'project' | 'joint'>(
  method: K,
  input: ProjectionMethods[K]['params'] | Promise<ProjectionMethods[K]['params']>,
  { onFrame, signal, createWorker }: ProjectionOptions,
): RunningProjection<ProjectionMethods[K]['result']> {
  const own = createWorker !== undefined;
  const client =
    (own ? undefined : idle.pop()) ?? connect<ProjectionMethods>((createWorker ?? projectionWorker)());
  let shown: Float32Array<ArrayBuffer> | null = null;
  const halt = makeHalt();
  const ask = (given: ProjectionMethods[K]['params']) =>
    client.call(
      method,
      { ...given, halt },
      {
        signal,
        onProgress: ({ coordinates, info }: ProjectionMethods[K]['progress']) => {
          shown = coordinates ?? shown;
          if (shown) onFrame?.(shown, info);
        },
      },
    );
  let ended = false;
  const result = (input instanceof Promise ? input.then(ask) : ask(input)).then(
    (projected) => {
      ended = true;
      if (own || idle.length >= KEEP) client.dispose();
      else idle.push(client);
      return projected;
    },
    (error) => {
      ended = true;
      // a worker in the middle of a task hears nothing else until it is done
      if (halt) Atomics.store(halt, 0, 1);
      client.dispose();
      throw error;
    },
  );
  const control = async (action: ProjectionMethods['control']['params']) => {
    try {
      // what is said before the work has begun is heard after
      if (input instanceof Promise) await input;
      // the worker may be at another projection by then
      if (!ended) await client.call('control', action);
    } catch {
      // a control that fails has no worker left to act on, which `result` reports
    }
  };
  return {
    result,
    pause: () => void control('pause'),
    resume: () => void control('resume'),
    stop: () => void control('stop'),
  };
}
