import { expect, test } from 'vitest';
import { movedCopy, turnedCopy } from '../../fixtures/comparison/variants.ts';
import { reference } from '../../fixtures/projection/reference.ts';
import { finish } from '../vectors/steps.ts';
import { jointProjectionSteps } from './jointProjection.ts';
import { projectSteps } from './project.ts';
import type { JointInput, JointResult } from './projection.ts';
import type { ProjectionStep } from './stages.ts';

const { n, dim, data } = reference.tall;
const other = movedCopy(data, dim, 0.05, 3);
const asked: JointInput = {
  left: { data, dim },
  right: { data: turnedCopy(other.data, dim, 4), dim },
  metric: 'cosine',
  dims: 3,
  nNeighbors: 15,
  minDist: 0.1,
  seed: 42,
};
const run = (change: Partial<JointInput> = {}) =>
  finish(jointProjectionSteps({ ...asked, ...change }, { stopped: false }));

/** Mean distance between the places of each left row and the right row that `partner` names. */
function apart({ left, right }: JointResult, rows: readonly number[], partner: (row: number) => number) {
  const place = (map: Float32Array, row: number) => map.subarray(row * 3, row * 3 + 3);
  const distance = (row: number) => {
    const goal = place(right.coordinates, partner(row));
    return Math.hypot(...place(left.coordinates, row).map((value, d) => value - goal[d]));
  };
  return rows.reduce((sum, row) => sum + distance(row), 0) / rows.length;
}
const all = Array.from({ length: n }, (_, row) => row);
const moved = new Set(other.moved);
const result = run();

test('an item has nearly one place on both maps, unless the models see it differently', () => {
  const strangers = apart(result, all, (row) => (row * 7 + 31) % n);
  const stayed = all.filter((row) => !moved.has(row));
  expect(apart(result, stayed, (row) => row) / strangers).toBeLessThan(0.25);
  expect(apart(result, other.moved, (row) => row) / strangers).toBeGreaterThan(0.4);
});

test('each map is as trustworthy as that of its side alone', () => {
  for (const side of ['left', 'right'] as const) {
    const alone = finish(projectSteps({ ...asked, ...asked[side], method: 'umap' }, { stopped: false }));
    const { quality, neighbours, coordinates } = result[side];
    expect(coordinates.length).toBe(n * 3);
    expect(neighbours).toEqual({ ...alone.neighbours });
    expect(quality.trustworthiness).toBeGreaterThan((alone.quality.trustworthiness ?? 1) - 0.02);
    expect(quality.continuity).toBeGreaterThan((alone.quality.continuity ?? 1) - 0.02);
  }
});

test('the same seed gives the same bits, another one other maps', () => {
  const first = run({ nEpochs: 30 });
  expect(run({ nEpochs: 30 })).toEqual(first);
  expect(run({ nEpochs: 30, seed: 43 }).right.coordinates).not.toEqual(first.right.coordinates);
});

test('it starts from both PCA maps, the right one turned onto the left one, and can be stopped', () => {
  const turned = { ...asked, right: { data: turnedCopy(data, dim, 5), dim } };
  const stop = { stopped: false };
  const steps = jointProjectionSteps({ ...turned, nEpochs: 50 }, stop);
  const seen: ProjectionStep[] = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    seen.push(step.value);
    if (step.value.milestone && step.value.stage === 'pca') {
      const maps = step.value.snapshot?.() ?? new Float32Array();
      expect(maps.length).toBe(2 * n * 3);
      for (let at = 0; at < n * 3; at++) expect(Math.abs(maps[at] - maps[n * 3 + at])).toBeLessThan(1e-4);
    }
    if (step.value.stage === 'umap' && step.value.done === 20) stop.stopped = true;
  }
  expect([...new Set(seen.map(({ stage }) => stage))]).toEqual(['pca', 'neighbours', 'umap', 'quality']);
  expect(step.value.left.settings).toMatchObject({ method: 'umap', nEpochs: 20 });
  expect(step.value.right.settings).toEqual(step.value.left.settings);
  const early = finish(jointProjectionSteps(asked, { stopped: true }));
  expect(early.left.method).toBe('pca');
});

test.each([1, 4])('%d things are shown by PCA', (count) => {
  const few = { data: data.slice(0, count * dim), dim };
  const { left, right } = run({ left: few, right: few });
  expect([left.method, right.method]).toEqual(['pca', 'pca']);
  expect(right.coordinates.every(Number.isFinite)).toBe(true);
});

test('sets of different things, and vectors that are not finite, are refused', () => {
  expect(() => run({ right: { data: data.slice(dim), dim } })).toThrow(RangeError);
  const broken = data.slice();
  broken[5 * dim] = Number.NaN;
  expect(() => run({ right: { data: broken, dim } })).toThrow(/vectors-invalid/);
});
