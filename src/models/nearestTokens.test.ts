import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAbort } from '../contract/fault.ts';
import { nearestTokenRows } from './nearestTokens.ts';
import { nearestTokensPlainly } from './nearestTokensPlainly.ts';
import { TokenRows } from './tokenRows.ts';

interface Table {
  readonly bits: 4 | 8;
  readonly zero: number;
  readonly values: number[];
  readonly scales: number[];
  readonly rows: number[];
  readonly vectors: number[];
  readonly nearest: number[][];
  readonly cosines: number[][];
}
/** By numpy; fixtures/nextToken/make.py. Row 7 has no direction. */
const tables: Table[] = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../fixtures/nextToken/nearest.json'), 'utf8'),
);
const size = { rows: 300, dim: 8 };
const open = ({ values, scales, zero, bits }: Table) =>
  new TokenRows(Uint8Array.from(values), Float32Array.from(scales), { ...size, zero, bits });

describe.each(tables)('a table of $bits bits', (given) => {
  test('gives its rows as numpy does', () => {
    const out = new Float32Array(24);
    open(given).read(0, 3, out);
    expect([...out]).toEqual(given.rows.map(Math.fround));
    const third = new Float32Array(8);
    open(given).read(2, 1, third);
    expect([...third]).toEqual(given.rows.slice(16).map(Math.fround));
  });

  test.each([
    ['an index', nearestTokenRows],
    ['plain comparison', nearestTokensPlainly],
  ])('has the nearest rows that numpy finds, by %s', async (_, nearest) => {
    const { k, ids, scores } = await nearest(open(given), Float32Array.from(given.vectors), 3);
    expect(k).toBe(3);
    expect([...ids]).toEqual(given.nearest.flat());
    for (const [at, score] of scores.entries()) expect(score).toBeCloseTo(given.cosines.flat()[at], 5);
  });
});

describe('nearest rows', () => {
  const table = open(tables[0]);
  const vector = Float32Array.from(tables[0].vectors.slice(0, 8));

  test('are all rows where more are asked for; the one without a direction comes last, with no id', async () => {
    const { k, ids, scores } = await nearestTokenRows(table, vector, 1000);
    expect(k).toBe(300);
    expect(ids[299]).toBe(-1);
    expect(scores[299]).toBe(0);
    expect(new Set(ids).size).toBe(300);
    expect([...ids]).not.toContain(7);
  });

  test.each([1, 10, 300])('are the same bits by an index and plainly: %i of them', async (k) => {
    const vectors = Float32Array.from(tables[0].vectors);
    // one has no direction, one is no vector
    vectors.fill(0, 0, 8);
    vectors[9] = Number.NaN;
    expect(await nearestTokenRows(table, vectors, k)).toEqual(await nearestTokensPlainly(table, vectors, k));
  });

  test('of a vector without a direction are none', async () => {
    const { ids, scores } = await nearestTokenRows(table, new Float32Array(8), 2);
    expect([...ids, ...scores]).toEqual([-1, -1, 0, 0]);
  });

  test('of equal score stand in the order of the table', async () => {
    const same = new TokenRows(Uint8Array.from([9, 9, 9, 1, 9, 9]), Float32Array.of(1), {
      rows: 3,
      dim: 2,
      zero: 0,
      bits: 8,
    });
    expect([...(await nearestTokenRows(same, Float32Array.of(1, 1), 3)).ids]).toEqual([0, 2, 1]);
  });

  test('tell their progress, and are cancelled', async () => {
    const seen: number[] = [];
    await nearestTokenRows(table, vector, 1, { onProgress: (done) => seen.push(done) });
    expect([seen[0], seen[seen.length - 1]]).toEqual([0, 300]);
    const cancelled = nearestTokenRows(table, vector, 1, { signal: AbortSignal.abort() });
    expect(isAbort(await cancelled.catch((reason) => reason))).toBe(true);
  });

  test('of numbers that are no rows are refused', async () => {
    await expect(nearestTokenRows(table, new Float32Array(9), 1)).rejects.toThrow(RangeError);
  });
});

test('a table whose scales do not fit its rows is refused', () => {
  const bytes = new Uint8Array(2400);
  const sizes = { ...size, zero: 0, bits: 8 } as const;
  expect(() => new TokenRows(bytes, new Float32Array(299), sizes)).toThrow(RangeError);
  expect(() => new TokenRows(bytes, new Float32Array(900), sizes)).toThrow(RangeError);
  expect(() => new TokenRows(bytes.subarray(8), new Float32Array(1), sizes)).toThrow(RangeError);
});
