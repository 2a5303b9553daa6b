import { expect, test } from 'vitest';
import { reference } from '../../fixtures/projection/reference.ts';
import { knn } from '../vectors/knn.ts';
import { fuzzyGraph } from './fuzzyGraph.ts';

test.each(['cosine', 'euclidean'] as const)('equals umap-learn 0.5.12 (%s)', (metric) => {
  const { indices, distances, graph } = reference.tall[metric];
  const found = fuzzyGraph({ k: 15, indices, distances }, 16);
  expect(found.rows).toEqual(graph.rows);
  expect(found.columns).toEqual(graph.columns);
  // umap-learn works in float32 and its search for the scale ends within 1e-5
  for (const [edge, value] of graph.values.entries()) {
    expect(Math.abs(found.values[edge] - value)).toBeLessThan(1e-4);
  }
});

test('it is symmetric, without loops, and uses only as many neighbours as are asked for', () => {
  const { indices, distances } = reference.tall.cosine;
  const { n, rows, columns, values } = fuzzyGraph({ k: 15, indices, distances }, 5);
  expect(n).toBe(reference.tall.n);
  const weights = new Map(Array.from(values, (value, edge) => [`${rows[edge]} ${columns[edge]}`, value]));
  expect(weights.size).toBe(values.length);
  for (const [edge, value] of values.entries()) {
    expect(weights.get(`${columns[edge]} ${rows[edge]}`)).toBe(value);
    expect(rows[edge]).not.toBe(columns[edge]);
  }
  expect(values.length).toBeLessThanOrEqual(n * 4 * 2);
  expect(values.length).toBeGreaterThanOrEqual(n * 4);
});

test('equal vectors belong together entirely', () => {
  const { values } = fuzzyGraph(knn(new Float32Array(30 * 2).fill(1), 2, 5, 'cosine'), 6);
  expect(values.every((value) => value === 1)).toBe(true);
});
