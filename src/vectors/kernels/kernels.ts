import { KERNELS_WASM } from './kernelsWasm.ts';

/**
 * Numbers that a kernel takes; every kernel begins with `scratch` (a piece of memory of the thread's own), `from` and
 * `to` (the part of the work to do). Pointers are byte offsets in the team's memory.
 */
export type Kernel = (...args: number[]) => void;

/** Most pages of 64 kB that a memory may grow to: 4 GB. The compiled module says the same. */
const MOST_PAGES = 65_536;
/** Where pages can be reserved only in small numbers (32-bit browsers): 1 GB. */
const FEWER_PAGES = 16_384;

/** The limits of the imported memory in the module's bytes: kind, flags (1: a maximum, 2: shared), then the numbers. */
const SHARED_LIMITS = [0x02, 0x03, 0x01, 0x80, 0x80, 0x04];

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** The module for memory of its own, which is the module for shared memory but for one bit. */
function unshared(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const at = bytes.findIndex((_, i) => SHARED_LIMITS.every((byte, offset) => bytes[i + offset] === byte));
  if (at < 0) throw new Error('the kernels do not import a shared memory');
  bytes[at + 1] = 0x01;
  return bytes;
}

const modules = new Map<boolean, WebAssembly.Module>();

/**
 * The compiled kernels (tools/kernels), for memory that is shared among threads or not. Throws where the browser has
 * no WebAssembly SIMD or a policy forbids it.
 */
export function kernelModule(shared: boolean): WebAssembly.Module {
  const known = modules.get(shared);
  if (known) return known;
  const module = compileKernels(KERNELS_WASM, shared);
  modules.set(shared, module);
  return module;
}

/** A module of tools/kernels in base64, compiled as `kernelModule` says. */
export function compileKernels(base64: string, shared: boolean): WebAssembly.Module {
  const bytes = bytesOf(base64);
  return new WebAssembly.Module(shared ? bytes : unshared(bytes));
}

/** A memory for kernels. Throws RangeError where there is no room even for the smaller limit. */
export function kernelMemory(shared: boolean): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared });
  } catch {
    return new WebAssembly.Memory({ initial: 1, maximum: FEWER_PAGES, shared });
  }
}

/** The kernels by name, working on `memory`. */
export function instantiateKernels(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
): Readonly<Record<string, Kernel>> {
  return new WebAssembly.Instance(module, { env: { memory } }).exports as Record<string, Kernel>;
}
