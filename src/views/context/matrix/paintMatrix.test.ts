import { expect, test } from 'vitest';
import { colourRamp } from './colourRamp.ts';
import { matrixLayout } from './matrixLayout.ts';
import { matrixPixels } from './paintMatrix.ts';
import { similarityScale } from './similarityScale.ts';

const similarity = Float32Array.from(
  [
    [1, 0.5, 0.75],
    [0.5, 1, 0.6],
    [0.75, 0.6, 1],
  ].flat(),
);

test('cells have the colour of their number, in the order of the senses, and gaps are left open', () => {
  const layout = matrixLayout([2, 1], 32, 2);
  const scale = similarityScale(similarity, 3);
  const order = Int32Array.of(0, 2, 1);
  const pixels = matrixPixels({ similarity, order, layout, scale, theme: 'dark' });
  expect(pixels).toHaveLength(32 * 32 * 4);
  const ramp = colourRamp('dark');
  const at = (x: number, y: number) => [...pixels.subarray((y * 32 + x) * 4, (y * 32 + x) * 4 + 4)];
  const colour = (index: number) => [...ramp.subarray(index * 3, index * 3 + 3), 255];
  expect(scale.low).toBe(0.5);
  expect(at(0, 0)).toEqual(colour(255));
  // rows 0 and 2 of the matrix stand first: .75 is half way from .5 to 1
  expect(at(15, 0)).toEqual(colour(128));
  expect(at(0, 15)).toEqual(colour(128));
  expect(at(31, 0)).toEqual(colour(0));
  expect(at(31, 19)).toEqual(colour(51));
  expect(at(31, 31)).toEqual(colour(255));
  expect(at(20, 5)).toEqual([0, 0, 0, 0]);
  expect(at(5, 21)).toEqual([0, 0, 0, 0]);
});
