import { expect, test } from 'vitest';
import { countOf, placeAt, placesOf } from './places.ts';
import { robustFrame, toWorld } from './robustFrame.ts';

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

test('of many points a sample tells the frame, though groups follow each other in turn', () => {
  // 30 groups in turn, each in one place on a line from 0 to 29
  const line = Float32Array.from({ length: 2_000_000 }, (_, k) => (k % 2 === 0 ? (k / 2) % 30 : 0));
  const frame = robustFrame(line, 2);
  // numpy.percentile(numpy.arange(1_000_000) % 30, [2, 98]) = [0, 29]; of abs(… − 14.5) at 95: 14.5
  expect(frame.centre[0]).toBe(14.5);
  expect(frame.scale).toBeCloseTo(1 / 14.5, 6);
});

test('no points, one point, points in one place and non-finite values are all drawn at the centre', () => {
  expect(robustFrame(new Float32Array(0), 3)).toMatchObject({ centre: [0, 0, 0], scale: 1 });
  const world = (raw: Float32Array, dims: 2 | 3): number[] => {
    const places = placesOf(raw, dims, robustFrame(raw, dims));
    return Array.from({ length: countOf(places) }, (_, i) => placeAt(places, i, [0, 0, 0])).flat();
  };
  expect(world(new Float32Array([5.1, 6.2, 7.3]), 3)).toEqual([0, 0, 0]);
  const odd = new Float32Array([Number.NaN, 1, 3, 1, Number.POSITIVE_INFINITY, 1, 5, 1]);
  const places = world(odd, 2);
  expect(places.every(Number.isFinite)).toBe(true);
  expect(places).toHaveLength(12);
  expect(places.slice(0, 2)).toEqual([0, 0]);
  // the caller's array is drawn as it is, or left alone
  expect(odd[0]).toBeNaN();
  expect(toWorld([Number.NaN], robustFrame(odd, 2))).toEqual([0, 0, 0]);
});
