import { expect, test } from 'vitest';
import { robustFrame, toWorld, worldPositions } from './robustFrame.ts';

test('percentiles are those of numpy with linear interpolation', () => {
  // numpy.percentile(range(101), [2, 98]) = [2, 98]
  const line = Float32Array.from({ length: 202 }, (_, i) => (i % 2 === 0 ? i / 2 : 7));
  const frame = robustFrame(line, 2);
  expect(frame.centre).toEqual([50, 7, 0]);
  // distances from 50 are 0, 1, 1, …, 50, 50: numpy.percentile of them at 95 is 48
  expect(frame.scale).toBeCloseTo(1 / 48, 6);
  expect(frame.half[0]).toBeCloseTo(1, 6);
});

test('one point far away does not shrink the map', () => {
  const near = Float32Array.from({ length: 300 }, (_, i) => Math.sin(i * 12.9898) * 2);
  const far = near.slice();
  far.set([1e6, 1e6, 1e6], 0);
  expect(robustFrame(far, 3).scale).toBeGreaterThan(robustFrame(near, 3).scale * 0.9);
});

test('no points, one point, points in one place and non-finite values are all drawn at the centre', () => {
  expect(robustFrame(new Float32Array(0), 3)).toMatchObject({ centre: [0, 0, 0], scale: 1 });
  const one = new Float32Array([5, 6, 7]);
  expect([...worldPositions(one, 3, robustFrame(one, 3))]).toEqual([0, 0, 0]);
  const odd = new Float32Array([Number.NaN, 1, 3, 1, Number.POSITIVE_INFINITY, 1, 5, 1]);
  const world = worldPositions(odd, 2, robustFrame(odd, 2));
  expect(world.every(Number.isFinite)).toBe(true);
  expect(world).toHaveLength(12);
  expect(toWorld([Number.NaN], robustFrame(odd, 2))).toEqual([0, 0, 0]);
});
