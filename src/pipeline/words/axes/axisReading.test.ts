import { expect, test } from 'vitest';
import { readAxis, standardScore } from './axisReading.ts';

const word = (name: string, x: number, y: number) => ({ word: name, vector: new Float32Array([x, y]) });
const random = new Float32Array([1, 0, -1, 0, 0, 1, 0, -1]);

test('an axis tells where its own words stand, how far apart they are, and where random words stand', () => {
  const reading = readAxis([word('left', -2, 0)], [word('right', 3, 0), word('up', 0, 1)], 2, random);
  const [from, to] = reading.poles;
  // the axis is (1.5, 0.5): cosines by hand
  const length = Math.sqrt(2.5);
  expect(from.words[0].place).toBeCloseTo(-1.5 / length, 12);
  expect(to.words.map(({ place }) => place)).toEqual([
    expect.closeTo(1.5 / length, 12),
    expect.closeTo(0.5 / length, 12),
  ]);
  expect(reading.gap).toBeCloseTo(2 / length, 12);
  expect(reading.reference).toEqual({
    mean: 0,
    sd: expect.closeTo(Math.SQRT1_2, 12),
    low: expect.closeTo(-Math.SQRT2, 12),
    high: expect.closeTo(Math.SQRT2, 12),
    count: 4,
  });
  expect(to.words[1].score).toBeCloseTo(0.5 / length / Math.SQRT1_2, 12);
  expect(reading.polesCosine).toBeCloseTo(-Math.SQRT1_2, 6);
});

test('words held out fall on their own side where the axis is more than chance, and not where it is none', () => {
  const good = readAxis(
    [word('a', -1, 0.1), word('b', -1, -0.1)],
    [word('c', 1, 0.1), word('d', 1, -0.1)],
    2,
    random,
  );
  expect(good.heldOut).toEqual({ right: 4, total: 4 });
  const poor = readAxis([word('a', -1, 0)], [word('c', 1, 0), word('d', -0.9, 0.1)], 2, random);
  expect(poor.heldOut).toEqual({ right: 1, total: 2 });
  expect(readAxis([word('a', -1, 0)], [word('c', 1, 0)], 2, random).heldOut).toBeNull();
});

test('an axis of a word with itself is refused', () => {
  expect(() => readAxis([word('a', 1, 2)], [word('A', 2, 4)], 2, random)).toThrowError(
    expect.objectContaining({ code: 'axis-empty' }),
  );
});

test('where random words do not vary, no place is surprising', () => {
  expect(standardScore(0.4, { mean: 0.4, sd: 0 })).toBe(0);
});
