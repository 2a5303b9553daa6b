/** float16 (IEEE 754 binary16, little endian, as stored) to float32, by the browser's Float16Array where it has one. */
export function decodeHalves(
  bytes: ArrayBuffer,
  byteOffset: number,
  count: number,
): Float32Array<ArrayBuffer> {
  const native = (
    globalThis as { Float16Array?: new (b: ArrayBuffer, o: number, n: number) => ArrayLike<number> }
  ).Float16Array;
  if (native) return Float32Array.from(new native(bytes, byteOffset, count));
  return decodeHalfBits(new Uint16Array(bytes, byteOffset, count));
}

/** The same from 16-bit patterns, without the browser's help. */
export function decodeHalfBits(bits: Uint16Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const out = new Float32Array(bits.length);
  for (let index = 0; index < bits.length; index++) {
    const sign = bits[index] & 0x8000 ? -1 : 1;
    const exponent = (bits[index] >> 10) & 0x1f;
    const fraction = bits[index] & 0x3ff;
    if (exponent === 0) out[index] = sign * fraction * 2 ** -24;
    else if (exponent === 31) out[index] = fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
    else out[index] = sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  }
  return out;
}
