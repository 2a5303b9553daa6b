import { expect, test } from 'vitest';
import { createTrack, positionAt, progressAt, regroup, retarget, settle } from './positionTrack.ts';
import { projectAll } from './projection.ts';

test('a new target begins where the points are, not where they were going', () => {
  const track = createTrack();
  retarget(track, new Float32Array([0, 0, 0]), 0, 300);
  expect(track.version).toBe(1);
  retarget(track, new Float32Array([10, 0, 0]), 1000, 300);
  const half = progressAt(track, 1150);
  const there = positionAt(track, 0, half, [0, 0, 0])[0];
  expect(there).toBeGreaterThan(5);
  expect(there).toBeLessThan(10);
  retarget(track, new Float32Array([-10, 0, 0]), 1150, 300);
  expect(positionAt(track, 0, progressAt(track, 1150), [0, 0, 0])[0]).toBeCloseTo(there, 4);
  expect(positionAt(track, 0, progressAt(track, 1450), [0, 0, 0])[0]).toBe(-10);
  expect(track.version).toBe(1);
});

test('at rest both ends are the same; a duration of 0 is at once', () => {
  const track = createTrack();
  retarget(track, new Float32Array([0, 0, 0]), 0, 0);
  retarget(track, new Float32Array([1, 2, 3]), 0, 0);
  expect([...track.from]).toEqual([1, 2, 3]);
  expect(settle(track)).toBe(false);
  retarget(track, new Float32Array([4, 5, 6]), 0, 300);
  expect(settle(track)).toBe(true);
  expect([...track.from]).toEqual([4, 5, 6]);
});

test('points behind the camera have no place on the screen', () => {
  const track = createTrack();
  retarget(track, new Float32Array([0, 0, -2, 0, 0, 2, 1, 1, -2]), 0, 0);
  // a camera at the origin that looks along −z with a field of view of 90°: w = −z
  const matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0];
  const screen = projectAll({ matrix, width: 200, height: 100 }, track, 1);
  expect([...screen.subarray(0, 3)]).toEqual([100, 50, 2]);
  expect(screen[3]).toBeNaN();
  expect([...screen.subarray(6, 9)]).toEqual([150, 25, 2]);
});

test('points that are known again come from where they are, new ones appear in their place', () => {
  const track = createTrack();
  retarget(track, Float32Array.from([0, 0, 0, 1, 1, 1]), 0, 0);
  const { version } = track;
  regroup(track, Float32Array.from([9, 9, 9, 2, 0, 0, 5, 5, 5]), Int32Array.from([-1, 0, 1]), 10, 300);
  expect([...track.from]).toEqual([9, 9, 9, 0, 0, 0, 1, 1, 1]);
  expect([...track.to]).toEqual([9, 9, 9, 2, 0, 0, 5, 5, 5]);
  expect(track.version).toBe(version + 1);
  regroup(track, Float32Array.from([4, 4, 4]), Int32Array.from([0]), 20, 0);
  expect([...track.from]).toEqual([4, 4, 4]);
});
