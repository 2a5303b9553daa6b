import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { alibiSlopes, cosineByDistance, sinusoidalEncoding, t5Bucket } from './positionEncodings.ts';

const fixture = JSON.parse(readFileSync('fixtures/order/positions.json', 'utf8'));

test('the sinusoidal encoding is the one that numpy computes from the formula', () => {
  const { rows, dim, picked } = fixture.sinusoidal;
  const table = sinusoidalEncoding(rows, dim);
  expect(table).toHaveLength(rows * dim);
  for (const [position, d, value] of picked) expect(table[position * dim + d]).toBeCloseTo(value, 6);
});

test('cosines by distance, with their spread, are those of numpy', () => {
  const { rows, dim, byDistance } = fixture.sinusoidal;
  const sets = [
    { found: cosineByDistance(sinusoidalEncoding(rows, dim), dim, 99), expected: byDistance },
    {
      found: cosineByDistance(Float32Array.from(fixture.random.data), fixture.random.dim, 19),
      expected: fixture.random.byDistance,
    },
  ];
  for (const { found, expected } of sets) {
    expect(found).toHaveLength(expected.length);
    found.forEach(({ distance, mean, sd, least, most, pairs }, row) => {
      expect(distance).toBe(row);
      expect(pairs).toBe(found.length - row);
      expect(mean).toBeCloseTo(expected[row][0], 5);
      // a difference of squares of float32 numbers: a spread of nothing comes out as a few ten-thousandths at most
      expect(sd).toBeCloseTo(expected[row][1], 3);
      expect(least).toBeCloseTo(expected[row][2], 5);
      expect(most).toBeCloseTo(expected[row][3], 5);
    });
  }
});

test('of a sinusoidal encoding the cosine depends on the distance alone', () => {
  for (const { least, most } of cosineByDistance(sinusoidalEncoding(64, 128), 128, 63)) {
    expect(most - least).toBeLessThan(1e-5);
  }
});

test('the slopes of eight heads are the powers of one half that the paper names', () => {
  expect(alibiSlopes(8)).toEqual(fixture.alibi);
});

test('the buckets of T5 are exact up to 15, then grow', () => {
  for (const [distance, bucket] of fixture.t5)
    expect([distance, t5Bucket(distance)]).toEqual([distance, bucket]);
});
