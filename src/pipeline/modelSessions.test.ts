import { beforeEach, expect, test, vi } from 'vitest';
import { isAbort } from '../contract/fault.ts';
import type { WorkHooks } from './modelSessions.ts';

const loads: { id: string; form?: string; signal: AbortSignal; finish: () => void; disposed: boolean }[] = [];

vi.mock('../models/registry.ts', () => ({ loadCard: async (id: string) => ({ id }) }));
vi.mock('../models/assets.ts', () => ({
  isCached: async () => false,
  totalBytes: () => 5,
  ownBytes: ({ id }: { id: string }) => (id === 'smollm2-135m' ? 98e6 : 25e6),
}));
vi.mock('../models/modelClient.ts', () => ({
  loadModel: ({ id }: { id: string }, { signal, form }: { signal: AbortSignal; form?: string }) =>
    new Promise((resolve, reject) => {
      const load = { id, form, signal, finish: () => resolve(model), disposed: false };
      const model = {
        card: { id },
        dispose: () => {
          load.disposed = true;
        },
      };
      signal.addEventListener('abort', () => reject(signal.reason));
      loads.push(load);
    }),
}));

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const work = (consent: WorkHooks['consent'] = async () => true) => {
  const controller = new AbortController();
  return { controller, hooks: { signal: controller.signal, onActivity: () => {}, consent } };
};

let sessions: typeof import('./modelSessions.ts');
beforeEach(async () => {
  loads.length = 0;
  vi.resetModules();
  vi.stubGlobal('document', { baseURI: 'http://localhost/' });
  vi.stubGlobal('navigator', {});
  sessions = await import('./modelSessions.ts');
});

test('work that takes over a load in its middle goes on with it', async () => {
  const [first, second] = [work(), work()];
  const cancelled = sessions.modelSession('glove-6b-50d', 'auto', first.hooks).catch((error) => error);
  await settle();
  first.controller.abort();
  const model = sessions.modelSession('glove-6b-50d', 'auto', second.hooks);
  expect(isAbort(await cancelled)).toBe(true);
  await settle();
  expect(loads.map(({ signal }) => signal.aborted)).toEqual([false]);
  loads[0].finish();
  expect((await model).card.id).toBe('glove-6b-50d');
});

test('a load that nobody waits for ends, and the next work begins anew', async () => {
  const first = work();
  const cancelled = sessions.modelSession('glove-6b-50d', 'auto', first.hooks).catch((error) => error);
  await settle();
  first.controller.abort();
  await cancelled;
  await settle();
  expect(loads[0].signal.aborted).toBe(true);
  void sessions.modelSession('glove-6b-50d', 'auto', work().hooks);
  await settle();
  expect(loads).toHaveLength(2);
});

test('three models stay, the oldest is disposed of', async () => {
  for (const id of ['bge-small-zh-v1.5', 'glove-6b-50d', 'glove-zh-cedict', 'all-minilm-l6-v2'] as const) {
    const model = sessions.modelSession(id, 'auto', work().hooks);
    await settle();
    loads.at(-1)?.finish();
    await model;
  }
  await settle();
  expect(loads.map(({ disposed }) => disposed)).toEqual([true, false, false, false]);
  await sessions.modelSession('all-minilm-l6-v2', 'auto', work().hooks);
  expect(loads).toHaveLength(4);
  sessions.forgetModel('all-minilm-l6-v2', 'auto');
  void sessions.modelSession('all-minilm-l6-v2', 'auto', work().hooks);
  await settle();
  expect(loads).toHaveLength(5);
});

/** Loads a model and finishes that load, if one was begun. */
async function loaded(
  ...[id, form]: [Parameters<typeof sessions.modelSession>[0], ('inside' | 'unplaced')?]
) {
  const model = sessions.modelSession(id, 'auto', work().hooks, { form });
  await settle();
  loads.at(-1)?.finish();
  return model;
}

test('each form is a session of its own, but one that shows its insides gives plain vectors too', async () => {
  await loaded('smollm2-135m', 'inside');
  await loaded('smollm2-135m');
  await loaded('smollm2-135m', 'unplaced');
  await loaded('smollm2-135m', 'inside');
  expect(loads.map(({ form }) => form)).toEqual(['inside', 'unplaced']);
  sessions.forgetModel('smollm2-135m', 'auto');
  await settle();
  expect(loads.map(({ disposed }) => disposed)).toEqual([true, true]);
});

test('a plain session does not show its insides', async () => {
  await loaded('smollm2-135m');
  await loaded('smollm2-135m', 'inside');
  expect(loads.map(({ form }) => form)).toEqual(['plain', 'inside']);
});

test('a heavy model that no view wants is let go, in all its forms; a light one stays', async () => {
  await loaded('smollm2-135m', 'inside');
  await loaded('smollm2-135m', 'unplaced');
  await loaded('all-minilm-l6-v2');
  sessions.freeHeavy(['smollm2-135m']);
  await settle();
  expect(loads.map(({ disposed }) => disposed)).toEqual([false, false, false]);
  sessions.freeHeavy([]);
  await settle();
  expect(loads.map(({ disposed }) => disposed)).toEqual([true, true, false]);
  await loaded('smollm2-135m', 'inside');
  expect(loads).toHaveLength(4);
});

test('with data saving on, a no stops the load, and cancelled work takes its question back', async () => {
  vi.stubGlobal('navigator', { connection: { saveData: true } });
  await expect(
    sessions.modelSession('glove-6b-50d', 'auto', work(async () => false).hooks),
  ).rejects.toMatchObject({
    code: 'download-declined',
  });
  let question: AbortSignal | null = null;
  const asking = work((_card, _bytes, signal) => {
    question = signal;
    return new Promise(() => {});
  });
  const cancelled = sessions.modelSession('glove-6b-50d', 'auto', asking.hooks).catch((error) => error);
  await settle();
  asking.controller.abort();
  await cancelled;
  await settle();
  expect((question as AbortSignal | null)?.aborted).toBe(true);
  expect(loads).toHaveLength(0);
});
