import { expect, test } from 'vitest';
import {
  type AdapterFacts,
  decideDevice,
  describeAdapter,
  findAdapter,
  type GpuFound,
  isSoftwareAdapter,
} from './device.ts';

const facts = (given: Partial<AdapterFacts>): AdapterFacts => ({
  vendor: '',
  architecture: '',
  device: '',
  description: '',
  isFallback: false,
  ...given,
});
const real: GpuFound = { kind: 'adapter', facts: facts({ vendor: 'intel', architecture: 'gen-12lp' }) };
const soft: GpuFound = { kind: 'adapter', facts: facts({ vendor: 'google', architecture: 'swiftshader' }) };

test.each([
  ['auto', real, 'webgpu', 'gpu-found'],
  ['auto', soft, 'wasm', 'software-adapter'],
  ['auto', { kind: 'no-webgpu' }, 'wasm', 'no-webgpu'],
  ['auto', { kind: 'no-adapter' }, 'wasm', 'no-adapter'],
  ['webgpu', real, 'webgpu', 'asked'],
  ['webgpu', soft, 'webgpu', 'asked'],
  ['webgpu', { kind: 'no-webgpu' }, 'wasm', 'no-webgpu'],
  ['webgpu', { kind: 'no-adapter' }, 'wasm', 'no-adapter'],
  ['wasm', real, 'wasm', 'asked'],
  ['wasm', { kind: 'no-webgpu' }, 'wasm', 'asked'],
] as const)('%s with %j runs on %s: %s', (wanted, found, device, reason) => {
  expect(decideDevice(wanted, found)).toEqual({ device, reason });
});

test.each([
  [{ vendor: 'google', architecture: 'swiftshader' }, true],
  [{ vendor: 'mesa', description: 'llvmpipe (LLVM 17.0.6, 256 bits)' }, true],
  [{ description: 'Microsoft Basic Render Driver' }, true],
  [{ vendor: 'nvidia', isFallback: true }, true],
  [{ vendor: 'nvidia', architecture: 'ampere' }, false],
  [{ vendor: 'apple', architecture: 'metal-3' }, false],
  [{}, false], // a browser that tells nothing of its GPU is believed
] as const)('%j is a software adapter: %s', (given, expected) => {
  expect(isSoftwareAdapter(facts(given))).toBe(expected);
});

test('an adapter that cannot be asked for is no adapter', async () => {
  const gpu = { requestAdapter: () => Promise.reject(new Error('blocked')) } as unknown as GPU;
  const adapter = await findAdapter(gpu);
  expect(adapter).toBeNull();
  expect(describeAdapter(gpu, adapter)).toEqual({ kind: 'no-adapter' });
  expect(describeAdapter(undefined, await findAdapter(undefined))).toEqual({ kind: 'no-webgpu' });
});
