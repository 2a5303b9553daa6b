import { expect, test } from 'vitest';
import reference from '../../fixtures/metrics/metrics.json' with { type: 'json' };
import { twoSets } from '../../fixtures/metrics/twoSets.ts';
import { linearCka, linearCkaSteps } from './linearCka.ts';
import { seededRandom } from './random.ts';
import { smallSvd } from './smallSvd.ts';

test('the alignment is that of its definition with centred kernels, from either side', () => {
  for (const { seed, n, dimA, dimB, cka } of reference.cka) {
    const { a, b } = twoSets(seed, n, dimA, dimB);
    expect(Math.abs(linearCka(a, dimA, b, dimB) - cka)).toBeLessThan(1e-9);
    expect(Math.abs(linearCka(b, dimB, a, dimA) - cka)).toBeLessThan(1e-9);
  }
});

test('a set is wholly like itself and like a turned, scaled and shifted copy', () => {
  const dim = 5;
  for (const n of [8, 300]) {
    const { a } = twoSets(3, n, dim, 1);
    const random = seededRandom(4);
    // singular vectors of any matrix are a rotation or reflection
    const turn = smallSvd(
      Float64Array.from({ length: dim * dim }, () => random() - 0.5),
      dim,
    ).left;
    const copy = Float32Array.from(a, (_, at) => {
      const [row, d] = [Math.floor(at / dim), at % dim];
      let sum = 0;
      for (let i = 0; i < dim; i++) sum += a[row * dim + i] * turn[i * dim + d];
      return 7 * sum + 2;
    });
    expect(linearCka(a, dim, a, dim)).toBeCloseTo(1, 12);
    expect(linearCka(a, dim, a, dim)).toBeLessThanOrEqual(1);
    expect(linearCka(a, dim, copy, dim)).toBeCloseTo(1, 6);
  }
});

test('columns that share nothing give 0, and equal rows nothing at all', () => {
  const a = Float32Array.of(1, -1, 1, -1);
  expect(linearCka(a, 1, Float32Array.of(1, 1, -1, -1), 1)).toBe(0);
  expect(linearCka(a, 1, Float32Array.of(0.1, 0.1, 0.1, 0.1), 1)).toBeNaN();
  expect(linearCka(Float32Array.of(1, 2), 2, Float32Array.of(3), 1)).toBeNaN();
  expect(() => linearCka(a, 1, a, 2)).toThrow(RangeError);
});

test('progress rises to its end on both sides', () => {
  for (const [n, dim] of [
    [70, 90],
    [300, 70],
  ]) {
    const { a, b } = twoSets(6, n, dim, dim);
    const shares = Array.from(linearCkaSteps(a, dim, b, dim), ({ done, total }) => done / total);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((x, y) => x - y));
    expect(shares.at(-1)).toBe(1);
  }
});
