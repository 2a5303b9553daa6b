import { describe, expect, test, vi } from 'vitest';
import { Fault } from '../../contract/fault.ts';
import { bestRows, cosinesWith } from '../combination.ts';
import { Team } from '../kernels/team.ts';
import { unitRows } from '../normalise.ts';
import { seededRandom } from '../random.ts';
import { cosineSimilarity } from '../similarity.ts';
import { finish } from '../steps.ts';
import { type Among, dotRows, type SearchedRows } from './searchedRows.ts';
import { searchIndexSteps, searchTeam } from './searchIndex.ts';

const index = (source: SearchedRows) => finish(searchIndexSteps(new Team(), source));

/** Seeded numbers with something like a normal distribution, some dimensions much wider than others. */
function numbers(count: number, dim: number, seed: number): Float32Array<ArrayBuffer> {
  const random = seededRandom(seed);
  return Float32Array.from(
    { length: count * dim },
    (_, at) => (random() + random() + random() + random() - 2) * (at % dim === 3 ? 5 : 1),
  );
}

/** All rows scored and sorted, as one would do it without an index. */
function plainly(data: Float32Array, dim: number, query: ArrayLike<number>, k: number, among: Among = {}) {
  const { from = 0, to = data.length / dim, without = new Set() } = among;
  return Array.from({ length: data.length / dim }, (_, row) => {
    let score = 0;
    for (let d = 0; d < dim; d++) score += data[row * dim + d] * query[d];
    return { row, score: Math.fround(score) };
  })
    .filter(({ row }) => row >= from && row < to && !without.has(row))
    .sort((a, b) => b.score - a.score || a.row - b.row)
    .slice(0, Math.max(0, k));
}

const listed = ({ rows, scores }: { rows: Int32Array; scores: Float32Array }) =>
  Array.from(rows, (row, rank) => ({ row, score: scores[rank] }));

describe.each([
  [1, 5],
  [31, 1],
  [33, 16],
  [1000, 50],
  [5000, 77],
  [20_000, 24],
  [700, 768],
])('%i rows of %i numbers', (count, dim) => {
  const data = numbers(count, dim, 7);
  const searched = index(dotRows(data, dim));

  test.each([1, 10, 100, count, count + 5])(
    'the %i best are those of a plain search, with its scores',
    (k) => {
      for (const row of [0, Math.floor(count / 2), count - 1]) {
        const query = Float64Array.from(data.subarray(row * dim, (row + 1) * dim), (value) => value - 0.1);
        expect(listed(searched.search(query, k))).toEqual(plainly(data, dim, query, k));
      }
    },
  );

  test('any query: long, short, random, one of few numbers', () => {
    const random = numbers(4, dim, 8);
    for (const length of [1e-8, 1, 1e6]) {
      const query = Float64Array.from(random.subarray(0, dim), (value) => value * length);
      expect(listed(searched.search(query, 7))).toEqual(plainly(data, dim, query, 7));
    }
    const few = new Float32Array(dim);
    few[dim - 1] = -3;
    expect(listed(searched.search(few, 7))).toEqual(plainly(data, dim, few, 7));
  });

  test('rows are left out, by name and by range', () => {
    const query = data.slice(0, dim);
    const without = new Set(plainly(data, dim, query, 12).map(({ row }) => row));
    for (const among of [
      { without },
      { from: 3 },
      { to: Math.max(1, count - 7) },
      { from: Math.floor(count / 3), to: Math.ceil(count / 2), without },
      { from: 5, to: 5 },
    ]) {
      expect(listed(searched.search(query, 10, among))).toEqual(plainly(data, dim, query, 10, among));
    }
  });
});

test('of many queries each is searched as it is alone, one a step', () => {
  const data = numbers(900, 10, 3);
  const searched = index(dotRows(data, 10));
  const queries = numbers(4, 10, 4);
  const steps = searched.searchEach(queries, 6, { from: 2 });
  expect([...searched.searchEach(queries, 6)]).toHaveLength(4);
  expect(finish(steps).map(listed)).toEqual(
    [0, 1, 2, 3].map((at) => plainly(data, 10, queries.subarray(at * 10, at * 10 + 10), 6, { from: 2 })),
  );
});

test('equal scores come by row, though many rows are equal', () => {
  const dim = 20;
  const few = numbers(7, dim, 3);
  const data = new Float32Array(3000 * dim);
  for (let row = 0; row < 3000; row++)
    data.set(few.subarray((row % 7) * dim, ((row % 7) + 1) * dim), row * dim);
  const query = few.subarray(2 * dim, 3 * dim);
  const found = index(dotRows(data, dim)).search(query, 600);
  expect(listed(found)).toEqual(plainly(data, dim, query, 600));
});

test('rows so near each other that int8 cannot tell them apart', () => {
  const dim = 30;
  const one = numbers(1, dim, 5);
  const noise = numbers(4000, dim, 6);
  const data = noise.map((value, at) => one[at % dim] + value * 1e-6);
  expect(listed(index(dotRows(data, dim)).search(one, 25))).toEqual(plainly(data, dim, one, 25));
});

test('the rows’ best all in one block, and rows of very different lengths', () => {
  const dim = 40;
  const data = numbers(2000, dim, 9).map((value, at) => value * 2 ** -(Math.floor(at / dim) % 37));
  const query = data.slice(64 * dim, 65 * dim);
  for (let row = 64; row < 96; row++) {
    for (let d = 0; d < dim; d++) data[row * dim + d] = query[d] * (1 + row / 1000);
  }
  expect(listed(index(dotRows(data, dim)).search(query, 20))).toEqual(plainly(data, dim, query, 20));
});

