import { bestRows, combined, cosinesWith, directionOf } from '../../src/vectors/combination.ts';
import { Team } from '../../src/vectors/kernels/team.ts';
import { seededRandom } from '../../src/vectors/random.ts';
import { dotRows, type Found } from '../../src/vectors/search/searchedRows.ts';
import { type SearchIndex, searchIndexSteps } from '../../src/vectors/search/searchIndex.ts';
import { rowOf } from '../../src/vectors/vectorSet.ts';
import { serve } from '../../src/workers/rpc.ts';
import { makeRows, type RowsAsked } from './searchRows.ts';

/** A search: the sum of one or three rows, which are left out. */
interface Query {
  readonly vector: Float64Array<ArrayBuffer>;
  readonly without: ReadonlySet<number>;
}

interface Counted {
  readonly queries: number;
  readonly k: number;
}

export interface SearchBenchMethods {
  make: { params: RowsAsked; result: null; progress: never };
  /** Milliseconds, the longest step, bytes in the team's memory for a row; the threads then have time to join. */
  index: {
    params: { threads: number };
    result: { ms: number; longestStep: number; bytes: number };
    progress: never;
  };
  /** Milliseconds of each search, of reading as many bytes of the same memory once, and all rows and scores found. */
  search: {
    params: Counted;
    result: { ms: number[]; readMs: number[]; readBytes: number; answers: string };
    progress: never;
  };
  /** The same searches by a plain loop over float32. */
  plain: { params: Counted; result: { ms: number[]; answers: string }; progress: never };
  /** The rows that are best in double precision, never rounded, of each query. */
  exact: { params: Counted; result: number[][]; progress: never };
}

/** Time for a thread's script to load. */
const JOINING_MS = 300;
const WARM = 5;
/** Bytes of a thread's part: as a search has at 300 dimensions. */
const PART = 1 << 21;

let rows: { data: Float32Array<ArrayBuffer>; dim: number } | null = null;
let indexed: { team: Team; index: SearchIndex; bytes: number } | null = null;

function made() {
  if (!rows) throw new Error('make rows first');
  return rows;
}

function queriesOf(count: number): Query[] {
  const { data, dim } = made();
  const random = seededRandom(9);
  return Array.from({ length: count }, (_, at) => {
    const words = Array.from({ length: at % 2 ? 3 : 1 }, () => Math.floor((random() * data.length) / dim));
    const terms = words.map((row, term) => ({ vector: rowOf(data, dim, row), weight: term === 1 ? -1 : 1 }));
    return { vector: directionOf(combined(terms, dim)), without: new Set(words) };
  });
}

function timed<T>(run: () => T): { ms: number; value: T } {
  const start = performance.now();
  const value = run();
  return { ms: performance.now() - start, value };
}

const answersOf = (found: readonly Found[]) =>
  found.map(({ rows, scores }) => `${rows.join()}:${scores.join()}`).join('\n');

serve<SearchBenchMethods>(self as unknown as DedicatedWorkerGlobalScope, {
  async make(asked) {
    indexed?.team.dispose();
    indexed = null;
    rows = null;
    rows = { data: await makeRows(asked), dim: asked.dim };
    return null;
  },
  async index({ threads }) {
    const { data, dim } = made();
    indexed?.team.dispose();
    indexed = null;
    const team = new Team(threads);
    if (team.size !== threads) throw new Error(`${team.size} threads, not ${threads}`);
    await new Promise((resolve) => setTimeout(resolve, threads > 1 ? JOINING_MS : 0));
    const before = team.arena.mark();
    const steps = searchIndexSteps(team, dotRows(data, dim));
    let longestStep = 0;
    let total = 0;
    for (;;) {
      const { ms, value } = timed(() => steps.next());
      longestStep = Math.max(longestStep, ms);
      total += ms;
      if (!value.done) continue;
      const bytes = team.arena.mark() - before;
      indexed = { team, index: value.value, bytes };
      return { ms: total, longestStep, bytes: bytes / (data.length / dim) };
    }
  },
  search({ queries, k }) {
    if (!indexed) throw new Error('make an index first');
    const { team, index, bytes } = indexed;
    const asked = queriesOf(queries);
    const ask = ({ vector, without }: Query) => timed(() => index.search(vector, k, { without }));
    // memory that nobody has written to is none yet: it would be read from the cache
    const mark = team.arena.mark();
    const readBytes = Math.floor(bytes / 64) * 64;
    const pointer = team.arena.allocate(readBytes);
    team.arena.i32(pointer, readBytes / 4).fill(1);
    const sums = team.arena.allocate(Math.ceil(readBytes / PART) * 16);
    const read = () => timed(() => team.run('readBytes', readBytes, PART, [pointer, PART, sums])).ms;
    for (const query of asked.slice(0, WARM)) {
      ask(query);
      read();
    }
    // in turn, so that whatever else the machine does meets both
    const both = asked.map((query) => ({ searched: ask(query), readMs: read() }));
    team.arena.release(mark);
    return {
      ms: both.map(({ searched }) => searched.ms),
      readMs: both.map(({ readMs }) => readMs),
      readBytes,
      answers: answersOf(both.map(({ searched }) => searched.value)),
    };
  },
  plain({ queries, k }) {
    const { data, dim } = made();
    const searched = queriesOf(queries).map(({ vector, without }) =>
      timed(() => {
        const cosines = cosinesWith(data, dim, vector);
        const best = bestRows(cosines, k, without);
        return { rows: Int32Array.from(best), scores: Float32Array.from(best, (row) => cosines[row]) };
      }),
    );
    return { ms: searched.map(({ ms }) => ms), answers: answersOf(searched.map(({ value }) => value)) };
  },
  exact({ queries, k }) {
    const { data, dim } = made();
    return queriesOf(queries).map(({ vector, without }) => {
      const scores = Float64Array.from({ length: data.length / dim }, (_, row) => {
        let sum = 0;
        for (let d = dim - 1; d >= 0; d--) sum += data[row * dim + d] * vector[d];
        return without.has(row) ? Number.NEGATIVE_INFINITY : sum;
      });
      const least = scores.slice().sort().at(-k) ?? Number.NEGATIVE_INFINITY;
      const best = Array.from(scores.keys()).filter((row) => scores[row] >= least);
      return best.sort((a, b) => scores[b] - scores[a] || a - b).slice(0, k);
    });
  },
});
