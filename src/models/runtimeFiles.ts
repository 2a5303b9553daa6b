import gpuUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import cpuUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import type { Asset } from './assets.ts';

/**
 * The WASM binaries of the pinned onnxruntime-web, verified and kept like any model file; only their addresses
 * are imported here, so that the page can say how much a load will download. `wasm` computes on the CPU alone,
 * `webgpu` on both. A test compares sizes and checksums with the installed package.
 */
export const runtimeFiles = {
  wasm: {
    path: 'ort-wasm-simd-threaded.wasm',
    bytes: 14_239_897,
    sha256: '3398c10d07d229bd91b364548e130e0e51a8e5704b88c7c083ebbeb78842dee2',
    url: cpuUrl,
  },
  webgpu: {
    path: 'ort-wasm-simd-threaded.asyncify.wasm',
    bytes: 26_781_914,
    sha256: '39f9f0894d478800487ed9f7dbe92618498db320cf55c8e3d89adff8dce658da',
    url: gpuUrl,
  },
} as const satisfies Record<string, Asset>;

export type RuntimeKind = keyof typeof runtimeFiles;