test('the best rows are out of range, in the same blocks as rows that are in', () => {
  const [dim, count] = [16, 400];
  const data = numbers(count, dim, 11);
  const query = numbers(1, dim, 13);
  for (const row of [66, 67, 68, 69, 70, 71, 130, 131, 132]) {
    for (let d = 0; d < dim; d++) data[row * dim + d] = query[d] * 10;
  }
  const searched = index(dotRows(data, dim));
  for (const among of [
    { from: 72, to: 130 },
    { from: 72, to: 128 },
    { from: 96, to: 130 },
    { from: 72, to: 400 },
    { to: 66 },
  ]) {
    for (const k of [1, 2, 9]) {
      expect(listed(searched.search(query, k, among))).toEqual(plainly(data, dim, query, k, among));
    }
  }
});

test('a team of one where there are kernels, none where WebAssembly is forbidden', () => {
  expect(searchTeam()?.size).toBe(1);
  vi.stubGlobal('WebAssembly', undefined);
  expect(searchTeam()).toBeNull();
  vi.unstubAllGlobals();
});

test('rows of zeroes score 0 by dot product, and a query of zeroes finds the first rows', () => {
  const data = numbers(100, 6, 1).fill(0, 0, 60);
  const searched = index(dotRows(data, 6));
  const query = data.subarray(70 * 6, 71 * 6).map((value) => -value);
  expect(listed(searched.search(query, 80))).toEqual(plainly(data, 6, query, 80));
  const zeroes = new Float32Array(6);
  expect(listed(searched.search(zeroes, 3, { without: new Set([1]) }))).toEqual(
    [0, 2, 3].map((row) => ({ row, score: 0 })),
  );
});

test('on unit rows the same bits as cosinesWith and bestRows', () => {
  const dim = 45;
  const unit = unitRows(numbers(3000, dim, 2), dim);
  const searched = index(dotRows(unit, dim));
  for (let row = 0; row < 20; row++) {
    const query = numbers(1, dim, 100 + row);
    let squares = 0;
    for (const value of query) squares += value * value;
    const scaled = Float64Array.from(query, (value) => value / Math.sqrt(squares));
    const cosines = cosinesWith(unit, dim, query);
    const rows = bestRows(cosines, 10, new Set([row]));
    const found = searched.search(scaled, 10, { without: new Set([row]) });
    expect(listed(found)).toEqual(rows.map((other) => ({ row: other, score: cosines[other] })));
  }
});

describe('by cosine', () => {
  const dim = 33;
  const data = numbers(1500, dim, 4).map((value, at) => value * (1 + (Math.floor(at / dim) % 50)));
  data.fill(0, 5 * dim, 8 * dim);
  const source: SearchedRows = {
    ...dotRows(data, dim),
    metric: 'cosine',
    scorer: (query) => (row) => cosineSimilarity(query, data.subarray(row * dim, (row + 1) * dim)),
  };
  const searched = index(source);

  test('lengths do not count, and rows of length 0 are never found', () => {
    const query = data.slice(9 * dim, 10 * dim);
    const scored = Array.from({ length: 1500 }, (_, row) => ({
      row,
      score: cosineSimilarity(query, data.subarray(row * dim, (row + 1) * dim)),
    })).filter(({ row }) => row < 5 || row >= 8);
    scored.sort((a, b) => b.score - a.score || a.row - b.row);
    for (const k of [10, 1500]) {
      expect(listed(searched.search(query, k))).toEqual(
        scored.slice(0, k).map(({ row, score }) => ({ row, score: Math.fround(score) })),
      );
    }
  });

  test('a query of length 0 finds nothing', () => {
    expect(listed(searched.search(new Float32Array(dim), 5))).toEqual([]);
  });
});

test('only the rows whose bound reaches the k-th best are scored again', () => {
  const [count, dim] = [20_000, 100];
  const unit = unitRows(numbers(count, dim, 12), dim);
  let scored = 0;
  const plain = dotRows(unit, dim);
  const searched = index({
    ...plain,
    scorer: (query) => {
      const score = plain.scorer(query);
      return (row) => {
        scored += 1;
        return score(row);
      };
    },
  });
  searched.search(unit.subarray(0, dim), 10);
  expect(scored).toBeGreaterThanOrEqual(10);
  expect(scored).toBeLessThan(count / 100);
});

test('what cannot be searched is refused', () => {
  const data = numbers(100_000, 12, 1);
  data[99_990 * 12 + 11] = Number.NaN;
  expect(() => index(dotRows(data, 12))).toThrow(new Fault('vectors-invalid', { row: 99_990, dim: 12 }));
  data[12] = Number.NEGATIVE_INFINITY;
  expect(() => index(dotRows(data, 12))).toThrow(new Fault('vectors-invalid', { row: 1, dim: 12 }));
  const searched = index(dotRows(data.subarray(24, 48), 12));
  expect(() => searched.search([1], 1)).toThrow(RangeError);
  expect(() => searched.search(new Array(12).fill(Number.NaN), 1)).toThrow(Fault);
  expect(listed(searched.search(data.subarray(24, 36), 0))).toEqual([]);
});

test('an index is made in steps, and its working memory is given back', () => {
  const [count, dim] = [200_000, 20];
  const team = new Team();
  const steps = [...searchIndexSteps(team, dotRows(numbers(count, dim, 1), dim))];
  expect(steps.length).toBeGreaterThan(2);
  expect(steps.at(-1)).toEqual({ done: count, total: count });
  // 32 bytes of integers, scale, error, offset and bound
  expect(team.arena.mark()).toBeLessThan(count * (32 + 16 + 1));
});

test('no rows are searched for nothing', () => {
  expect(listed(index(dotRows(new Float32Array(0), 4)).search([1, 2, 3, 4], 5))).toEqual([]);
});
