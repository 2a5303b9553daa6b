import { expect, test } from 'vitest';
import { Fault } from '../contract/fault.ts';
import { validateVectors } from './validate.ts';

function refusal(data: Float32Array, dim: number): Fault {
  try {
    validateVectors(data, dim);
  } catch (error) {
    if (error instanceof Fault) return error;
  }
  throw new Error('it was not refused');
}

test('whole rows of finite numbers pass', () => {
  expect(validateVectors(Float32Array.of(1, 2, 3, 4), 2)).toBe(2);
  expect(validateVectors(new Float32Array(0), 3)).toBe(0);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%d names its row', (value) => {
  const fault = refusal(Float32Array.of(1, 2, 3, 4, 5, value), 2);
  expect(fault.code).toBe('vectors-invalid');
  expect(fault.details.row).toBe(2);
});

test.each([0, -1, 1.5, 3])('a dim of %d does not fit 4 numbers', (dim) => {
  expect(refusal(new Float32Array(4), dim)).toMatchObject({
    code: 'vectors-invalid',
    details: { length: 4, dim },
  });
});
