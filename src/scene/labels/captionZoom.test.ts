import { expect, test } from 'vitest';
import { captionOpacity, outgrows } from './captionZoom.ts';

test('a name shows in full far away, fades as its region grows, and is gone before the region fills the screen', () => {
  const side = 800;
  expect(captionOpacity(10, side)).toBe(1);
  expect(captionOpacity(0.4 * 400, side)).toBe(1);
  expect(captionOpacity(0.55 * 400, side)).toBeCloseTo(0.5, 6);
  expect(captionOpacity(0.7 * 400, side)).toBe(0);
  const radii = Array.from({ length: 60 }, (_, i) => captionOpacity(i * 8, side));
  expect(radii.every((opacity, i) => i === 0 || opacity <= radii[i - 1])).toBe(true);
});

test('a name outgrows its region when it is much wider; one that is shown is let stay a little longer', () => {
  expect(outgrows(80, 30, false)).toBe(false);
  expect(outgrows(170, 8, false)).toBe(true);
  expect(outgrows(85, 10, false)).toBe(true);
  expect(outgrows(85, 10, true)).toBe(false);
});
