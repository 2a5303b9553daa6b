import { expect, test } from 'vitest';
import { visiblePart } from './visiblePart.ts';

// a camera at the origin that looks along −z with a field of view of 90°: x/−z from −1 to 1 is the screen
const camera = { matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0], width: 200, height: 200 };
const screen = { left: 0, top: 0, right: 200, bottom: 200 };

test('what lies inside is visible whole, what crosses the edge up to it', () => {
  expect(visiblePart(camera, [-0.5, 0, -1], [0.5, 0, -1], screen)).toEqual([0, 1]);
  const across = visiblePart(camera, [-2, 0, -1], [2, 0, -1], screen);
  expect(across?.[0]).toBeCloseTo(0.25, 6);
  expect(across?.[1]).toBeCloseTo(0.75, 6);
});

test('a line that leaves towards the eye ends where it leaves the screen', () => {
  // from (0.5, 0, −1) to (0.5, 0, 1): at z = −0.5 it passes the right edge
  const part = visiblePart(camera, [0.5, 0, -1], [0.5, 0, 1], screen);
  expect(part?.[0]).toBe(0);
  expect(part?.[1]).toBeCloseTo(0.25, 6);
});

test('a line behind the camera, or past a corner, is not visible', () => {
  expect(visiblePart(camera, [0, 0, 1], [0.5, 0, 2], screen)).toBeNull();
  expect(visiblePart(camera, [-3, 0, -1], [0, 3, -1], screen)).toBeNull();
});
