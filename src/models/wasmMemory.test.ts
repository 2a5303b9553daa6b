import { expect, test } from 'vitest';
import { wasmBytes, watchMemories } from './wasmMemory.ts';

const PAGE = 65_536;
/** (module (memory (export "m") 3)) */
const exporting = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 5, 3, 1, 0, 3, 7, 5, 1, 1, 109, 2, 0]);

test('memories made by hand or brought by a module are counted, as large as they have grown', async () => {
  watchMemories();
  watchMemories();
  const before = wasmBytes();
  const memory = new WebAssembly.Memory({ initial: 2, maximum: 8 });
  expect(memory).toBeInstanceOf(WebAssembly.Memory);
  expect(wasmBytes() - before).toBe(2 * PAGE);
  memory.grow(4);
  expect(wasmBytes() - before).toBe(6 * PAGE);
  const { instance } = await WebAssembly.instantiate(exporting);
  expect(instance.exports.m).toBeInstanceOf(WebAssembly.Memory);
  expect(wasmBytes() - before).toBe(9 * PAGE);
  await WebAssembly.instantiate(await WebAssembly.compile(exporting));
  expect(wasmBytes() - before).toBe(12 * PAGE);
});
