import { expect, test } from 'vitest';
import { reference } from '../../fixtures/projection/reference.ts';
import type { Metric } from '../contract/options.ts';
import { DistanceMeter, symmetricTiles } from './distanceTiles.ts';
import { knn, knnSteps } from './knn.ts';
import { nearestTo } from './nearestTo.ts';
import { neighbourRanks } from './neighbourRanks.ts';
import { seededRandom } from './random.ts';
import { cosineDistance, euclideanDistance } from './similarity.ts';
import { finish } from './steps.ts';
import { makeTileKernel, TILE } from './tileKernel.ts';
import { rowOf } from './vectorSet.ts';

const metrics: Metric[] = ['cosine', 'euclidean'];

function noise(n: number, dim: number, seed = 1) {
  const random = seededRandom(seed);
  return Float32Array.from({ length: n * dim }, () => random() * 2 - 1);
}

/** Every distance by similarity.ts, sorted: slow and plain. */
function plain(data: Float32Array<ArrayBuffer>, dim: number, row: number, metric: Metric) {
  const measure = metric === 'cosine' ? cosineDistance : euclideanDistance;
  return Array.from({ length: data.length / dim }, (_, other) => other)
    .filter((other) => other !== row)
    .map((other) => ({ other, distance: measure(rowOf(data, dim, row), rowOf(data, dim, other)) }))
    .sort((a, b) => a.distance - b.distance || a.other - b.other);
}

test.each(metrics)('equals scikit-learn 1.9.1 (%s)', (metric) => {
  for (const given of [reference.tall, reference.wide]) {
    const found = knn(given.data, given.dim, 15, metric);
    expect(found.indices).toEqual(given[metric].indices);
    for (const [i, distance] of given[metric].distances.entries()) {
      expect(found.distances[i]).toBeCloseTo(distance, 6);
    }
  }
});

test.each(metrics)('sizes round the tile agree with plain sorting (%s)', (metric) => {
  for (const n of [2, 3, TILE - 1, TILE, TILE + 1, 2 * TILE + 5]) {
    const data = noise(n, 7, n);
    const { k, indices } = knn(data, 7, 4, metric);
    expect(k).toBe(Math.min(4, n - 1));
    for (let row = 0; row < n; row++) {
      const nearest = plain(data, 7, row, metric).slice(0, k);
      expect(Array.from(indices.subarray(row * k, (row + 1) * k))).toEqual(nearest.map(({ other }) => other));
    }
  }
});

test.each(metrics)('WebAssembly and JavaScript give the same bits (%s)', (metric) => {
  expect(makeTileKernel(3).engine).toBe('wasm');
  expect(makeTileKernel(3, 'js').engine).toBe('js');
  for (const [n, dim] of [
    [150, 33],
    [70, 1],
    [5, 384],
  ]) {
    const data = noise(n, dim);
    const fast = finish(knnSteps(data, dim, 10, metric));
    const slow = finish(knnSteps(data, dim, 10, metric, 'js'));
    expect(fast.indices).toEqual(slow.indices);
    expect(fast.distances).toEqual(slow.distances);
  }
});

test.each(metrics)('a pair alone has the bits it has in a tile (%s)', (metric) => {
  const space = { data: noise(100, 19), dim: 19, metric };
  const meter = new DistanceMeter(space);
  for (const { rowStart, rowCount, columnStart, columnCount, distances } of symmetricTiles(space)) {
    for (let r = 0; r < rowCount; r++) {
      for (let c = 0; c < columnCount; c++) {
        expect(meter.pair(rowStart + r, columnStart + c)).toBe(distances[r * TILE + c]);
        expect(meter.pair(columnStart + c, rowStart + r)).toBe(distances[r * TILE + c]);
      }
    }
  }
});

test('one point has no neighbours and none has no rows', () => {
  expect(knn(Float32Array.of(1, 2), 2, 15, 'cosine')).toMatchObject({ k: 0, indices: new Int32Array(0) });
  expect(knn(new Float32Array(0), 2, 15, 'cosine').k).toBe(0);
});

