import { readFileSync } from 'node:fs';

/** An array read from a .npy file: C order, float32 or float16 (widened). */
export interface NpyArray {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** Reads what numpy.save wrote (format 1.0 and 2.0). */
export function readNpy(path: string): NpyArray {
  const file = readFileSync(path);
  const wide = file[6] >= 2;
  const length = wide ? file.readUInt32LE(8) : file.readUInt16LE(8);
  const start = (wide ? 12 : 10) + length;
  const header = file.subarray(wide ? 12 : 10, start).toString('latin1');
  const dtype = /'descr': '<(f[24])'/.exec(header)?.[1];
  if (!dtype || !header.includes("'fortran_order': False")) throw new Error(`${path}: ${header}`);
  const shape = (/'shape': \(([^)]*)\)/.exec(header)?.[1] ?? '').split(',').filter(Boolean).map(Number);
  const body = file.subarray(start);
  const count = shape.reduce((product, n) => product * n, 1);
  const data = Float32Array.from({ length: count }, (_, index) =>
    dtype === 'f4' ? body.readFloatLE(index * 4) : half(body.readUInt16LE(index * 2)),
  );
  return { shape, data };
}

function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Cosine of two vectors in double precision. */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`${a.length} numbers against ${b.length}`);
  let [dot, aa, bb] = [0, 0, 0];
  for (let d = 0; d < a.length; d++) {
    dot += a[d] * b[d];
    aa += a[d] * a[d];
    bb += b[d] * b[d];
  }
  return dot / Math.sqrt(aa * bb);
}
