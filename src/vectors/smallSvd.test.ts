import { expect, test } from 'vitest';
import reference from '../../fixtures/metrics/metrics.json' with { type: 'json' };
import { smallSvd } from './smallSvd.ts';

test('values are those of numpy, and the vectors rebuild the matrix', () => {
  for (const { m, matrix, values } of reference.svd) {
    const svd = smallSvd(Float64Array.from(matrix), m);
    const size = Math.max(1, values[0]);
    values.forEach((value, k) => {
      expect(Math.abs(svd.values[k] - value)).toBeLessThan(1e-13 * size);
    });
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < m; j++) {
        let sum = 0;
        for (let k = 0; k < m; k++) sum += svd.values[k] * svd.left[k * m + i] * svd.right[k * m + j];
        expect(Math.abs(sum - matrix[i * m + j])).toBeLessThan(1e-13 * size);
      }
    }
  }
});

test('singular vectors are orthonormal, also those of vanishing values', () => {
  for (const { m, matrix } of reference.svd) {
    const { left, right } = smallSvd(Float64Array.from(matrix), m);
    for (const rows of [left, right]) {
      for (let a = 0; a < m; a++) {
        for (let b = 0; b < m; b++) {
          let dot = 0;
          for (let i = 0; i < m; i++) dot += rows[a * m + i] * rows[b * m + i];
          expect(dot).toBeCloseTo(a === b ? 1 : 0, 12);
        }
      }
    }
  }
});
