import { expect, test } from 'vitest';
import { reference } from '../../fixtures/projection/reference.ts';
import { Fault } from '../contract/fault.ts';
import { meanLabelAgreement } from '../evaluation/labelAgreement.ts';
import { knn } from '../vectors/knn.ts';
import { finish } from '../vectors/steps.ts';
import { KERNEL_UMAP_ENGINE, UMAP_ENGINE } from './engines.ts';
import { pca } from './pca.ts';
import { projectSteps } from './project.ts';
import type { ProjectionInput } from './projection.ts';
import type { ProjectionStep } from './stages.ts';

const { tall } = reference;
const asked: ProjectionInput = {
  data: tall.data,
  dim: tall.dim,
  metric: 'cosine',
  method: 'umap',
  dims: 2,
  nNeighbors: 15,
  minDist: 0.1,
  nEpochs: 200,
  seed: 42,
};
const run = (change: Partial<ProjectionInput> = {}) =>
  finish(projectSteps({ ...asked, ...change }, { stopped: false }));
const finite = (values: Float32Array) => values.every(Number.isFinite);

test.each([
  ['wasm', KERNEL_UMAP_ENGINE],
  ['umap-js', UMAP_ENGINE],
] as const)('UMAP is as trustworthy as umap-learn 0.5.12 on the same vectors (%s)', (asked, name) => {
  const { quality, coordinates, method, engine, settings } = run({ engine: asked });
  expect({ method, engine }).toEqual({ method: 'umap', engine: name });
  expect(settings).toEqual({
    method: 'umap',
    metric: 'cosine',
    dims: 2,
    nNeighbors: 15,
    minDist: 0.1,
    nEpochs: 200,
    seed: 42,
  });
  // seeds of umap-learn differ by about 0.003 among themselves
  expect(quality.trustworthiness).toBeGreaterThan(tall.cosine.quality.trustworthiness - 0.01);
  expect(quality.continuity).toBeGreaterThan(tall.cosine.quality.continuity - 0.01);
  const shown = knn(coordinates, 2, 10, 'euclidean');
  expect(meanLabelAgreement(shown.indices, 10, tall.labels)).toBeGreaterThan(tall.labelAgreement - 0.02);
});

test('neighbours are those of the original space', () => {
  const { neighbours } = run({ method: 'pca' });
  expect(neighbours.k).toBe(15);
  expect(neighbours.indices).toEqual(tall.cosine.indices);
  expect(run({ nNeighbors: 30, nEpochs: 1 }).neighbours.k).toBe(29);
});

test('the same seed gives the same bits, another seed or metric another map', () => {
  const first = run({ nEpochs: 50, dims: 3 });
  expect(first.coordinates.length).toBe(tall.n * 3);
  expect(run({ nEpochs: 50, dims: 3 }).coordinates).toEqual(first.coordinates);
  expect(run({ nEpochs: 50, dims: 3, seed: 43 }).coordinates).not.toEqual(first.coordinates);
  expect(run({ nEpochs: 50, dims: 3, metric: 'euclidean' }).coordinates).not.toEqual(first.coordinates);
});

test('PCA is the first map and the start of UMAP; the last map is the result', () => {
  const steps = projectSteps({ ...asked, nEpochs: 20 }, { stopped: false });
  const seen: ProjectionStep[] = [];
  const maps: Float32Array[] = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    seen.push(step.value);
    if (step.value.snapshot && (step.value.milestone || step.value.stage === 'umap')) {
      maps.push(step.value.snapshot());
    }
  }
  expect([...new Set(seen.map(({ stage }) => stage))]).toEqual(['pca', 'neighbours', 'umap', 'quality']);
  const flat = pca(tall.data, tall.dim, 2).coordinates;
  expect(maps[0]).toEqual(flat);
  // no edge is due in the first epoch, so its map is the start: PCA, scaled evenly, with noise below 1e-4
  const scale = 10 / Math.max(...flat.map(Math.abs));
  for (const [i, value] of maps[1].entries()) expect(Math.abs(value - flat[i] * scale)).toBeLessThan(1.1e-4);
  expect(seen.filter(({ stage }) => stage === 'umap').map(({ done }) => done)).toEqual(
    Array.from({ length: 20 }, (_, i) => i + 1),
  );
  expect(maps.at(-1)).toEqual(step.value.coordinates);
});

test('a stop keeps the map of that moment and says how many epochs it had', () => {
  const stop = { stopped: false };
  const steps = projectSteps(asked, stop);
  let last: Float32Array | null = null;
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    if (step.value.stage !== 'umap') continue;
    last = step.value.snapshot?.() ?? null;
    if (step.value.done === 30) stop.stopped = true;
  }
  expect(step.value.settings.nEpochs).toBe(30);
  expect(step.value.coordinates).toEqual(last);
  const early = finish(projectSteps(asked, { stopped: true }));
  expect(early).toMatchObject({ method: 'pca', engine: 'pca', settings: { method: 'pca', nEpochs: 0 } });
  expect(early.coordinates).toEqual(pca(tall.data, tall.dim, 2).coordinates);
});

test('epochs default as in umap-learn', () => {
  const data = tall.data.slice(0, 20 * tall.dim);
  expect(run({ data, nEpochs: undefined }).settings.nEpochs).toBe(500);
});

test.each([1, 2, 3, 4])('%d points are shown by PCA', (n) => {
  for (const dims of [2, 3] as const) {
    const result = run({ data: tall.data.slice(0, n * tall.dim), dims });
    expect(result.method).toBe('pca');
    expect(result.coordinates.length).toBe(n * dims);
    expect(finite(result.coordinates)).toBe(true);
    expect(result.neighbours.k).toBe(n - 1);
    expect(result.preservation.length).toBe(n);
  }
});

test.each([5, 6, 10])('%d points are enough for UMAP, with nNeighbors cut to n − 1', (n) => {
  const result = run({ data: tall.data.slice(0, n * tall.dim) });
  expect(result.method).toBe('umap');
  expect(result.settings.nNeighbors).toBe(n - 1);
  expect(finite(result.coordinates)).toBe(true);
});

test.each(['cosine', 'euclidean'] as const)('equal and zero vectors give finite maps (%s)', (metric) => {
  const equal = new Float32Array(200 * 6).fill(0.7);
  expect(finite(run({ data: equal, dim: 6, metric, nEpochs: 30 }).coordinates)).toBe(true);
  expect(finite(run({ data: new Float32Array(200 * 6), dim: 6, metric, nEpochs: 30 }).coordinates)).toBe(
    true,
  );
  const half = Float32Array.from({ length: 200 * 6 }, (_, i) => (i < 600 ? 0.7 : Math.sin(i)));
  const result = run({ data: half, dim: 6, metric, nEpochs: 30 });
  expect(finite(result.coordinates)).toBe(true);
  expect(finite(result.preservation)).toBe(true);
});

test('vectors that are not finite, and none at all, are refused', () => {
  const broken = tall.data.slice();
  broken[7 * tall.dim + 3] = Number.NaN;
  const fault = (change: Partial<ProjectionInput>) => {
    try {
      run(change);
    } catch (error) {
      return error;
    }
  };
  expect(fault({ data: broken })).toBeInstanceOf(Fault);
  expect(fault({ data: broken })).toMatchObject({ code: 'vectors-invalid', details: { row: 7 } });
  expect(fault({ data: new Float32Array(0) })).toMatchObject({ code: 'too-few-points' });
});
