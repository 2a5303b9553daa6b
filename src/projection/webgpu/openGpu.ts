import { describeAdapter, findAdapter, isSoftwareAdapter, requestDevice } from '../../models/device.ts';

/** Why there is no GPU to compute on. */
export type NoGpuReason =
  | 'no-webgpu' // the browser has no navigator.gpu
  | 'no-adapter' // the browser offers no GPU adapter
  | 'software-adapter' // only one that computes on the CPU, far slower than WASM
  | 'webgpu-failed'; // the adapter gave no device

/** A device of the caller's own, to be destroyed by it, or why there is none. */
export type OpenedGpu =
  | { readonly kind: 'device'; readonly device: GPUDevice; readonly isSoftware: boolean }
  | { readonly kind: 'none'; readonly reason: NoGpuReason };

export interface OpenGpuOptions {
  /** Take an adapter that computes on the CPU too: for tests, and for who asks for WebGPU whatever it is. */
  readonly software?: boolean;
  /** By default that of the page or worker. */
  readonly gpu?: GPU;
}

/** Opens the machine's best GPU with all the buffer sizes it allows, in a page or a worker. Never throws. */
export async function openGpu({
  software = false,
  gpu = globalThis.navigator?.gpu,
}: OpenGpuOptions = {}): Promise<OpenedGpu> {
  const adapter = await findAdapter(gpu);
  const found = describeAdapter(gpu, adapter);
  if (found.kind !== 'adapter' || !adapter) {
    return { kind: 'none', reason: found.kind === 'no-webgpu' ? 'no-webgpu' : 'no-adapter' };
  }
  const isSoftware = isSoftwareAdapter(found.facts);
  if (isSoftware && !software) return { kind: 'none', reason: 'software-adapter' };
  try {
    return { kind: 'device', device: await requestDevice(adapter), isSoftware };
  } catch {
    return { kind: 'none', reason: 'webgpu-failed' };
  }
}
