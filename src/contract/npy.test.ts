import { expect, test } from 'vitest';
import { encodeNpy } from './npy.ts';

const header = (bytes: Uint8Array) =>
  new TextDecoder('latin1').decode(bytes.subarray(10, 10 + bytes[8] + bytes[9] * 256));

test('the header is NumPy’s, aligned to 64 bytes', () => {
  const bytes = encodeNpy(Float32Array.of(1, 2, 3, 4, 5, 6), 3);
  expect([...bytes.subarray(0, 8)]).toEqual([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
  expect(header(bytes)).toMatch(/^\{'descr': '<f4', 'fortran_order': False, 'shape': \(2, 3\), \} *\n$/);
  expect((10 + header(bytes).length) % 64).toBe(0);
  const values = new Float32Array(bytes.slice(10 + header(bytes).length).buffer);
  expect([...values]).toEqual([1, 2, 3, 4, 5, 6]);
});

test.each([1, 7, 384, 100_000])('any number of columns stays aligned: %d', (dim) => {
  const bytes = encodeNpy(new Float32Array(dim), dim);
  expect((10 + header(bytes).length) % 64).toBe(0);
});

test('half a row is refused', () => {
  expect(() => encodeNpy(new Float32Array(5), 2)).toThrow(RangeError);
});
