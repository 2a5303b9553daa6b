import { expect, test } from 'vitest';
import { reference } from '../../fixtures/projection/reference.ts';
import type { Space } from '../vectors/distanceTiles.ts';
import { Team } from '../vectors/kernels/team.ts';
import { knn } from '../vectors/knn.ts';
import type { Workshop } from '../vectors/neighbours/findNeighbours.ts';
import { loadSpace } from '../vectors/neighbours/kernelSpace.ts';
import { seededRandom } from '../vectors/random.ts';
import { finish } from '../vectors/steps.ts';
import { qualityNeighbours, qualitySteps } from './quality.ts';

function workshopFor(space: Space): Workshop {
  const team = new Team();
  return { team, space: loadSpace(team, space) };
}

test.each([
  ['cosine', 'plain code'],
  ['euclidean', 'plain code'],
  ['cosine', 'kernels'],
  ['euclidean', 'kernels'],
] as const)('equals scikit-learn 1.9.1 (%s, %s)', (metric, by) => {
  const { data, dim } = reference.tall;
  const given = reference.tall[metric];
  const workshop = by === 'kernels' ? workshopFor({ data, dim, metric }) : null;
  for (const [coordinates, expected] of [
    [given.map, given.quality],
    [given.flat, given.flatQuality],
  ] as const) {
    const neighbours = { k: 15, indices: given.indices, distances: knn(data, dim, 15, metric).distances };
    const found = finish(
      qualitySteps({ data, dim, metric, coordinates, dims: 2, neighbours, seed: 1 }, workshop),
    );
    expect(found.quality.k).toBe(expected.k);
    expect(found.quality.trustworthiness).toBeCloseTo(expected.trustworthiness, 8);
    expect(found.quality.continuity).toBeCloseTo(expected.continuity, 8);
    expect(found.preservation).toEqual(expected.preservation);
    expect(found.recall).toBe(null);
  }
});

test('recall is the share of the true neighbours among those that were found', () => {
  const { data, dim, cosine } = reference.tall;
  const n = data.length / dim;
  const { distances } = knn(data, dim, 15, 'cosine');
  const indices = cosine.indices.slice();
  // the farthest of every other point is replaced by somebody who is no neighbour
  const ranks = (row: number) => indices.subarray(row * 15, (row + 1) * 15);
  for (let row = 0; row < n; row += 2) {
    let stranger = (row + 1) % n;
    while (ranks(row).includes(stranger) || stranger === row) stranger = (stranger + 1) % n;
    indices[row * 15 + 14] = stranger;
  }
  const neighbours = { k: 15, indices, distances, exact: false };
  const input = {
    data,
    dim,
    metric: 'cosine',
    coordinates: cosine.map,
    dims: 2,
    neighbours,
    seed: 1,
  } as const;
  const expected = 1 - Math.ceil(n / 2) / (n * 15);
  expect(finish(qualitySteps(input)).recall).toBeCloseTo(expected, 12);
  expect(finish(qualitySteps(input, workshopFor({ data, dim, metric: 'cosine' }))).recall).toBeCloseTo(
    expected,
    12,
  );
});

test('k follows the number of points', () => {
  expect([0, 1, 2, 3, 4, 5, 30, 31, 32, 5000].map(qualityNeighbours)).toEqual([
    0, 0, 0, 1, 1, 2, 14, 15, 15, 15,
  ]);
});

/** n points of a plane as vectors, with the share `torn` of them put elsewhere on the map. */
function tornPlane(n: number, torn: number) {
  const random = seededRandom(4);
  const data = Float32Array.from({ length: 2 * n }, random);
  const coordinates = data.map((value, i) => (i / 2 < torn * n ? random() : value));
  const neighbours = knn(data, 2, 15, 'euclidean');
  return { data, dim: 2, metric: 'euclidean' as const, coordinates, dims: 2, neighbours, seed: 42 };
}

test('a faithful map scores 1 and keeps all neighbours; fewer than 3 points have no score', () => {
  const { quality, preservation } = finish(qualitySteps(tornPlane(100, 0)));
  expect(quality).toEqual({ k: 15, trustworthiness: 1, continuity: 1 });
  expect(preservation.every((share) => share === 1)).toBe(true);
  const two = finish(qualitySteps(tornPlane(2, 0)));
  expect(two.quality).toEqual({ k: 0, trustworthiness: null, continuity: null });
  expect(Array.from(two.preservation)).toEqual([1, 1]);
});

test('equal vectors never look torn apart', () => {
  const n = 60;
  const data = new Float32Array(n * 4).fill(1);
  const coordinates = tornPlane(n, 0).coordinates;
  const neighbours = knn(data, 4, 15, 'cosine');
  const { preservation } = finish(
    qualitySteps({ data, dim: 4, metric: 'cosine', coordinates, dims: 2, neighbours, seed: 1 }),
  );
  expect(preservation.every((share) => share === 1)).toBe(true);
});

test('of too many points, seeded rows stand for all', () => {
  const torn = tornPlane(1500, 0.3);
  const whole = finish(qualitySteps(torn)).quality;
  const { quality, preservation } = finish(qualitySteps(torn, null, { above: 1499, rows: 400 }));
  expect(preservation.length).toBe(1500);
  for (const name of ['trustworthiness', 'continuity'] as const) {
    // the share of torn points among 400 of 1500 rows has a standard deviation of 0.02
    expect(quality[name]).not.toBe(whole[name]);
    expect(Math.abs(Number(quality[name]) - Number(whole[name]))).toBeLessThan(0.03);
  }
  const all = finish(qualitySteps(torn, null, { above: 1499, rows: 1500 })).quality;
  expect(all.trustworthiness).toBeCloseTo(Number(whole.trustworthiness), 12);
  expect(all.continuity).toBeCloseTo(Number(whole.continuity), 12);
});
