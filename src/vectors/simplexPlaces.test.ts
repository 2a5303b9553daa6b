import { describe, expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { simplexPlaces } from './simplexPlaces.ts';

describe.each([2, 3] as const)('in %i dimensions', (dims) => {
  const n = 120;
  const places = simplexPlaces(n, dims, seededRandom(42));
  const column = (c: number) => Array.from({ length: n }, (_, row) => places[row * dims + c]);

  test('it is a projection of the one-hot vectors: unit directions at right angles, the mean away', () => {
    for (let a = 0; a < dims; a++) {
      expect(column(a).reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 5);
      for (let b = 0; b <= a; b++) {
        const product = column(a).reduce((sum, value, row) => sum + value * column(b)[row], 0);
        expect(product).toBeCloseTo(a === b ? 1 : 0, 5);
      }
    }
  });

  test('no word is favoured: all are about equally far from the middle', () => {
    for (let row = 0; row < n; row++) {
      const radius = Math.hypot(...places.subarray(row * dims, (row + 1) * dims));
      expect(radius / Math.sqrt(dims / n)).toBeCloseTo(1, 1);
    }
  });

  test('the order of the words does not show, and the seed decides', () => {
    const step = (row: number) =>
      Math.hypot(
        ...Array.from({ length: dims }, (_, c) => places[row * dims + c] - places[(row + 1) * dims + c]),
      );
    const steps = Array.from({ length: n - 1 }, (_, row) => step(row));
    const mean = steps.reduce((sum, value) => sum + value, 0) / steps.length;
    // neighbours on the circle or spiral would be far less than a radius apart
    expect(mean / Math.sqrt(dims / n)).toBeGreaterThan(1);
    expect(simplexPlaces(n, dims, seededRandom(42))).toEqual(places);
    expect(simplexPlaces(n, dims, seededRandom(43))).not.toEqual(places);
  });
});
