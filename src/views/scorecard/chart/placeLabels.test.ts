import { expect, test } from 'vitest';
import { placeLabels } from './placeLabels.ts';

test('a label stands at the right of its point, at the left where the edge is too near', () => {
  const [free, edge] = placeLabels(
    [
      { x: 50, y: 100, width: 80 },
      { x: 360, y: 200, width: 80 },
    ],
    400,
    300,
  );
  expect(free).toEqual({ x: 61, y: 100, anchor: 'start' });
  expect(edge).toEqual({ x: 349, y: 200, anchor: 'end' });
});

test('labels of points at one place are a line apart and stay within the chart', () => {
  const places = placeLabels(new Array(4).fill({ x: 50, y: 8, width: 80 }), 400, 300).map(({ y }) => y);
  const sorted = places.toSorted((a, b) => a - b);
  for (let index = 1; index < sorted.length; index++)
    expect(sorted[index] - sorted[index - 1]).toBeGreaterThanOrEqual(15);
  expect(sorted[0]).toBeGreaterThanOrEqual(7.5);
});
