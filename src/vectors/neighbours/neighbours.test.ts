import { expect, test } from 'vitest';
import { reference } from '../../../fixtures/projection/reference.ts';
import type { Metric } from '../../contract/options.ts';
import { Team } from '../kernels/team.ts';
import { knn } from '../knn.ts';
import { rowsOf } from '../nearestLists.ts';
import { neighbourRanks } from '../neighbourRanks.ts';
import { seededRandom } from '../random.ts';
import { finish } from '../steps.ts';
import { descentNeighbours } from './descentNeighbours.ts';
import { exactNeighbours } from './exactNeighbours.ts';
import { findNeighbours } from './findNeighbours.ts';
import { foundShare } from './foundShare.ts';
import { loadSpace } from './kernelSpace.ts';
import { mapNeighbours } from './mapNeighbours.ts';
import { spaceRanks } from './spaceRanks.ts';
import { twinNeighbours } from './twinNeighbours.ts';

const metrics: Metric[] = ['cosine', 'euclidean'];

function noise(n: number, dim: number, seed = 1) {
  const random = seededRandom(seed);
  return Float32Array.from({ length: n * dim }, () => random() * 2 - 1);
}

function exact(data: Float32Array, dim: number, k: number, metric: Metric) {
  const team = new Team();
  return finish(exactNeighbours(team, loadSpace(team, { data, dim, metric }), k));
}

test.each(metrics)('exact neighbours have the bits of knn (%s)', (metric) => {
  for (const [n, dim, k] of [
    [2, 3, 1],
    [5, 7, 4],
    [63, 9, 15],
    [64, 16, 15],
    [65, 33, 15],
    [400, 50, 15],
    [300, 20, 199],
  ]) {
    const data = noise(n, dim, n);
    expect(exact(data, dim, Math.min(k, n - 1), metric)).toEqual({ ...knn(data, dim, k, metric) });
  }
});

test.each(metrics)(
  'so they have where rows coincide, are zero, or differ a thousandfold in length (%s)',
  (metric) => {
    const [n, dim] = [900, 12];
    const data = noise(n, dim);
    // 40 equal rows: more than there are candidates
    for (let row = 0; row < 40; row++) data.copyWithin(row * dim, 0, dim);
    data.fill(0, 100 * dim, 103 * dim);
    for (let at = 200 * dim; at < 210 * dim; at++) data[at] *= 1000;
    for (let at = 300 * dim; at < 310 * dim; at++) data[at] += 50;
    expect(exact(data, dim, 15, metric)).toEqual({ ...knn(data, dim, 15, metric) });
  },
);

test('vectors that int16 cannot tell apart are left to others', () => {
  const data = noise(600, 4).map((value, at) => (at === 0 ? 1e9 : value));
  expect(exact(data, 4, 15, 'euclidean')).toBe(null);
  expect(exact(new Float32Array(600 * 4).fill(1), 4, 15, 'cosine')).toBe(null);
});

test.each(metrics)(
  'where most rows are equal to others, neighbours still have the bits of knn (%s)',
  (metric) => {
    const [n, dim, k] = [600, 6, 15];
    const team = new Team();
    let answered = 0;
    for (const kinds of [1, 2, 9, 18, 40, 250]) {
      const few = noise(kinds, dim, kinds);
      const data = new Float32Array(n * dim);
      for (let row = 0; row < n; row++) {
        const kind = (row * row + 3 * row) % kinds;
        data.set(few.subarray(kind * dim, (kind + 1) * dim), row * dim);
      }
      // zero rows are by their direction as far from each other as from all; multiples are at no distance
      data.fill(0, 0, dim);
      data.fill(0, (n - 1) * dim);
      for (let times = 2; times < 14; times++) {
        for (let d = 0; d < dim; d++) data[times * 9 * dim + d] = data[dim + d] * times;
      }
      const space = { data, dim, metric };
      const truth = { ...knn(data, dim, k, metric) };
      const found = finish(findNeighbours({ team, space: loadSpace(team, space) }, space, k, 1));
      expect(found, String(kinds)).toEqual({ ...truth, exact: true });
      const twins = finish(twinNeighbours(team, space, k));
      if (twins) answered++;
      expect([truth, null], String(kinds)).toContainEqual(twins);
    }
    expect(answered).toBeGreaterThan(2);
    // one kind alone, and no equal rows at all
    const same = { data: new Float32Array(n * dim).fill(1), dim, metric };
    expect(finish(twinNeighbours(team, same, k))).toEqual({ ...knn(same.data, dim, k, metric) });
    const distinct = { data: noise(50, dim), dim, metric };
    expect(finish(twinNeighbours(team, distinct, k))).toBe(null);
  },
);

