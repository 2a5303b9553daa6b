import { expect, test } from 'vitest';
import { sampleRows, seededRandom, splitmix32 } from './random.ts';

/** sfc32 by its author's description, on integers of any size: an independent second writing. */
function reference(seed: number, count: number): number[] {
  const fill = splitmix32(seed);
  const low = (value: bigint) => value & 0xffffffffn;
  let [a, b, c, counter] = [BigInt(fill()), BigInt(fill()), BigInt(fill()), 1n];
  const drawn: number[] = [];
  for (let i = 0; i < count + 12; i++) {
    const sum = low(a + b + counter);
    counter = low(counter + 1n);
    a = b ^ (b >> 9n);
    b = low(c + low(c << 3n));
    c = low((low(c << 21n) | (c >> 11n)) + sum);
    if (i >= 12) drawn.push(Number(sum) / 2 ** 32);
  }
  return drawn;
}

test.each([0, 42, 2 ** 32 - 1])('seed %d gives the sequence of sfc32', (seed) => {
  const random = seededRandom(seed);
  expect(Array.from({ length: 50 }, random)).toEqual(reference(seed, 50));
});

test('numbers fill [0, 1) evenly and differ by seed', () => {
  const random = seededRandom(7);
  const bins = new Array<number>(10).fill(0);
  for (let i = 0; i < 100_000; i++) bins[Math.floor(random() * 10)]++;
  // 10,000 expected; 5 standard deviations are 474
  for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(474);
  expect(seededRandom(1)()).not.toBe(seededRandom(2)());
});

test('sampled rows are different, ascending, in range, and all of them when all are asked for', () => {
  const rows = sampleRows(1000, 100, seededRandom(3));
  expect(new Set(rows).size).toBe(100);
  expect(Array.from(rows)).toEqual(Array.from(rows).sort((x, y) => x - y));
  expect(Math.min(...rows)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...rows)).toBeLessThan(1000);
  expect(Array.from(sampleRows(5, 5, seededRandom(3)))).toEqual([0, 1, 2, 3, 4]);
});
