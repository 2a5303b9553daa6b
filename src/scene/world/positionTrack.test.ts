import { expect, test } from 'vitest';
import { type Places, placeAt, placesOf, WORLD_FRAME } from './places.ts';
import { createTrack, positionAt, progressAt, regroup, retarget, settle } from './positionTrack.ts';
import { projectPlace } from './projection.ts';
import { robustFrame } from './robustFrame.ts';

const at = (raw: number[], dims: 2 | 3 = 3): Places => placesOf(Float32Array.from(raw), dims, WORLD_FRAME);

test('a new target begins where the points are, not where they were going', () => {
  const track = createTrack();
  retarget(track, at([0, 0, 0]), 0, 300);
  expect(track.version).toBe(1);
  retarget(track, at([10, 0, 0]), 1000, 300);
  const half = progressAt(track, 1150);
  const there = positionAt(track, 0, half, [0, 0, 0])[0];
  expect(there).toBeGreaterThan(5);
  expect(there).toBeLessThan(10);
  retarget(track, at([-10, 0, 0]), 1150, 300);
  expect(positionAt(track, 0, progressAt(track, 1150), [0, 0, 0])[0]).toBeCloseTo(there, 4);
  expect(positionAt(track, 0, progressAt(track, 1450), [0, 0, 0])[0]).toBe(-10);
  expect(track.version).toBe(1);
});

test('at rest both ends are the same; a duration of 0 is at once', () => {
  const track = createTrack();
  retarget(track, at([0, 0, 0]), 0, 0);
  retarget(track, at([1, 2, 3]), 0, 0);
  expect([...track.from.raw]).toEqual([1, 2, 3]);
  expect(settle(track)).toBe(false);
  retarget(track, at([4, 5, 6]), 0, 300);
  expect(settle(track)).toBe(true);
  expect([...track.from.raw]).toEqual([4, 5, 6]);
});

test('points behind the camera have no place on the screen', () => {
  // a camera at the origin that looks along −z with a field of view of 90°: w = −z
  const matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0];
  const place = [0, 0, 0];
  const project = (x: number, y: number, z: number) =>
    projectPlace({ matrix, width: 200, height: 100 }, x, y, z, place) ? [...place] : null;
  expect(project(0, 0, -2)).toEqual([100, 50, 2]);
  expect(project(0, 0, 2)).toBeNull();
  expect(project(1, 1, -2)).toEqual([150, 25, 2]);
});

test('points that are known again come from where they are, new ones appear in their place', () => {
  const track = createTrack();
  retarget(track, at([0, 0, 0, 1, 1, 1]), 0, 0);
  const { version } = track;
  regroup(track, at([9, 9, 9, 2, 0, 0, 5, 5, 5]), Int32Array.from([-1, 0, 1]), 10, 300);
  expect([...track.from.raw]).toEqual([9, 9, 9, 0, 0, 0, 1, 1, 1]);
  expect([...track.to.raw]).toEqual([9, 9, 9, 2, 0, 0, 5, 5, 5]);
  expect(track.version).toBe(version + 1);
  regroup(track, at([4, 4, 4]), Int32Array.from([0]), 20, 0);
  expect([...track.from.raw]).toEqual([4, 4, 4]);
});

test('at rest nothing is copied, and coordinates of another frame and number of dimensions are met half way', () => {
  const track = createTrack();
  const flat = Float32Array.of(0, 0, 10, 0, 10, 20, 0, 20);
  const first = placesOf(flat, 2, robustFrame(flat, 2));
  retarget(track, first, 0, 0);
  expect(track.to.raw).toBe(flat);
  const deep = placesOf(
    Float32Array.from({ length: 12 }, (_, k) => k),
    3,
    WORLD_FRAME,
  );
  retarget(track, deep, 1000, 300);
  expect([track.from, track.to]).toEqual([first, deep]);
  const [x, y, z] = placeAt(first, 1, [0, 0, 0]);
  const half = positionAt(track, 1, 0.5, [0, 0, 0]);
  expect(half[0]).toBeCloseTo((x + 3) / 2, 6);
  expect(half[1]).toBeCloseTo((y + 4) / 2, 6);
  expect([z, half[2]]).toEqual([0, 2.5]);
});
