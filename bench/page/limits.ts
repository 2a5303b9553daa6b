import { connect } from '../../src/workers/rpc.ts';
import type { LimitMethods, Limits } from './limitsWorker.ts';

declare global {
  var limitsBench: {
    /** What one thread, and all threads of this machine at once, can do a second; each thing for so many ms. */
    measure(ms: number): Promise<{ threads: number; one: Limits; all: Limits }>;
  };
}

async function onThreads(threads: number, ms: number): Promise<Limits> {
  const clients = Array.from({ length: threads }, () =>
    connect<LimitMethods>(new Worker(new URL('./limitsWorker.ts', import.meta.url), { type: 'module' })),
  );
  try {
    const each = await Promise.all(clients.map((client) => client.call('measure', { ms })));
    const sum = (key: keyof Limits) => each.reduce((all, one) => all + one[key], 0);
    return { flops: sum('flops'), macs: sum('macs'), bytes: sum('bytes'), randomReads: sum('randomReads') };
  } finally {
    for (const client of clients) client.dispose();
  }
}

globalThis.limitsBench = {
  async measure(ms) {
    const threads = navigator.hardwareConcurrency;
    return { threads, one: await onThreads(1, ms), all: await onThreads(threads, ms) };
  },
};
