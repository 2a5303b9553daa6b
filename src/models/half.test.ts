import { expect, test } from 'vitest';
import { decodeHalfBits, decodeHalves } from './half.ts';

// bit patterns of IEEE 754 binary16 and their values, as numpy.float16 gives them
const cases: readonly (readonly [number, number])[] = [
  [0x0000, 0],
  [0x3c00, 1],
  [0xc000, -2],
  [0x3555, 0.333251953125],
  [0x7bff, 65504],
  [0x0400, 2 ** -14],
  [0x0001, 2 ** -24],
  [0x83ff, -1023 * 2 ** -24],
  [0x7c00, Number.POSITIVE_INFINITY],
  [0xfc00, Number.NEGATIVE_INFINITY],
  [0x7e00, Number.NaN],
];

test.each(cases)('%i is %d', (bits, value) => {
  expect(decodeHalfBits(new Uint16Array([bits]))[0]).toBe(value);
});

test('reads from the middle of a buffer', () => {
  const bytes = new Uint8Array([9, 9, 0x00, 0x3c, 0x00, 0xc0]);
  expect([...decodeHalves(bytes.buffer, 2, 2)]).toEqual([1, -2]);
});
