import { expect, test } from 'vitest';
import { seededRandom } from '../../../vectors/random.ts';
import { scalePlace, similarityScale } from './similarityScale.ts';

/** n × n with 1 on the diagonal and `pair(i, j)` elsewhere. */
function matrix(n: number, pair: (i: number, j: number) => number): Float32Array {
  return Float32Array.from({ length: n * n }, (_, at) => {
    const i = Math.floor(at / n);
    const j = at % n;
    return i === j ? 1 : pair(Math.max(i, j), Math.min(i, j));
  });
}

test('few pairs: the scale begins at the least similarity, rounded down to a twentieth', () => {
  const scale = similarityScale(
    matrix(3, (i, j) => [0.62, 0.71, 0.68][i + j - 1]),
    3,
  );
  expect(scale.low).toBeCloseTo(0.6, 9);
  expect(scale).toMatchObject({ clipped: false, allOne: false });
});

test('one odd pair among many does not pale the others: it is cut off, and that is said', () => {
  const random = seededRandom(7);
  const scale = similarityScale(
    matrix(40, (i, j) => (i === 5 && j === 2 ? -0.4 : 0.5 + random() * 0.4)),
    40,
  );
  expect(scale.low).toBeCloseTo(0.5, 9);
  expect(scale.clipped).toBe(true);
});

test('the diagonal does not count: without it the scale would end elsewhere', () => {
  const values = matrix(4, () => 0.9);
  for (let i = 0; i < 4; i++) values[i * 5] = 0;
  expect(similarityScale(values, 4).low).toBeCloseTo(0.9, 9);
});

test('negative similarities lie on the scale too', () => {
  const scale = similarityScale(
    matrix(2, () => -0.23),
    2,
  );
  expect(scale.low).toBeCloseTo(-0.25, 9);
  expect(scale.ticks).toEqual([-0.25, 0.5, 1]);
});

test('a static model: all are 1, up to rounding, on a scale from 0', () => {
  expect(
    similarityScale(
      matrix(10, () => 1 - 3e-7),
      10,
    ),
  ).toEqual({
    low: 0,
    clipped: false,
    allOne: true,
    ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
  });
});

test('nearly 1 is not 1', () => {
  expect(
    similarityScale(
      matrix(3, () => 0.999),
      3,
    ),
  ).toMatchObject({ low: 0.95, allOne: false });
});

test('one occurrence has nothing to compare, and is not called all ones', () => {
  expect(similarityScale(Float32Array.of(1), 1)).toMatchObject({ low: 0, allOne: false });
});

test.each([-0.6, 0.05, 0.3, 0.35, 0.55, 0.8, 0.9])('the ticks from %f rise to 1 and keep apart', (least) => {
  const { low, ticks } = similarityScale(
    matrix(2, () => least),
    2,
  );
  expect(ticks[0]).toBe(low);
  expect(ticks.at(-1)).toBe(1);
  expect(ticks.length).toBeGreaterThanOrEqual(3);
  expect(ticks.length).toBeLessThanOrEqual(7);
  for (let i = 1; i < ticks.length; i++) expect((ticks[i] - ticks[i - 1]) / (1 - low)).toBeGreaterThan(0.08);
});

test('a similarity has its place between the ends, and none beyond them', () => {
  const scale = similarityScale(
    matrix(2, () => 0.5),
    2,
  );
  expect([0.5, 0.75, 1, 0.2, 1.0000001].map((value) => scalePlace(scale, value))).toEqual([0, 0.5, 1, 0, 1]);
});
