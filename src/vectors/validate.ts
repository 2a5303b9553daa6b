import { Fault } from '../contract/fault.ts';

/**
 * Checks that `data` holds whole rows of `dim` finite numbers and returns how many rows.
 * Throws Fault `vectors-invalid` with `row` (from 0) for the first value that is not finite, or with
 * `length` and `dim` where the shape is wrong.
 */
export function validateVectors(data: Float32Array, dim: number): number {
  if (!Number.isInteger(dim) || dim < 1 || data.length % dim !== 0) {
    throw new Fault('vectors-invalid', { length: data.length, dim });
  }
  for (let i = 0; i < data.length; i++) {
    if (!Number.isFinite(data[i])) throw new Fault('vectors-invalid', { row: Math.floor(i / dim), dim });
  }
  return data.length / dim;
}
