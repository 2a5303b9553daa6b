import { describe, expect, test } from 'vitest';
import { cosineFitSteps, type FitState } from './cosineFit.ts';
import { rowNorms } from './normalise.ts';
import { cosineMatrix } from './pairCosines.ts';
import { seededRandom } from './random.ts';
import { randomUnitRows } from './randomUnitRows.ts';
import { finish } from './steps.ts';

const [N, DIM] = [24, 8];
const GOAL = randomUnitRows(N, DIM, seededRandom(1));
const TARGETS = cosineMatrix(GOAL, DIM);
const every = (steps: number) => Array.from({ length: steps + 1 }, (_, step) => step);
const train = (seed: number, keep: readonly number[]): FitState[] =>
  finish(cosineFitSteps(randomUnitRows(N, DIM, seededRandom(seed)), TARGETS, DIM, keep));

/** The loss by its definition. */
function lossOf(vectors: Float32Array): number {
  const matrix = cosineMatrix(vectors, DIM);
  let sum = 0;
  for (let i = 0; i < N; i++)
    for (let j = 0; j < i; j++) sum += (matrix[i * N + j] - TARGETS[i * N + j]) ** 2;
  return sum / ((N * (N - 1)) / 2);
}

describe('training', () => {
  const states = train(42, every(300));

  test('the loss is what it says, and never rises', () => {
    for (const { loss, vectors } of states) expect(loss).toBeCloseTo(lossOf(vectors), 5);
    for (let at = 1; at < states.length; at++) expect(states[at].loss).toBeLessThan(states[at - 1].loss);
  });

  test('it learns the cosines', () => {
    expect(states[0].loss).toBeGreaterThan(0.1);
    expect(states[states.length - 1].loss).toBeLessThan(0.001);
  });

  test('rows stay of length 1', () => {
    for (const length of rowNorms(states[states.length - 1].vectors, DIM)) expect(length).toBeCloseTo(1, 6);
  });

  test('the same seed gives the same course, another one another', () => {
    const again = train(42, [0, 7, 20]);
    expect(again.map(({ step }) => step)).toEqual([0, 7, 20]);
    expect(again).toEqual([states[0], states[7], states[20]]);
    expect(train(43, [20])[0].vectors).not.toEqual(again[2].vectors);
  });

  test('a step goes down the slope of the loss, found by trying', () => {
    const [{ vectors: from }, { vectors: to }] = states;
    const slope = Float64Array.from(from, (value, at) => {
      const shifted = (by: number) => {
        const copy = Float32Array.from(from);
        copy[at] = value + by;
        return lossOf(copy);
      };
      return (shifted(0.01) - shifted(-0.01)) / 0.02;
    });
    const moved = Float64Array.from(to, (value, at) => value - from[at]);
    const product = (a: Float64Array, b: Float64Array) =>
      a.reduce((sum, value, at) => sum + value * b[at], 0);
    const cosine = product(moved, slope) / Math.sqrt(product(moved, moved) * product(slope, slope));
    expect(cosine).toBeLessThan(-0.99);
  });
});

test('where nothing is left to learn it stays where it is', () => {
  const states = finish(cosineFitSteps(GOAL, cosineMatrix(GOAL, DIM), DIM, [0, 5]));
  expect(states[0].loss).toBeLessThan(1e-12);
  for (const { loss } of states) expect(loss).toBeLessThanOrEqual(states[0].loss);
});
