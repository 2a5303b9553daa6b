import { expect, test } from 'vitest';
import { reference } from '../../fixtures/projection/reference.ts';
import { fuzzyGraph } from './fuzzyGraph.ts';
import { jointGraph } from './jointGraph.ts';

const { n, cosine, euclidean } = reference.tall;
const left = fuzzyGraph({ k: 15, indices: cosine.indices, distances: cosine.distances }, 16);
const right = fuzzyGraph({ k: 15, indices: euclidean.indices, distances: euclidean.distances }, 8);
const joint = jointGraph(left, right, 0.6);

test('both graphs stand in it as they are, the right one behind the left one', () => {
  const within = (from: number) => {
    const edges = [...joint.values.keys()].filter(
      (edge) => Math.floor(joint.rows[edge] / n) === from && Math.floor(joint.columns[edge] / n) === from,
    );
    return {
      rows: edges.map((edge) => joint.rows[edge] - from * n),
      columns: edges.map((edge) => joint.columns[edge] - from * n),
      values: edges.map((edge) => joint.values[edge]),
    };
  };
  for (const [side, graph] of [left, right].entries()) {
    const { rows, columns, values } = graph;
    expect(within(side)).toEqual({ rows: [...rows], columns: [...columns], values: [...values] });
  }
});

test('it is symmetric, in order, and each thing is tied to itself and to nothing else of the other side', () => {
  expect(joint.n).toBe(2 * n);
  const weights = new Map<number, number>();
  let before = -1;
  for (const [edge, value] of joint.values.entries()) {
    const place = joint.rows[edge] * 2 * n + joint.columns[edge];
    expect(place).toBeGreaterThan(before);
    before = place;
    weights.set(place, value);
  }
  let across = 0;
  for (const [edge, value] of joint.values.entries()) {
    const [row, column] = [joint.rows[edge], joint.columns[edge]];
    expect(weights.get(column * 2 * n + row)).toBe(value);
    if (row < n === column < n) continue;
    across++;
    expect(Math.abs(row - column)).toBe(n);
    expect(value).toBe(0.6);
  }
  expect(across).toBe(2 * n);
});

test('graphs of different things are refused', () => {
  expect(() => jointGraph(left, { ...right, n: n - 1 }, 1)).toThrow(RangeError);
});