test.each(metrics)(
  'descent finds nearly all neighbours, with exact distances, the same every time (%s)',
  (metric) => {
    const { data, dim } = reference.tall;
    const n = data.length / dim;
    const found = () => {
      const team = new Team();
      return finish(descentNeighbours(team, loadSpace(team, { data, dim, metric }), 15, 42));
    };
    const { indices, distances } = found();
    const truth = knn(data, dim, 15, metric);
    let hits = 0;
    for (let row = 0; row < n; row++) {
      const known = truth.indices.subarray(row * 15, (row + 1) * 15);
      for (let t = row * 15; t < (row + 1) * 15; t++) {
        const place = known.indexOf(indices[t]);
        if (place < 0) continue;
        hits++;
        expect(distances[t]).toBe(truth.distances[row * 15 + place]);
      }
    }
    expect(hits / (n * 15)).toBeGreaterThan(0.98);
    expect(found()).toEqual({ k: 15, indices, distances });
  },
);

test('of many vectors those of descent are kept where they are good, else the true ones are found', () => {
  const [n, k] = [20_100, 15];
  const rows = Int32Array.from({ length: 60 }, (_, i) => i * 331);
  for (const [dim, good] of [
    [3, true],
    [32, false],
  ] as const) {
    const space = { data: noise(n, dim), dim, metric: 'euclidean' as const };
    const team = new Team();
    const workshop = { team, space: loadSpace(team, space) };
    const found = finish(findNeighbours(workshop, space, k, 1));
    expect(found.exact, String(dim)).toBe(!good);
    const ranks = finish(neighbourRanks(space, rows, rowsOf(found.indices, k, rows), k));
    const share = ranks.filter((rank) => rank <= k).length / ranks.length;
    if (good) expect(share).toBeGreaterThan(0.98);
    else expect(share).toBe(1);
  }
  // the share is that of all rows, on some
  const space = { data: noise(3000, 20), dim: 20, metric: 'euclidean' as const };
  const team = new Team();
  const loaded = loadSpace(team, space);
  const truth = knn(space.data, 20, k, 'euclidean');
  expect(finish(foundShare(team, loaded, truth, 5))).toBe(1);
  const indices = truth.indices.map((index, at) => (at % k < 3 ? (index + 1500) % 3000 : index));
  expect(finish(foundShare(team, loaded, { ...truth, indices }, 5))).toBeCloseTo(0.8, 2);
});

test.each([2, 3])('neighbours on a map of %d dimensions have the bits of knn', (dims) => {
  for (const n of [20, 700]) {
    const places = noise(n, dims).map((value, at) => (at % 7 === 0 ? Math.round(value * 4) / 4 : value));
    places.copyWithin(10 * dims, 0, 9 * dims);
    const found = finish(mapNeighbours(new Team(), places, dims, 15));
    expect(found).toEqual({ ...knn(places, dims, 15, 'euclidean') });
  }
});

test.each(metrics)('ranks are those of neighbourRanks (%s)', (metric) => {
  const [n, dim, k] = [350, 10, 6];
  const data = noise(n, dim);
  for (let row = 0; row < 30; row++) data.copyWithin(row * dim, 0, dim);
  data.fill(0, 60 * dim, 61 * dim);
  const targets = Int32Array.from({ length: n * k }, (_, i) => {
    const target = (i * 37 + 11) % n;
    return i % 9 === 0 || target === Math.floor(i / k) ? -1 : target;
  });
  const space = { data, dim, metric };
  const team = new Team();
  const all = Int32Array.from({ length: n }, (_, i) => i);
  const ranks = finish(neighbourRanks(space, null, targets, k));
  expect(finish(spaceRanks(team, loadSpace(team, space), all, targets, k))).toEqual(ranks);
  const rows = Int32Array.of(3, 70, 349, 5, 6);
  const some = Int32Array.from([...rows].flatMap((row) => [...targets.subarray(row * k, (row + 1) * k)]));
  expect(finish(spaceRanks(team, loadSpace(team, space), rows, some, k))).toEqual(
    finish(neighbourRanks(space, rows, some, k)),
  );
});
