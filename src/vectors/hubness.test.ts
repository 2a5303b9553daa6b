import { expect, test } from 'vitest';
import reference from '../../fixtures/neighbours/neighbours.json' with { type: 'json' };
import { occurrencesAmong, shareWithHalf, skewnessOf } from './hubness.ts';
import { knn } from './knn.ts';

test.each(reference.skewness)('skewness is scipy’s', ({ values, skewness }) => {
  expect(skewnessOf(values)).toBeCloseTo(skewness, 10);
});

test('equal values and none have no skewness', () => {
  expect(skewnessOf([3, 3, 3])).toBe(0);
  expect(skewnessOf([])).toBe(0);
});

test('the centre of a star is the neighbour of all its rays', () => {
  const rays = 12;
  const data = new Float32Array((rays + 1) * 2);
  for (let ray = 0; ray < rays; ray++) {
    data.set([Math.cos((2 * Math.PI * ray) / rays), Math.sin((2 * Math.PI * ray) / rays)], (ray + 1) * 2);
  }
  // at an angle of 30° a neighbouring ray is nearer (0.52) than the centre (1)
  const lists = knn(data, 2, 3, 'euclidean');
  expect(occurrencesAmong(lists, 3)[0]).toBe(rays);
  expect(occurrencesAmong(lists, 2)[0]).toBe(0);
});

test('a word is chosen k times on average', () => {
  const data = Float32Array.from({ length: 300 }, (_, i) => Math.sin(i * i));
  const lists = knn(data, 6, 5, 'cosine');
  const counts = occurrencesAmong(lists, 4);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4 * counts.length);
  for (let point = 0; point < counts.length; point++) {
    let plain = 0;
    for (let row = 0; row < counts.length; row++) {
      if (lists.indices.subarray(row * 5, row * 5 + 4).includes(point)) plain += 1;
    }
    expect(counts[point]).toBe(plain);
  }
});

test('half of all choices goes to the fewest words that can have it', () => {
  expect(shareWithHalf([5, 5, 5, 5])).toBe(0.5);
  expect(shareWithHalf([0, 0, 30, 10])).toBe(0.25);
  expect(shareWithHalf([9, 8, 1, 1, 1])).toBe(0.4);
  expect(shareWithHalf([])).toBe(0);
});
