import { describe, expect, test, vi } from 'vitest';
import { Fault, isAbort } from '../contract/fault.ts';
import { connect, type Handlers, serve, Transfer, type WorkerLike, type WorkerScope } from './rpc.ts';

interface Calculator {
  add: { params: { a: number; b: number }; result: number; progress: never };
  count: { params: number; result: string; progress: number };
  fail: { params: 'fault' | 'type' | 'string'; result: never; progress: never };
  fill: { params: number; result: Float32Array<ArrayBuffer>; progress: never };
  never: { params: null; result: never; progress: never };
}

/** A worker and its page in one thread, with messages cloned as the browser clones them. */
function pair(handlers: Handlers<Calculator>) {
  const toWorker = new EventTarget();
  const toPage = new EventTarget();
  const terminate = vi.fn();
  const send = (to: EventTarget, message: unknown, transfer: Transferable[] = []) => {
    const data = structuredClone(message, { transfer: transfer as ArrayBuffer[] });
    queueMicrotask(() => to.dispatchEvent(new MessageEvent('message', { data })));
  };
  const scope = {
    addEventListener: (type: string, listener: (event: MessageEvent) => void) =>
      toWorker.addEventListener(type, (event) => listener(event as MessageEvent)),
    postMessage: (message: unknown, transfer: Transferable[]) => send(toPage, message, transfer),
  } as WorkerScope;
  const worker = {
    addEventListener: toPage.addEventListener.bind(toPage),
    postMessage: (message: unknown, transfer?: Transferable[]) => send(toWorker, message, transfer),
    terminate,
  } as unknown as WorkerLike;
  serve<Calculator>(scope, handlers);
  return { client: connect<Calculator>(worker), toPage, terminate };
}

const started = new Set<AbortSignal>();
const handlers: Handlers<Calculator> = {
  add: ({ a, b }) => a + b,
  count: async (to, { progress }) => {
    for (let n = 1; n <= to; n++) progress(n);
    return `counted to ${to}`;
  },
  fail: (kind) => {
    if (kind === 'fault') throw new Fault('asset-corrupt', { file: 'model.onnx', got: 3 });
    if (kind === 'type') throw new TypeError('no such thing');
    throw 'just words';
  },
  fill: (n) => {
    const values = new Float32Array(n).fill(n);
    return new Transfer(values, [values.buffer]);
  },
  never: (_, { signal }) => {
    started.add(signal);
    return new Promise<never>(() => {});
  },
};

const tick = () => new Promise((resolve) => setTimeout(resolve));

describe('answers', () => {
  test('find their own call, whatever their order', async () => {
    const { client } = pair(handlers);
    const sums = [1, 2, 3].map((a) => client.call('add', { a, b: 10 }));
    expect(await Promise.all(sums)).toEqual([11, 12, 13]);
  });

  test('report progress before the result', async () => {
    const { client } = pair(handlers);
    const seen: number[] = [];
    expect(await client.call('count', 3, { onProgress: (n) => seen.push(n) })).toBe('counted to 3');
    expect(seen).toEqual([1, 2, 3]);
  });

  test('move their buffers', async () => {
    const { client } = pair(handlers);
    expect(await client.call('fill', 4)).toEqual(new Float32Array([4, 4, 4, 4]));
  });
});

describe('errors', () => {
  test('a Fault keeps its code, details and stack', async () => {
    const { client } = pair(handlers);
    const error = await client.call('fail', 'fault').catch((reason) => reason);
    expect(error).toBeInstanceOf(Fault);
    expect(error).toMatchObject({
      name: 'Fault',
      code: 'asset-corrupt',
      details: { file: 'model.onnx', got: 3 },
    });
    expect(error.stack).toContain('rpc.test.ts');
  });

  test('another error keeps its name, message and stack', async () => {
    const { client } = pair(handlers);
    const error = await client.call('fail', 'type').catch((reason) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'TypeError', message: 'no such thing' });
    expect(error.stack).toContain('rpc.test.ts');
  });

  test('what is no error becomes one', async () => {
    const { client } = pair(handlers);
    await expect(client.call('fail', 'string')).rejects.toThrow('just words');
  });
});

describe('cancelling', () => {
  test('rejects at once and tells the worker', async () => {
    const { client } = pair(handlers);
    started.clear();
    const controller = new AbortController();
    const call = client.call('never', null, { signal: controller.signal });
    await tick();
    const [signal] = started;
    expect(signal.aborted).toBe(false);
    controller.abort();
    expect(isAbort(await call.catch((reason) => reason))).toBe(true);
    await tick();
    expect(signal.aborted).toBe(true);
    expect(isAbort(signal.reason)).toBe(true);
  });

  test('an aborted signal never reaches the worker', async () => {
    const { client } = pair(handlers);
    started.clear();
    const call = client.call('never', null, { signal: AbortSignal.abort() });
    expect(isAbort(await call.catch((reason) => reason))).toBe(true);
    await tick();
    expect(started.size).toBe(0);
  });

  test('one call leaves the others alone', async () => {
    const { client } = pair(handlers);
    const controller = new AbortController();
    const cancelled = client.call('never', null, { signal: controller.signal }).catch(() => 'cancelled');
    const kept = client.call('add', { a: 1, b: 1 });
    controller.abort();
    expect(await Promise.all([cancelled, kept])).toEqual(['cancelled', 2]);
  });
});

describe('a worker that fails', () => {
  test.each([
    ['error', Object.assign(new Event('error', { cancelable: true }), { message: 'boom' }), 'boom'],
    ['messageerror', new Event('messageerror'), 'unreadable message'],
  ])('%s rejects every pending call and all later ones', async (_, event, message) => {
    const { client, toPage } = pair(handlers);
    const pending = [client.call('never', null), client.call('never', null)].map((call) =>
      call.catch((reason) => reason),
    );
    await tick();
    toPage.dispatchEvent(event);
    for (const error of [
      ...(await Promise.all(pending)),
      await client.call('add', { a: 1, b: 1 }).catch((e) => e),
    ]) {
      expect(error).toMatchObject({ code: 'worker-failed', details: { message } });
    }
  });

  test('disposing ends the worker; pending calls are cancelled, later ones fail', async () => {
    const { client, terminate } = pair(handlers);
    const pending = client.call('never', null).catch((reason) => reason);
    client.dispose();
    expect(terminate).toHaveBeenCalledOnce();
    expect(isAbort(await pending)).toBe(true);
    await expect(client.call('add', { a: 1, b: 1 })).rejects.toMatchObject({ code: 'worker-failed' });
  });
});
