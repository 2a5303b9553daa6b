import { expect, test } from 'vitest';
import type { FuzzyGraph } from '../fuzzyGraph.ts';
import { umapEdges } from './umapEdges.ts';

/** 0 – 1 weighs 1, 1 – 2 weighs .4, 2 – 3 weighs .004; 4 stands alone. */
const graph: FuzzyGraph = {
  n: 5,
  rows: Int32Array.of(0, 1, 1, 2, 2, 3),
  columns: Int32Array.of(1, 0, 2, 1, 3, 2),
  values: Float64Array.of(1, 1, 0.4, 0.4, 0.004, 0.004),
};

test('leaves out what acts less than once, and numbers the vertices by what they have to do', () => {
  const { order, offsets, edges, shift } = umapEdges(graph, 200);
  expect(shift).toBe(24);
  expect([...order]).toEqual([1, 0, 2, 3, 4]);
  expect([...offsets]).toEqual([0, 2, 3, 4, 4, 4]);
  const rare = Math.round(0.4 * 2 ** 24);
  expect([...edges]).toEqual([1, 2 ** 24, 2, rare, 0, 2 ** 24, 0, rare]);
  expect(umapEdges(graph, 250).offsets[5]).toBe(6);
});

test('edges act in the epochs in which umap-learn’s running sum has them act', () => {
  for (const nEpochs of [200, 500, 5000]) {
    for (const weight of [1, 0.9, 0.4, 0.1, 0.013]) {
      const values = Float64Array.of(1, 1, weight, weight, 0, 0);
      const { edges, shift } = umapEdges({ ...graph, values }, nEpochs);
      const rate = edges[3];
      const acts: number[] = [];
      for (let epoch = 1; epoch < nEpochs; epoch++) {
        // in 32 bits, as the shader multiplies
        const turns = (e: number) => Math.imul(e, rate) >>> shift;
        if (turns(epoch) !== turns(epoch - 1)) acts.push(epoch);
      }
      // epoch_of_next_sample of optimize_layout_euclidean
      const expected: number[] = [];
      const perSample = 1 / weight;
      for (let epoch = 0, next = perSample; epoch < nEpochs; epoch++) {
        if (next > epoch) continue;
        expected.push(epoch);
        next += perSample;
      }
      expect(acts.length).toBeGreaterThanOrEqual(expected.length - 1);
      expect(acts.length).toBeLessThanOrEqual(expected.length + 1);
      const late = acts.map((epoch, i) => Math.abs(epoch - (expected[i] ?? nEpochs)));
      expect(Math.max(...late), `${weight} in ${nEpochs}`).toBeLessThanOrEqual(1);
    }
  }
});
