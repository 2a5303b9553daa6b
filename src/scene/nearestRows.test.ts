import { expect, test } from 'vitest';
import { nearestRows } from './nearestRows.ts';

test('all rows by value, ties by row, infinite ones left out', () => {
  expect([...nearestRows(new Float32Array([3, 1, Number.POSITIVE_INFINITY, 1, 0]), 10)]).toEqual([
    4, 1, 3, 0,
  ]);
  expect([...nearestRows(new Float32Array(0), 10)]).toEqual([]);
});

test('of many rows the nearest, as sorting all of them gives', () => {
  const values = Float32Array.from(
    { length: 50_000 },
    (_, i) => Math.abs(Math.sin(i * 12.9898) * 43758.5453) % 1,
  );
  const all = Array.from(values.keys()).sort((a, b) => values[a] - values[b] || a - b);
  expect([...nearestRows(values, 300)]).toEqual(all.slice(0, 300));
  // most are as near as can be: the guessed limit holds nearly all rows
  const same = values.map((value) => (value < 0.9 ? 0 : value));
  expect([...nearestRows(same, 5)]).toEqual(
    Array.from(same.keys())
      .filter((row) => same[row] === 0)
      .slice(0, 5),
  );
  // few can be reached at all
  const few = values.map((value, i) => (i % 9000 === 1 ? value : Number.POSITIVE_INFINITY));
  expect(nearestRows(few, 300)).toHaveLength(6);
});