test.each(metrics)('duplicates lie at exactly 0, in order of index (%s)', (metric) => {
  const row = noise(1, 50);
  const data = new Float32Array(200 * 50);
  for (let i = 0; i < 200; i++) data.set(row, i * 50);
  const { indices, distances } = knn(data, 50, 3, metric);
  expect(distances.every((distance) => distance === 0)).toBe(true);
  expect(Array.from(indices.subarray(0, 9))).toEqual([1, 2, 3, 0, 2, 3, 0, 1, 3]);
  expect(Array.from(indices.subarray(199 * 3))).toEqual([0, 1, 2]);
});

test('equal distances on a grid rank by index', () => {
  const data = Float32Array.from({ length: 130 }, (_, i) => i);
  const { indices } = knn(data, 1, 4, 'euclidean');
  expect(Array.from(indices.subarray(64 * 4, 65 * 4))).toEqual([63, 65, 62, 66]);
});

test('zero vectors are at cosine distance 1 from all', () => {
  const { distances } = knn(Float32Array.of(0, 0, 0, 0, 1, 0), 2, 2, 'cosine');
  expect(Array.from(distances)).toEqual([1, 1, 1, 1, 1, 1]);
});

test('values near the end of float32 stay finite', () => {
  const { distances, indices } = knn(Float32Array.of(3e38, -3e38, 3e38, 3e38, 0, 0), 2, 2, 'euclidean');
  expect(distances.every(Number.isFinite)).toBe(true);
  expect(indices.every((index) => index >= 0)).toBe(true);
});

test('steps report progress up to the end', () => {
  const steps = knnSteps(noise(300, 4), 4, 3, 'cosine');
  const seen = [...steps];
  expect(seen.length).toBe(15);
  expect(seen.at(-1)).toEqual({ done: 15, total: 15 });
});

test.each(metrics)('nearestTo finds what knn finds, and the query itself (%s)', (metric) => {
  const data = noise(90, 12);
  const all = knn(data, 12, 5, metric);
  const found = nearestTo(rowOf(data, 12, 40), data, 12, 6, metric);
  expect(Array.from(found.indices)).toEqual([40, ...all.indices.subarray(200, 205)]);
  expect(Array.from(found.distances)).toEqual([0, ...all.distances.subarray(200, 205)]);
  expect(nearestTo([1, 2], Float32Array.of(1, 2), 2, 9, metric)).toMatchObject({ k: 1 });
  expect(nearestTo([0, 0], Float32Array.of(1, 2), 2, 1, 'cosine').distances[0]).toBe(1);
});

test.each(metrics)('ranks equal plain sorting, for all rows and for some (%s)', (metric) => {
  const [n, dim, k] = [140, 6, 5];
  const data = noise(n, dim);
  const targets = Int32Array.from({ length: n * k }, (_, i) => {
    const target = (i * 37 + 11) % n;
    return i % 9 === 0 || target === Math.floor(i / k) ? -1 : target;
  });
  const rankOf = (row: number, target: number) =>
    target < 0 ? 0 : 1 + plain(data, dim, row, metric).findIndex(({ other }) => other === target);
  const expected = Array.from(targets, (target, i) => rankOf(Math.floor(i / k), target));
  const space = { data, dim, metric };
  expect(Array.from(finish(neighbourRanks(space, null, targets, k)))).toEqual(expected);

  const rows = Int32Array.of(3, 70, 139);
  const some = Int32Array.from(
    Array.from(rows).flatMap((row) => [...targets.subarray(row * k, (row + 1) * k)]),
  );
  const ranks = finish(neighbourRanks(space, rows, some, k));
  expect(Array.from(ranks)).toEqual(
    Array.from(rows).flatMap((row) => expected.slice(row * k, (row + 1) * k)),
  );
});
