import { expect, test } from 'vitest';
import { createRig } from './rig.ts';
import type { View } from './view.ts';
import { axesOf, between, eyeOf, homeView, looked, panned, rotated, unitsPerPixel, zoomed } from './view.ts';

const start: View = { x: 0.2, y: -0.1, z: 0.3, yaw: 0.7, pitch: 0.4, distance: 2 };
const dot = (a: readonly number[], b: readonly number[]) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

test('the axes are orthonormal and the eye looks at the target', () => {
  const { right, up, forward } = axesOf(start);
  for (const axis of [right, up, forward]) expect(dot(axis, axis)).toBeCloseTo(1, 12);
  expect(dot(right, up)).toBeCloseTo(0, 12);
  expect(dot(right, forward)).toBeCloseTo(0, 12);
  expect(dot(up, forward)).toBeCloseTo(0, 12);
  const eye = eyeOf(start);
  const toTarget = [start.x - eye[0], start.y - eye[1], start.z - eye[2]];
  expect(dot(toTarget, forward)).toBeCloseTo(2, 12);
});

test('zooming keeps what is under the pointer in place', () => {
  const [dx, dy, height] = [120, -80, 800];
  const under = (view: View): number[] => {
    const { right, up } = axesOf(view);
    const unit = unitsPerPixel(view, height);
    return [0, 1, 2].map((k) => [view.x, view.y, view.z][k] + right[k] * dx * unit - up[k] * dy * unit);
  };
  const nearer = zoomed(start, 0.5, dx, dy, height);
  expect(nearer.distance).toBe(1);
  for (const [k, value] of under(nearer).entries()) expect(value).toBeCloseTo(under(start)[k], 10);
});

test('looking round does not move the eye; turning does not move the target', () => {
  const seen = looked(start, 0.3, -0.2);
  for (const [k, value] of eyeOf(seen).entries()) expect(value).toBeCloseTo(eyeOf(start)[k], 10);
  expect(rotated(start, 0, 10).pitch).toBeLessThan(Math.PI / 2);
  const shifted = panned(start, 10, 0, 800);
  expect(
    dot(axesOf(start).right, [shifted.x - start.x, shifted.y - start.y, shifted.z - start.z]),
  ).toBeLessThan(0);
});

test('home shows a flat map whole, in whatever part of the canvas is free', () => {
  const wide = homeView([1, 0.5, 0], 2, 1000, 500, 500);
  expect(wide).toMatchObject({ yaw: 0, pitch: 0 });
  // half the map's width, 1, fits into half the free pixels
  expect(1 / unitsPerPixel(wide, 500)).toBeLessThan(500);
  const narrow = homeView([1, 0.5, 0], 2, 500, 500, 500);
  expect(1 / unitsPerPixel(narrow, 500)).toBeLessThan(250);
  expect(narrow.distance).toBeGreaterThan(wide.distance);
});

test('a glide turns the short way and ends exactly', () => {
  const there = { ...start, yaw: start.yaw + 2 * Math.PI - 0.2 };
  expect(between(start, there, 0.5).yaw).toBeCloseTo(start.yaw - 0.1, 10);
  expect(between(start, there, 1)).toMatchObject(there);
});

test('the rig comes to rest, and a hand ends a glide', () => {
  const rig = createRig(start, () => false);
  expect(rig.step(0)).toBe(false);
  rig.glide({ ...start, x: 1 }, 0, 400);
  expect(rig.step(200)).toBe(true);
  const middle = rig.current.x;
  expect(middle).toBeCloseTo(0.6, 6);
  rig.steer((view) => ({ ...view, y: 0 }));
  let steps = 0;
  for (let now = 216; rig.step(now); now += 16) steps += 1;
  expect(steps).toBeLessThan(60);
  expect(rig.current).toMatchObject({ x: middle, y: 0 });
  expect(rig.held).toBe(true);
});

test('with less motion asked for, everything is at once; flight goes on while keys are held', () => {
  const rig = createRig(start, () => true);
  rig.glide({ ...start, x: 1 }, 0, 400, true);
  expect(rig.current.x).toBe(1);
  expect(rig.held).toBe(false);
  rig.fly({ right: 0, up: 0, forward: 1, turn: 0, fast: false });
  expect(rig.step(0)).toBe(true);
  expect(rig.step(100)).toBe(true);
  rig.fly(null);
  for (let now = 116; rig.step(now); now += 16);
  expect(rig.current).not.toMatchObject({ x: 1 });
});
