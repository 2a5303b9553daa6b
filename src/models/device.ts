import type { Device } from '../contract/options.ts';

/** Why a model runs where it runs; src/language/ has the sentence. */
export type DeviceReason =
  | 'static' // a dictionary look-up needs no device
  | 'asked' // the person chose it, and it passed the self-check
  | 'gpu-found' // auto: a real GPU that passed the self-check
  | 'no-webgpu' // the browser has no navigator.gpu
  | 'no-adapter' // the browser offers no GPU adapter
  | 'software-adapter' // only a software adapter, which is slower than WASM
  | 'webgpu-failed' // the WebGPU session could not be made or run
  | 'self-check-failed' // WebGPU gave other vectors than the reference
  | 'device-lost'; // the GPU was lost in the middle of the work

/** What a GPU adapter says of itself (GPUAdapterInfo); browsers leave out what they please. */
export interface AdapterFacts {
  readonly vendor: string;
  readonly architecture: string;
  readonly device: string;
  readonly description: string;
  readonly isFallback: boolean;
}

/** What the browser offers: nothing to ask, no adapter, or an adapter. */
export type GpuFound =
  | { readonly kind: 'no-webgpu' | 'no-adapter' }
  | { readonly kind: 'adapter'; readonly facts: AdapterFacts };

/** SwiftShader (Chromium), llvmpipe and lavapipe (Mesa), WARP, which calls itself Microsoft Basic Render Driver. */
const software = /swiftshader|llvmpipe|lavapipe|softpipe|basic render|\bwarp\b|software/i;

/** Whether an adapter computes on the CPU: some 60 to 100 times slower than WASM (measured on SwiftShader). */
export function isSoftwareAdapter(facts: AdapterFacts): boolean {
  const names = `${facts.vendor} ${facts.architecture} ${facts.device} ${facts.description}`;
  return facts.isFallback || software.test(names);
}

/** Where to try first, and why. `auto` takes only a real GPU; who asks for WebGPU gets any adapter there is. */
export function decideDevice(
  wanted: Device,
  found: GpuFound,
): { readonly device: 'webgpu' | 'wasm'; readonly reason: DeviceReason } {
  if (wanted === 'wasm') return { device: 'wasm', reason: 'asked' };
  if (found.kind !== 'adapter') return { device: 'wasm', reason: found.kind };
  if (wanted === 'webgpu') return { device: 'webgpu', reason: 'asked' };
  return isSoftwareAdapter(found.facts)
    ? { device: 'wasm', reason: 'software-adapter' }
    : { device: 'webgpu', reason: 'gpu-found' };
}

/** Asks the browser for its best adapter. Never throws: an adapter that fails is no adapter. */
export async function findAdapter(gpu: GPU | undefined): Promise<GPUAdapter | null> {
  try {
    return (await gpu?.requestAdapter({ powerPreference: 'high-performance' })) ?? null;
  } catch {
    return null;
  }
}

export function describeAdapter(gpu: GPU | undefined, adapter: GPUAdapter | null): GpuFound {
  if (!gpu) return { kind: 'no-webgpu' };
  if (!adapter) return { kind: 'no-adapter' };
  const { vendor, architecture, device, description } = adapter.info;
  // Chromium moved the flag from the adapter to its info
  const flagged = adapter as GPUAdapter & { readonly isFallbackAdapter?: boolean };
  const isFallback = adapter.info.isFallbackAdapter ?? flagged.isFallbackAdapter ?? false;
  return { kind: 'adapter', facts: { vendor, architecture, device, description, isFallback } };
}

/** What the native WebGPU provider raises to the adapter's own when it makes its device itself. */
const limits = [
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxStorageBufferBindingSize',
  'maxStorageBuffersPerShaderStage',
  'maxBufferSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupSizeY',
  'maxComputeWorkgroupSizeZ',
] as const satisfies readonly (keyof GPUSupportedLimits)[];
const features: readonly GPUFeatureName[] = ['shader-f16', 'subgroups'];

/** A device with all the limits and features that ONNX Runtime makes use of. Throws what the browser throws. */
export function requestDevice(adapter: GPUAdapter): Promise<GPUDevice> {
  return adapter.requestDevice({
    requiredLimits: Object.fromEntries(limits.map((name) => [name, adapter.limits[name]])),
    requiredFeatures: features.filter((name) => adapter.features.has(name)),
  });
}
