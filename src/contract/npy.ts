/**
 * A NumPy .npy file (format 1.0) of a row-major float32 matrix, `numpy.load` reads it as shape (n, dim), C order.
 * https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 * @param data n × dim values
 * @throws RangeError where data is not a whole number of rows
 */
export function encodeNpy(data: Float32Array, dim: number): Uint8Array<ArrayBuffer> {
  if (dim < 1 || data.length % dim !== 0)
    throw new RangeError(`${data.length} values are not rows of ${dim}`);
  const description = `{'descr': '<f4', 'fortran_order': False, 'shape': (${data.length / dim}, ${dim}), }`;
  const preamble = 10;
  const padding = 64 - ((preamble + description.length + 1) % 64);
  const header = `${description}${' '.repeat(padding % 64)}\n`;
  const bytes = new Uint8Array(preamble + header.length + data.length * 4);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
  const view = new DataView(bytes.buffer);
  view.setUint16(8, header.length, true);
  bytes.set(new TextEncoder().encode(header), preamble);
  const start = preamble + header.length;
  for (let i = 0; i < data.length; i++) view.setFloat32(start + i * 4, data[i], true);
  return bytes;
}
