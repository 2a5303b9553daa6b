import { expect, test } from 'vitest';
import reference from '../../fixtures/metrics/metrics.json' with { type: 'json' };
import { fitted, procrustesFit } from './procrustesFit.ts';
import { seededRandom } from './random.ts';

function expectNear(found: Float32Array, goals: ArrayLike<number>) {
  expect(found.length).toBe(goals.length);
  for (let at = 0; at < goals.length; at++) expect(Math.abs(found[at] - goals[at])).toBeLessThan(2e-6);
}

/** A turned (mirror 1) or mirrored (−1) copy, then scaled and shifted. */
function moved(points: Float32Array, dims: number, mirror: number, scale: number): Float32Array {
  const [c, s] = [Math.cos(2.1), Math.sin(2.1)];
  return points.map((_, at) => {
    const d = at % dims;
    const [x, y] = [points[at - d], points[at - d + 1]];
    const turned = [c * x - s * y, mirror * (s * x + c * y), points[at]][d];
    return scale * turned + d - 2;
  });
}

test('the fit is that of scipy, with and without scaling', () => {
  for (const { dims, points, goals, disparity, scaled, unscaled } of reference.procrustes) {
    const withScale = procrustesFit(points, goals, dims, { scaling: true });
    const without = procrustesFit(points, goals, dims);
    for (const fit of [withScale, without]) {
      expect(Math.abs((fit.disparity ?? 2) - disparity)).toBeLessThan(1e-12);
    }
    expect(without.scale).toBe(1);
    expectNear(fitted(Float32Array.from(points), withScale), scaled);
    expectNear(fitted(Float32Array.from(points), without), unscaled);
  }
});

test('a turned or mirrored, shifted and scaled copy comes back with no residual, in 2D and 3D', () => {
  const random = seededRandom(3);
  for (const dims of [2, 3]) {
    const points = Float32Array.from({ length: 30 * dims }, () => random() - 0.5);
    for (const mirror of [1, -1]) {
      for (const scale of [1, 0.01, 30]) {
        const copy = moved(points, dims, mirror, scale);
        const fit = procrustesFit(copy, points, dims, { scaling: true });
        expect(fit.disparity).toBeLessThan(1e-9);
        expect(fit.scale * scale).toBeCloseTo(1, 5);
        fitted(copy, fit).forEach((value, at) => {
          expect(Math.abs(value - points[at])).toBeLessThan(1e-4 * Math.max(1, 0.1 / scale));
        });
      }
    }
  }
});

test('a set fitted to itself does not move', () => {
  const random = seededRandom(5);
  for (const dims of [2, 3]) {
    const points = Float32Array.from({ length: 20 * dims }, () => 10 * random());
    for (const scaling of [true, false]) {
      const fit = procrustesFit(points, points, dims, { scaling });
      expect(fit.disparity).toBeLessThan(1e-12);
      expectNear(fitted(points, fit), points);
    }
  }
});

test('points on a line, in a plane, or too few still come back', () => {
  for (const points of [
    Float32Array.of(0, 0, 0, 1, 2, 3, 2, 4, 6),
    Float32Array.of(0, 0, 0, 1, 2, 0, 5, 1, 0, 3, 3, 0),
    Float32Array.of(1, 2, 3, 4, 5, 6),
  ]) {
    const copy = moved(points, 3, -1, 1);
    const fit = procrustesFit(copy, points, 3);
    expect(fit.disparity).toBeLessThan(1e-9);
    expectNear(fitted(copy, fit), points);
    for (let a = 0; a < 3; a++) {
      for (let b = 0; b < 3; b++) {
        const dot = [0, 1, 2].reduce((sum, k) => sum + fit.matrix[a * 3 + k] * fit.matrix[b * 3 + k], 0);
        expect(dot).toBeCloseTo(a === b ? 1 : 0, 12);
      }
    }
  }
});

test('points that coincide are only shifted', () => {
  const fit = procrustesFit([1, 1, 1, 1], [3, 4, 5, 6], 2, { scaling: true });
  expect(fit).toMatchObject({ scale: 1, disparity: null });
  expect(Array.from(fitted(Float32Array.of(1, 1, 1, 1), fit))).toEqual([4, 5, 4, 5]);
});

test('sets of different size, and empty ones, are refused', () => {
  expect(() => procrustesFit([1, 2], [1, 2, 3, 4], 2)).toThrow(RangeError);
  expect(() => procrustesFit([], [], 2)).toThrow(RangeError);
});
