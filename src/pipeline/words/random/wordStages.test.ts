import { describe, expect, test } from 'vitest';
import { meanLabelAgreement } from '../../../evaluation/labelAgreement.ts';
import { seededRandom } from '../../../vectors/random.ts';
import { randomUnitRows } from '../../../vectors/randomUnitRows.ts';
import { cosineSimilarity } from '../../../vectors/similarity.ts';
import { finish } from '../../../vectors/steps.ts';
import { rowOf } from '../../../vectors/vectorSet.ts';
import { SHOWN_STEPS, wordStageSteps } from './wordStages.ts';

const [GROUPS, WORDS, DIM] = [4, 12, 16];
const N = GROUPS * WORDS;
const LABELS = Array.from({ length: N }, (_, row) => `g${Math.floor(row / WORDS)}`);

/** A trained model in small: words scattered round the middle of their group, of unequal length. */
function trainedVectors(): Float32Array<ArrayBuffer> {
  const random = seededRandom(7);
  const middles = randomUnitRows(GROUPS, DIM, random);
  const scatter = randomUnitRows(N, DIM, random);
  return Float32Array.from(
    scatter,
    (value, at) =>
      (1 + (Math.floor(at / DIM) % 3)) *
      (0.7 * value + middles[Math.floor(at / (WORDS * DIM)) * DIM + (at % DIM)]),
  );
}

/** The nearest of each word by brute force, in the simplest way. */
function nearest(vectors: Float32Array<ArrayBuffer>, dim: number): Int32Array {
  return Int32Array.from(
    Array.from({ length: N }, (_, row) =>
      Array.from({ length: N }, (_, other) => other)
        .filter((other) => other !== row)
        .map((other) => ({
          other,
          near: cosineSimilarity(rowOf(vectors, dim, row), rowOf(vectors, dim, other)),
        }))
        .sort((a, b) => b.near - a.near)
        .slice(0, 10)
        .map(({ other }) => other),
    ).flat(),
  );
}

describe.each([2, 3] as const)('stages in %i dimensions', (dims) => {
  const question = { data: trainedVectors(), dim: DIM, labels: LABELS, dims, seed: 42 };
  const stages = finish(wordStageSteps(question));
  const [oneHot, random] = stages;
  const trained = stages[stages.length - 1];

  test('come in order, each with its vectors and coordinates', () => {
    expect(stages.map(({ kind }) => kind)).toEqual([
      'one-hot',
      'random',
      ...new Array(SHOWN_STEPS.length - 1).fill('training'),
      'trained',
    ]);
    expect(stages.flatMap(({ step }) => (step === null ? [] : [step]))).toEqual([...SHOWN_STEPS]);
    for (const { vectors, coordinates, dim } of stages) {
      expect(vectors).toHaveLength(N * dim);
      expect(coordinates).toHaveLength(N * dims);
    }
    expect(trained.vectors).toEqual(question.data);
  });

  test('one-hot: every cosine is 0, no neighbour is nearer, the picture keeps dims/(n − 1)', () => {
    expect(oneHot).toMatchObject({ dim: N, neighbourShare: null });
    expect([oneHot.all.mean, oneHot.all.sd]).toEqual([0, 0]);
    expect(oneHot.kept).toBeCloseTo(dims / (N - 1), 5);
  });

  test('the share of neighbours is that of brute force', () => {
    for (const { kind, vectors, dim, neighbourShare } of stages) {
      if (kind === 'one-hot') continue;
      expect(neighbourShare).toBeCloseTo(meanLabelAgreement(nearest(vectors, dim), 10, LABELS), 6);
    }
  });

  test('random words are arranged by chance, trained ones by group', () => {
    const chance = (WORDS - 1) / (N - 1);
    expect(Math.abs((random.neighbourShare ?? 1) - chance)).toBeLessThan(0.06);
    expect(trained.neighbourShare).toBeGreaterThan(0.7);
    expect(random.all.sd).toBeCloseTo(1 / Math.sqrt(DIM), 1);
    expect(trained.same.mean).toBeGreaterThan(trained.other.mean + 0.3);
  });

  test('the training comes to the trained arrangement, its loss falling', () => {
    const losses = stages.flatMap(({ step, loss }) => (step === null ? [] : [loss]));
    for (let at = 1; at < losses.length; at++) expect(losses[at]).toBeLessThan(losses[at - 1]);
    const end = stages[stages.length - 2];
    expect(end.loss).toBeLessThan(random.loss / 20);
    expect(end.neighbourShare).toBeCloseTo(trained.neighbourShare ?? 0, 1);
    // turned to lie on the trained picture
    const far = end.coordinates.reduce((sum, value, at) => sum + (value - trained.coordinates[at]) ** 2, 0);
    const size = trained.coordinates.reduce((sum, value) => sum + value ** 2, 0);
    expect(far / size).toBeLessThan(0.1);
  });

  test('the seed decides all but the trained stage', () => {
    expect(finish(wordStageSteps(question))).toEqual(stages);
    const others = finish(wordStageSteps({ ...question, seed: 43 }));
    expect(others[1].vectors).not.toEqual(random.vectors);
    expect(others[others.length - 1]).toEqual(trained);
  });
});
