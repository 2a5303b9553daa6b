import { Fault, type FaultCode, type FaultDetails } from '../contract/fault.ts';

/**
 * One typed, abortable remote call for every worker. The page calls `connect`, the worker `serve`.
 * Every pending call rejects when the worker fails; an error keeps its name, message and stack, a Fault
 * its code and details; an aborted call rejects at once with an AbortError and the worker is told.
 */
type Method = { params: unknown; result: unknown; progress: unknown };
// biome-ignore lint/suspicious/noExplicitAny: the bound of a map of methods; each method's own types are exact
export type Methods<M> = { [K in keyof M]: Method & any };

interface CallContext<P> {
  readonly signal: AbortSignal;
  readonly progress: (value: P | Transfer<P>) => void;
}

/** Wraps a result or progress whose buffers are moved to the other side, not copied. */
export class Transfer<T> {
  readonly value: T;
  readonly buffers: Transferable[];
  constructor(value: T, buffers: Transferable[]) {
    this.value = value;
    this.buffers = buffers;
  }
}

type Result<T> = T | Transfer<T>;
export type Handlers<M extends Methods<M>> = {
  [K in keyof M]: (
    params: M[K]['params'],
    context: CallContext<M[K]['progress']>,
  ) => Result<M[K]['result']> | Promise<Result<M[K]['result']>>;
};

interface WireError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly fault?: { code: FaultCode; details: FaultDetails };
}
type Request =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly params: unknown }
  | { readonly kind: 'abort'; readonly id: number };
type Reply =
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'progress'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: WireError };

function toWire(error: unknown): WireError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  return error instanceof Fault
    ? { name, message, stack, fault: { code: error.code, details: error.details } }
    : { name, message, stack };
}

function fromWire(wire: WireError): Error {
  const error = wire.fault ? new Fault(wire.fault.code, wire.fault.details) : new Error(wire.message);
  error.name = wire.name;
  if (wire.stack) error.stack = wire.stack;
  return error;
}

function abortError(): Error {
  return new DOMException('The call was cancelled', 'AbortError');
}

/** What `serve` needs of a worker's global scope. */
export interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

/** Answers calls in a worker. A handler sees `signal` abort when the page cancels. */
export function serve<M extends Methods<M>>(scope: WorkerScope, handlers: Handlers<M>): void {
  const running = new Map<number, AbortController>();
  const answer = async (request: Extract<Request, { kind: 'call' }>): Promise<void> => {
    const { id } = request;
    const controller = new AbortController();
    running.set(id, controller);
    const reply = (message: Reply, transfer: Transferable[] = []) => scope.postMessage(message, transfer);
    try {
      const handler = handlers[request.method as keyof M];
      const given = await handler(request.params as M[keyof M]['params'], {
        signal: controller.signal,
        progress: (given) =>
          given instanceof Transfer
            ? reply({ kind: 'progress', id, value: given.value }, given.buffers)
            : reply({ kind: 'progress', id, value: given }),
      });
      if (given instanceof Transfer) reply({ kind: 'result', id, value: given.value }, given.buffers);
      else reply({ kind: 'result', id, value: given });
    } catch (error) {
      reply({ kind: 'error', id, error: toWire(error) });
    } finally {
      running.delete(id);
    }
  };
  scope.addEventListener('message', (event) => {
    const request = event.data as Request;
    if (request.kind === 'abort') running.get(request.id)?.abort(abortError());
    else void answer(request);
  });
}

interface CallOptions<P> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (value: P) => void;
  readonly transfer?: Transferable[];
}

export interface Client<M extends Methods<M>> {
  call<K extends keyof M & string>(
    method: K,
    params: M[K]['params'],
    options?: CallOptions<M[K]['progress']>,
  ): Promise<M[K]['result']>;
  /** Ends the worker; pending calls reject with an AbortError, later ones with `worker-failed`. */
  dispose(): void;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress?: (value: never) => void;
}

/** What `connect` needs of a Worker. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

export function connect<M extends Methods<M>>(worker: WorkerLike): Client<M> {
  const pending = new Map<number, Pending>();
  let next = 0;
  let failure: Error | null = null;

  const rejectAll = (error: Error) => {
    for (const call of pending.values()) call.reject(error);
    pending.clear();
  };
  const fail = (error: Error) => {
    failure ??= error;
    rejectAll(error);
  };
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    // without a message it is the script itself that could not be fetched
    fail(
      event.message ? new Fault('worker-failed', { message: event.message }) : new Fault('worker-missing'),
    );
  });
  worker.addEventListener('messageerror', () =>
    fail(new Fault('worker-failed', { message: 'unreadable message' })),
  );
  worker.addEventListener('message', (event) => {
    const reply = (event as MessageEvent<Reply>).data;
    const call = pending.get(reply.id);
    if (!call) return;
    if (reply.kind === 'progress') {
      call.onProgress?.(reply.value as never);
      return;
    }
    pending.delete(reply.id);
    if (reply.kind === 'result') call.resolve(reply.value);
    else call.reject(fromWire(reply.error));
  });

  return {
    call(method, params, { signal, onProgress, transfer = [] } = {}) {
      if (failure) return Promise.reject(failure);
      if (signal?.aborted) return Promise.reject(abortError());
      const id = next++;
      return new Promise<never>((resolve, reject) => {
        const onAbort = () => {
          if (!pending.delete(id)) return;
          worker.postMessage({ kind: 'abort', id } satisfies Request);
          reject(abortError());
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        const settle =
          <T>(then: (value: T) => void) =>
          (value: T) => {
            signal?.removeEventListener('abort', onAbort);
            then(value);
          };
        pending.set(id, {
          resolve: settle(resolve as (value: unknown) => void),
          reject: settle(reject),
          onProgress: onProgress as ((value: never) => void) | undefined,
        });
        worker.postMessage({ kind: 'call', id, method, params } satisfies Request, transfer);
      });
    },
    dispose() {
      worker.terminate();
      rejectAll(abortError());
      failure ??= new Fault('worker-failed', { message: 'disposed' });
    },
  };
}
