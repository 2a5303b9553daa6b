import { expect, test } from 'vitest';
import { insidePolygon, insideRegion } from './polygon.ts';

// a U: the notch between its arms is outside
const u = [0, 0, 10, 0, 10, 30, 20, 30, 20, 0, 30, 0, 30, 40, 0, 40];

test('even-odd: inside the arms, outside the notch', () => {
  expect(insidePolygon(u, 5, 5)).toBe(true);
  expect(insidePolygon(u, 25, 5)).toBe(true);
  expect(insidePolygon(u, 15, 5)).toBe(false);
  expect(insidePolygon(u, 15, 35)).toBe(true);
  expect(insidePolygon(u, -1, 5)).toBe(false);
  expect(insidePolygon([], 0, 0)).toBe(false);
});

test('a lasso takes eligible points on screen, ascending', () => {
  const screen = new Float32Array([25, 5, 1, 15, 5, 1, Number.NaN, Number.NaN, Number.NaN, 5, 5, 1, 5, 6, 1]);
  expect([...insideRegion(u, screen, (i) => i !== 4)]).toEqual([0, 3]);
});
