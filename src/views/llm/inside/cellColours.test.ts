import { expect, test } from 'vitest';
import { cellColours, cosineScale } from './cellColours.ts';

test('the scale spans what has moved, to whole tenths; the table itself does not stretch it', () => {
  const scale = cosineScale(Float32Array.of(1, 1, 0.42, -0.13, 0.05));
  expect(scale.low).toBeCloseTo(-0.2, 6);
  expect(scale.high).toBeCloseTo(0.5, 6);
});

test('where nothing has moved the scale is from 0 to 1, and one value alone has a scale too', () => {
  expect(cosineScale(Float32Array.of(1, 1))).toEqual({ low: 0, high: 1 });
  const { low, high } = cosineScale(Float32Array.of(0.5));
  expect(high).toBeGreaterThan(low);
});

test('values beyond the ends look like the ends', () => {
  const scale = { low: 0.1, high: 0.6 };
  expect(cellColours('dark', scale, 1)).toEqual(cellColours('dark', scale, 0.6));
  expect(cellColours('light', scale, -1)).toEqual(cellColours('light', scale, 0.1));
});
