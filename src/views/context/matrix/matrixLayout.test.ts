import { expect, test } from 'vitest';
import { matrixLayout, placesOf, rowAt } from './matrixLayout.ts';

test('rows fill the room, with a gap between senses', () => {
  const { size, starts, ends, stretches } = matrixLayout([2, 3], 104, 4);
  expect(size).toBe(104);
  expect([...starts]).toEqual([0, 20, 44, 64, 84]);
  expect([...ends]).toEqual([20, 40, 64, 84, 104]);
  expect(stretches).toEqual([
    { start: 0, end: 40 },
    { start: 44, end: 104 },
  ]);
});

test('rows of one sense touch, differ by a pixel at most, and reach the end', () => {
  const { starts, ends } = matrixLayout([40], 479, 2);
  for (let i = 1; i < 40; i++) expect(starts[i]).toBe(ends[i - 1]);
  const widths = Array.from(ends, (end, i) => end - starts[i]);
  expect(new Set(widths)).toEqual(new Set([11, 12]));
  expect([starts[0], ends[39]]).toEqual([0, 479]);
});

test('more rows than pixels: each still has one, on a larger map', () => {
  const { size, starts, ends } = matrixLayout([300, 200], 320, 2);
  expect(size).toBe(502);
  for (let i = 0; i < 500; i++) expect(ends[i] - starts[i]).toBe(1);
});

test('many senses get thinner gaps', () => {
  const { starts, ends } = matrixLayout(new Array(20).fill(2), 320, 8);
  expect(starts[2] - ends[1]).toBe(1);
  expect(ends[39]).toBe(320);
});

test('a pixel belongs to its row, a gap to the row before, the outside to the outermost', () => {
  const layout = matrixLayout([2, 3], 104, 4);
  expect([-5, 0, 19, 20, 41, 44, 103, 500].map((pixel) => rowAt(layout, pixel))).toEqual([
    0, 0, 0, 1, 1, 2, 4, 4,
  ]);
  expect(rowAt(matrixLayout([1], 64, 2), 30)).toBe(0);
});

test('the places of an order turn it back', () => {
  expect([...placesOf(Int32Array.of(2, 0, 3, 1))]).toEqual([1, 3, 0, 2]);
});
