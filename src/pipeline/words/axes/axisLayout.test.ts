import { expect, test } from 'vitest';
import { layOut } from './axisLayout.ts';

const groups = ['a', 'b', 'c'].map((id) => ({ id, names: { zh: `组${id}`, en: id } }));
const poles = [['cold', 'hot'] as const];
const heightsOf = (coordinates: Float32Array) => [...coordinates].filter((_, i) => i % 2 === 1);

test('along one axis a point stands across at its place, and each group with points has a row by mean place', () => {
  const places = [0.3, 0.2, -0.3, -0.1, 0.4];
  const { coordinates, arrows, extent } = layOut({ places: [places], rows: [0, 0, 2, 2, -1], groups, poles });
  expect([...coordinates].filter((_, i) => i % 2 === 0)).toEqual([...Float32Array.from(places)]);
  const [first, second, third, fourth, pole] = heightsOf(coordinates);
  expect(Math.min(third, fourth)).toBeGreaterThan(Math.max(first, second));
  expect(Math.min(first, second)).toBeGreaterThan(pole);
  expect(pole).toBe(0);
  const rows = arrows.filter(({ group }) => group !== undefined);
  expect(rows.map(({ group, label }) => [group, label])).toEqual([
    ['c', groups[2].names],
    ['a', groups[0].names],
  ]);
  for (const { from, to } of rows) expect(from[0]).toBeGreaterThan(to[0]);
  const [left, bottom, right, , , top] = extent;
  expect(left).toBeLessThan(-0.3);
  expect(right).toBeGreaterThan(0.4);
  expect([bottom < 0, top > Math.min(third, fourth)]).toEqual([true, true]);
});

test('rows do not overlap, however many points they have', () => {
  const n = 600;
  const places = Array.from({ length: n }, (_, i) => Math.sin(i) / 3);
  const rows = Array.from({ length: n }, (_, i) => i % 3);
  const heights = heightsOf(layOut({ places: [places], rows, groups, poles }).coordinates);
  const spans = [0, 1, 2]
    .map((row) => heights.filter((_, i) => rows[i] === row))
    .map((own) => [Math.min(...own), Math.max(...own)])
    .sort((a, b) => a[0] - b[0]);
  expect(spans[0][1]).toBeLessThan(spans[1][0]);
  expect(spans[1][1]).toBeLessThan(spans[2][0]);
});

test('two axes make a scatter plot whose axes cross at 0 and end at their poles', () => {
  const { coordinates, arrows, captions } = layOut({
    places: [
      [0.1, -0.2],
      [0.5, 0.3],
    ],
    rows: [0, 0],
    groups,
    poles: [...poles, ['cheap', 'dear']],
  });
  expect([...coordinates]).toEqual([...new Float32Array([0.1, 0.5, -0.2, 0.3])]);
  expect(arrows.map(({ from, label }) => [from, label])).toEqual([
    [[0, 0], 'cold'],
    [[0, 0], 'hot'],
    [[0, 0], 'cheap'],
    [[0, 0], 'dear'],
  ]);
  expect(captions).toHaveLength(1);
  expect(captions[0].at[0]).toBeCloseTo(-0.05, 9);
});

test('words that all stand at 0 are still a picture', () => {
  const { coordinates, extent } = layOut({ places: [[0, 0]], rows: [0, -1], groups, poles });
  expect([...coordinates].every(Number.isFinite)).toBe(true);
  expect(new Set(extent).size).toBe(4);
});
