import { availableThreads } from '../../src/models/onnxRuntime.ts';
import { loadCard } from '../../src/models/registry.ts';
import { connect } from '../../src/workers/rpc.ts';
import { offerBench } from './embeddingBench.ts';
import type { PeerMethods } from './peerMethods.ts';

offerBench(async (model, wanted) => {
  const base = new URL('/', location.href).href;
  const device = wanted === 'webgpu' ? 'webgpu' : 'wasm';
  const threads = availableThreads();
  const { dim, pooling } = await loadCard(model, base);
  if (pooling === 'last') throw new Error('transformers.js has no such pooling');
  const worker = new Worker(new URL('./peerWorker.ts', import.meta.url), { type: 'module' });
  const client = connect<PeerMethods>(worker);
  await client.call('load', { model, device, threads, base, pooling });
  return { dim, device, threads, embed: (texts) => client.call('embed', { texts }) };
});
