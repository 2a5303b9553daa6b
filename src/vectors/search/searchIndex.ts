import { Fault } from '../../contract/fault.ts';
import { Team } from '../kernels/team.ts';
import type { Steps } from '../steps.ts';
import { BestList, greatest } from './bestList.ts';
import { BLOCK, type IndexedRows, indexRowsSteps, UP } from './indexedRows.ts';
import { queryIntegers } from './queryIntegers.ts';
import type { Among, Found, SearchedRows } from './searchedRows.ts';

/** Blocks of a thread's part: 2.5 MB at 300 dimensions, so that threads end together. */
const GRAIN = 256;
/**
 * The kernel's bounds have at most nine roundings to float32, of 2⁻²⁴ each, the numbers of a row may have one and a score has
 * one: less than three quarters of this share of the lengths of row and query. The rest keeps rows from being
 * dropped whose scores are equal as float32.
 */
const ROUNDING = 2 ** -20;
const NONE: ReadonlySet<number> = new Set();

/** Where a search writes, in the memory of the team. */
interface Bounds {
  /** int16, a stride; 0 behind the last. */
  readonly query: number;
  /** float32: of each row, and the greatest of each block. */
  readonly uppers: number;
  readonly blockUppers: number;
  readonly blockLowers: number;
}

/**
 * Finds the rows with the best scores, exactly: every row is scored in integers (int8 rows with a scale each × an int16
 * query) with a bound on how wrong that is, and those whose bound reaches the k-th best are scored again as
 * the rows say. The answer depends on nothing but that score: not on the integers, nor on threads.
 */
export class SearchIndex {
  readonly #team: Team;
  readonly #source: SearchedRows;
  readonly #indexed: IndexedRows;
  readonly #bounds: Bounds;

  /** By `searchIndexSteps`. */
  constructor(team: Team, source: SearchedRows, indexed: IndexedRows) {
    const { arena } = team;
    const blocks = Math.ceil(source.count / BLOCK);
    this.#team = team;
    this.#source = source;
    this.#indexed = indexed;
    this.#bounds = {
      query: arena.allocate(indexed.stride * 2),
      uppers: arena.allocate(blocks * BLOCK * 4),
      blockUppers: arena.allocate(blocks * 4),
      blockLowers: arena.allocate(blocks * 4),
    };
    arena.i16(this.#bounds.query, indexed.stride).fill(0);
  }

  /**
   * The `k` best rows for `query` (dim finite numbers). Under cosine rows of length 0 are never found, and nothing is for
   * such a query; by dot product all scores are 0 then.
   * @throws Fault `vectors-invalid` for a number that is not finite
   */
  search(query: ArrayLike<number>, k: number, among: Among = {}): Found {
    const { dim, count } = this.#source;
    if (query.length !== dim) throw new RangeError(`a query of ${query.length} numbers, not ${dim}`);
    const asked = Float64Array.from(query);
    if (!asked.every(Number.isFinite)) throw new Fault('vectors-invalid', { row: 0, dim });
    const { from = 0, to = count, without = NONE } = among;
    const best = new BestList(Math.max(0, Math.min(k, to - from)));
    if (k < 1 || from >= to) return best.found();
    if (!this.#bound(asked, from, to)) return this.#withoutDirection(best, from, to, without);
    const score = this.#source.scorer(asked);
    const { rows, uppers } = this.#candidates(from, to, k + without.size);
    for (const row of rows) {
      if (uppers[row] < best.least) break;
      if (!without.has(row)) best.offer(row, score(row));
    }
    return best.found();
  }

  /** The like for each of `queries` (m × dim), one a step. */
  *searchEach(queries: Float32Array, k: number, among: Among = {}): Steps<Found[]> {
    const { dim } = this.#source;
    const total = queries.length / dim;
    const found: Found[] = [];
    for (let done = 0; done < total; done++) {
      yield { done, total };
      found.push(this.search(queries.subarray(done * dim, (done + 1) * dim), k, among));
    }
    return found;
  }

  #withoutDirection(best: BestList, from: number, to: number, without: ReadonlySet<number>): Found {
    if (this.#source.metric === 'cosine') return best.found();
    for (let row = from; row < to && best.least < 0; row++) if (!without.has(row)) best.offer(row, 0);
    return best.found();
  }

  /** Bounds of the scores of all rows in the blocks that hold `from` … `to`; false where the query is of length 0. */
  #bound(asked: Float64Array<ArrayBuffer>, from: number, to: number): boolean {
    const query = queryIntegers(asked);
    if (!query) return false;
    const { rows, stride, scales, offsets, errors, longest } = this.#indexed;
    const { uppers, blockUppers, blockLowers } = this.#bounds;
    this.#team.arena.i16(this.#bounds.query, stride).set(query.integers);
    const unit = this.#source.metric === 'cosine' ? 1 / query.length : 1;
    const length = query.length * unit;
    const slack = longest * (query.error * unit + length * ROUNDING);
    const first = Math.floor(from / BLOCK);
    const ofRow = (pointer: number) => pointer + first * BLOCK * 4;
    const ofBlock = (pointer: number) => pointer + first * 4;
    this.#team.run('boundScores', Math.ceil(to / BLOCK) - first, GRAIN, [
      ...[rows + first * BLOCK * stride, stride, ofRow(scales), ofRow(errors), ofRow(offsets)],
      ...[this.#bounds.query, query.factor * unit, length * UP, slack * UP],
      ...[ofRow(uppers), ofBlock(blockUppers), ofBlock(blockLowers)],
    ]);
    return true;
  }

  /** The rows whose upper bound reaches what `wanted` rows have for certain, highest bound first. */
  #candidates(from: number, to: number, wanted: number) {
    const { arena } = this.#team;
    const { count } = this.#source;
    const blocks = Math.ceil(count / BLOCK);
    const uppers = arena.f32(this.#bounds.uppers, count);
    const blockUppers = arena.f32(this.#bounds.blockUppers, blocks);
    // a block that is not wholly in asks for nothing: its best row may be one that is out
    const whole = to === count ? blocks : Math.floor(to / BLOCK);
    const lowers = arena.f32(this.#bounds.blockLowers, blocks).subarray(Math.ceil(from / BLOCK), whole);
    const threshold = greatest(lowers, wanted);
    const rows: number[] = [];
    for (let block = Math.floor(from / BLOCK); block * BLOCK < to; block++) {
      if (blockUppers[block] < threshold) continue;
      const end = Math.min((block + 1) * BLOCK, to);
      for (let row = Math.max(block * BLOCK, from); row < end; row++) {
        if (uppers[row] >= threshold && uppers[row] > Number.NEGATIVE_INFINITY) rows.push(row);
      }
    }
    rows.sort((a, b) => uppers[b] - uppers[a] || a - b);
    return { rows, uppers };
  }
}

/** A team of one for an index; null where the browser has no WebAssembly SIMD or a policy forbids it. */
export function searchTeam(): Team | null {
  try {
    return new Team();
  } catch {
    return null;
  }
}

/**
 * Makes an index of rows in the memory of `team`; exact scores are asked of `source` again when it is searched. The memory
 * is given back by a mark of the team's arena that was taken before.
 * @throws Fault `vectors-invalid` with the first row that has a number which is not finite, `out-of-memory`
 */
export function* searchIndexSteps(team: Team, source: SearchedRows): Steps<SearchIndex> {
  return new SearchIndex(team, source, yield* indexRowsSteps(team, source));
}
