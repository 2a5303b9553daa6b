import { describe, expect, test } from 'vitest';
import { lloydKMeansSteps, lloydSteps } from './lloyd.ts';
import { numberedBySize } from './numberedBySize.ts';
import { seededRandom } from './random.ts';
import { finish } from './steps.ts';

/** `each` points about each of `k` corners, three apart along their own axis. */
function mixture(k: number, each: number, dim: number, seed: number): Float32Array<ArrayBuffer> {
  const random = seededRandom(seed);
  return Float32Array.from({ length: k * each * dim }, (_, at) => {
    const [row, d] = [Math.floor(at / dim), at % dim];
    return (Math.floor(row / each) === d ? 3 : 0) + random() - 0.5;
  });
}

const kMeans = (data: Float32Array, dim: number, k: number, seed = 1) =>
  finish(lloydKMeansSteps(data, dim, { k, random: seededRandom(seed) }));

describe('k-means by Lloyd', () => {
  test('a mixture is recovered', () => {
    const { labels } = kMeans(mixture(12, 40, 20, 3), 20, 12);
    const { labels: numbered, k } = numberedBySize(labels);
    expect(k).toBe(12);
    expect([...numbered]).toEqual(Array.from({ length: 480 }, (_, row) => Math.floor(row / 40)));
  });

  test('the same seed gives the same labels', () => {
    const random = seededRandom(8);
    const data = Float32Array.from({ length: 600 * 9 }, random);
    expect(kMeans(data, 9, 7, 5)).toEqual(kMeans(data, 9, 7, 5));
    expect(kMeans(data, 9, 7, 5).labels).not.toEqual(kMeans(data, 9, 7, 6).labels);
  });

  test('every row is with its nearest centre, bounds or no bounds, and the inertia is theirs', () => {
    const random = seededRandom(4);
    const [n, dim, k] = [500, 7, 9];
    const data = Float32Array.from({ length: n * dim }, random);
    const { labels, centres, inertia } = finish(
      lloydSteps(data, dim, Float64Array.from(data.slice(0, k * dim))),
    );
    let sum = 0;
    labels.forEach((label, row) => {
      const distances = Array.from({ length: k }, (_, c) => {
        let square = 0;
        for (let d = 0; d < dim; d++) square += (data[row * dim + d] - centres[c * dim + d]) ** 2;
        return square;
      });
      expect(distances[label]).toBeCloseTo(Math.min(...distances), 10);
      sum += distances[label];
    });
    expect(inertia).toBeCloseTo(sum, 8);
  });

  test('three points are three clusters, and equal rows one that is not empty', () => {
    const three = kMeans(Float32Array.of(0, 0, 1, 0, 0, 1), 2, 3);
    expect(new Set(three.labels).size).toBe(3);
    expect(three.inertia).toBeCloseTo(0, 12);
    const equal = kMeans(new Float32Array(40).fill(0.5), 2, 4);
    expect(new Set(equal.labels).size).toBe(1);
    expect(kMeans(new Float32Array(0), 2, 3).labels).toHaveLength(0);
  });

  test('a centre that no row is near goes to the row that is farthest from its own', () => {
    const { labels } = finish(lloydSteps(Float32Array.of(0, 1, 2, 50), 1, Float64Array.of(1, 1000)));
    expect([...labels]).toEqual([0, 0, 0, 1]);
  });
});
