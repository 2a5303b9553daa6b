import { expect, test } from 'vitest';
import { reference } from '../../fixtures/projection/reference.ts';
import umapLearn from '../../fixtures/projection/transform.json' with { type: 'json' };
import { meanLabelAgreement } from '../evaluation/labelAgreement.ts';
import { knn } from '../vectors/knn.ts';
import { finish } from '../vectors/steps.ts';
import { projectSteps } from './project.ts';
import { transformSteps } from './transform.ts';

const { data, dim, n, labels } = reference.tall;
const settings = {
  dim,
  metric: 'cosine',
  method: 'umap',
  dims: 2,
  nNeighbors: 15,
  minDist: 0.1,
  seed: 42,
} as const;
/** The first rows are new to a map of the others. */
const FRESH = umapLearn.fresh;
const base = finish(projectSteps({ ...settings, data: data.slice(FRESH * dim) }, { stopped: false }));
const place = (change = {}) =>
  finish(transformSteps({ ...settings, data, fixed: base.coordinates, ...change }, { stopped: false }));

test('the map stays, bit for bit, and new points stand among their likes', () => {
  const { coordinates, neighbours, quality, preservation } = place();
  expect(coordinates.subarray(FRESH * 2)).toEqual(base.coordinates);
  const shown = knn(coordinates, 2, 10, 'euclidean');
  const fresh = shown.indices.subarray(0, FRESH * 10);
  let alike = 0;
  for (let at = 0; at < fresh.length; at++) {
    if (labels[fresh[at]] === labels[Math.floor(at / 10)]) alike++;
  }
  // umap-learn 0.5.12's transform of the same points
  const learned = Math.min(...umapLearn.labelAgreement);
  expect(alike / fresh.length).toBeGreaterThan(learned - 0.02);
  expect(meanLabelAgreement(shown.indices, 10, labels)).toBeGreaterThan(learned - 0.02);
  expect(neighbours).toEqual({ ...knn(data, dim, 15, 'cosine') });
  expect(quality.trustworthiness).toBeGreaterThan(Number(base.quality.trustworthiness) - 0.01);
  expect(preservation.length).toBe(n);
  expect(place().coordinates).toEqual(coordinates);
});

test('a twin of a point of the map is put near it', () => {
  const twins = data.slice();
  twins.copyWithin(0, FRESH * dim, 2 * FRESH * dim);
  const { coordinates } = place({ data: twins });
  const size = Math.max(...base.coordinates.map(Math.abs));
  const apart = Array.from({ length: FRESH }, (_, twin) =>
    Math.hypot(
      coordinates[2 * twin] - base.coordinates[2 * twin],
      coordinates[2 * twin + 1] - base.coordinates[2 * twin + 1],
    ),
  ).sort((a, b) => a - b);
  expect(apart[FRESH / 2]).toBeLessThan(size / 20);
});

test('a stop keeps the places of that moment; no new points leave the map as it is', () => {
  const steps = transformSteps({ ...settings, data, fixed: base.coordinates }, { stopped: true });
  expect(finish(steps).coordinates.subarray(FRESH * 2)).toEqual(base.coordinates);
  const none = place({ data: data.slice(FRESH * dim) });
  expect(none.coordinates).toEqual(base.coordinates);
  expect(() => place({ fixed: new Float32Array(0) })).toThrow(RangeError);
});
