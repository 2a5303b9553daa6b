import { expect, test } from 'vitest';
import { movedCopy, turnedCopy } from '../../../fixtures/comparison/variants.ts';
import { reference } from '../../../fixtures/projection/reference.ts';
import { laidOver } from '../../projection/laidOver.ts';
import { projectSteps } from '../../projection/project.ts';
import { knn } from '../../vectors/knn.ts';
import { linearCka } from '../../vectors/linearCka.ts';
import { finish } from '../../vectors/steps.ts';
import { type ComparisonQuestion, compareVectorsSteps } from './compareVectors.ts';
import { movedDistances } from './movedDistances.ts';

const { n, dim, data, labels } = reference.tall;
const side = (rows: Float32Array<ArrayBuffer>) => ({ data: rows, dim, neighbours: null });
const compare = (change: Partial<ComparisonQuestion> = {}) =>
  finish(compareVectorsSteps({ left: side(data), right: side(data), groups: labels, seed: 42, ...change }));
const mapOf = (rows: Float32Array<ArrayBuffer>) =>
  finish(
    projectSteps(
      { data: rows, dim, metric: 'cosine', method: 'pca', dims: 3, nNeighbors: 15, minDist: 0.1, seed: 1 },
      { stopped: false },
    ),
  ).coordinates;

test('a model beside itself: overlap 1, CKA 1, correlation 1, no movement', () => {
  const found = compare();
  expect(found.k).toBe(10);
  expect(found.overlap).toEqual(new Float64Array(n).fill(1));
  expect(found.neighbourOverlap).toBe(1);
  expect(found.cka).toBeCloseTo(1, 12);
  expect(found.correlation.pearson).toBeCloseTo(1, 12);
  expect(found.correlation.spearman).toBeCloseTo(1, 12);
  expect(found.correlation.items).toBe(n);
  expect(found.suggestions.every(({ kind }) => kind === 'kept')).toBe(true);
  expect(found.histograms[0]).toEqual(found.histograms[1]);
  expect(found.histograms[0].length).toBe(40);
  expect(found.histograms[0].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  const map = mapOf(data);
  expect(movedDistances(map, map, 3)).toEqual(new Float64Array(n));
});

test('a turned copy of it: the same after alignment', () => {
  const turned = turnedCopy(data, dim, 9);
  const found = compare({ right: side(turned) });
  expect(found.neighbourOverlap).toBeCloseTo(1, 2);
  expect(found.cka).toBeCloseTo(1, 6);
  expect(found.correlation.spearman).toBeCloseTo(1, 6);
  const [left, right] = [mapOf(data), mapOf(turned)];
  // PCA may mirror a map; a UMAP may have another size
  const laid = laidOver(
    right.map((value) => 3 * value + 1),
    left,
    3,
  );
  expect(Math.max(...movedDistances(left, laid, 3))).toBeLessThan(1e-4);
});

test('what moved shows: its neighbours overlap little and the rest much', () => {
  const { data: changed, moved } = movedCopy(data, dim, 0.01, 3);
  const { overlap, neighbourOverlap, neighbours, cka } = compare({ right: side(changed) });
  const mean = (rows: readonly number[]) => rows.reduce((sum, row) => sum + overlap[row], 0) / rows.length;
  const stayed = Array.from({ length: n }, (_, row) => row).filter((row) => !moved.includes(row));
  expect(mean(moved)).toBeLessThan(0.1);
  expect(mean(stayed)).toBeGreaterThan(0.5);
  expect(neighbourOverlap).toBeCloseTo(mean([...overlap.keys()]), 12);
  expect(neighbours[0].indices).toEqual(reference.tall.cosine.indices);
  expect(cka).toBe(linearCka(data, dim, changed, dim));
});

test('neighbours that are known already are taken as they are', () => {
  const known = knn(data, dim, 12, 'cosine');
  const { neighbours } = compare({ left: { data, dim, neighbours: known } });
  expect(neighbours[0]).toBe(known);
  expect(neighbours[1].k).toBe(15);
});

test.each([1, 2, 6])('%d items are compared as far as they can be', (count) => {
  const few = side(data.slice(0, count * dim));
  const found = compare({ left: few, right: few, groups: labels.slice(0, count) });
  expect(found.k).toBe(count - 1);
  expect(found.neighbourOverlap).toBe(count > 1 ? 1 : null);
  expect(found.cka === null).toBe(count === 1);
  expect(found.histograms[0].every(Number.isFinite)).toBe(true);
});

test('equal points have moved nowhere', () => {
  expect(movedDistances(new Float32Array(6), new Float32Array(6), 3)).toEqual(new Float64Array(2));
});

test('movement is measured by the left map: twice its mean distance from its middle is 2', () => {
  const left = Float32Array.of(-1, 0, 1, 0);
  expect(movedDistances(left, Float32Array.of(-1, 2, 1, 0), 2)).toEqual(Float64Array.of(2, 0));
});
