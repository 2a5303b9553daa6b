import { env, pipeline } from '@huggingface/transformers';
import { serve, Transfer } from '../../src/workers/rpc.ts';
import type { PeerMethods } from './peerMethods.ts';

let embed: ((texts: readonly string[]) => Promise<Float32Array<ArrayBuffer>>) | null = null;

serve<PeerMethods>(self as DedicatedWorkerGlobalScope, {
  async load({ model, device, threads, base, pooling }) {
    env.allowRemoteModels = false;
    env.allowLocalModels = true;
    // a path from the root: it does not find tokenizer_config.json under a whole URL
    env.localModelPath = '/peer-models/';
    // its default files, from here and not from a CDN
    env.backends.onnx.wasm.wasmPaths = {
      mjs: `${base}peer-runtime/ort-wasm-simd-threaded.asyncify.mjs`,
      wasm: `${base}peer-runtime/ort-wasm-simd-threaded.asyncify.wasm`,
    };
    env.backends.onnx.wasm.numThreads = threads;
    const extract = await pipeline('feature-extraction', model, { device, dtype: 'fp32' });
    embed = async (texts) => (await extract(texts, { pooling, normalize: true })).data;
    return null;
  },
  async embed({ texts }) {
    if (!embed) throw new Error('asked before it was loaded');
    const rows = await embed(texts);
    return new Transfer(rows, [rows.buffer]);
  },
});
