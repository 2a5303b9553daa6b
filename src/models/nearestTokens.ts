import type { SearchedRows } from '../vectors/search/searchedRows.ts';
import { searchIndexSteps, searchTeam } from '../vectors/search/searchIndex.ts';
import type { Progress, Steps } from '../vectors/steps.ts';
import type { WorkOptions } from './embeddingModel.ts';
import { dot, type NearestRows, nearestTokensPlainly, unitRows } from './nearestTokensPlainly.ts';
import { pause } from './pause.ts';
import type { TokenRows } from './tokenRows.ts';

/** Milliseconds of work before the worker looks for messages. */
const workAtOnce = 40;

/**
 * The `k` rows nearest to each of `vectors` (n × dim, row-major) by cosine. Exact: the same bits whether an index finds them
 * or, where the browser can have none, a comparison of every row with each. The index is made anew for each call:
 * it takes less time than one plain comparison, and tens of megabytes that are not kept. Rows of length 0 come last,
 * with −1. Progress counts rows. Throws an AbortError.
 */
export async function nearestTokenRows(
  table: TokenRows,
  vectors: Float32Array<ArrayBuffer>,
  k: number,
  options: WorkOptions = {},
): Promise<NearestRows> {
  const { dim, rows } = table;
  if (vectors.length % dim !== 0) throw new RangeError(`${vectors.length} numbers are no rows of ${dim}`);
  const team = searchTeam();
  if (!team) return nearestTokensPlainly(table, vectors, k, options);
  const kept = Math.min(Math.max(0, Math.floor(k)), rows);
  const ids = new Int32Array((vectors.length / dim) * kept).fill(-1);
  const scores = new Float32Array(ids.length);
  const { signal, onProgress } = options;
  onProgress?.(0, rows);
  const index = await driven(searchIndexSteps(team, searchedRows(table)), signal, ({ done }) =>
    onProgress?.(done, rows),
  );
  const found = await driven(index.searchEach(finiteRows(vectors, dim), kept), signal);
  for (const [vector, best] of found.entries()) {
    ids.set(best.rows, vector * kept);
    scores.set(best.scores, vector * kept);
  }
  return { k: kept, ids, scores };
}

/** Scores in the arithmetic of the plain comparison. */
function searchedRows(table: TokenRows): SearchedRows {
  const { dim, rows } = table;
  const one = new Float64Array(dim);
  return {
    count: rows,
    dim,
    metric: 'cosine',
    copy: (from, count, out) => table.read(from, count, out),
    scorer(query) {
      const unit = unitRows(query, dim);
      return (row) => {
        table.read(row, 1, one);
        return Math.fround(dot(unit, 0, one, 0, dim) / Math.sqrt(dot(one, 0, one, 0, dim)));
      };
    },
  };
}

/** The vectors, those that have a number which is not finite without a direction. */
function finiteRows(vectors: Float32Array<ArrayBuffer>, dim: number): Float32Array<ArrayBuffer> {
  const finite = vectors.slice();
  for (let from = 0; from < finite.length; from += dim) {
    const row = finite.subarray(from, from + dim);
    if (!row.every(Number.isFinite)) row.fill(0);
  }
  return finite;
}

/** Drives steps to their end, and looks for messages between them. */
async function driven<T>(
  steps: Steps<T>,
  signal: AbortSignal | undefined,
  onStep: (progress: Progress) => void = () => {},
): Promise<T> {
  let pausedAt = Number.NEGATIVE_INFINITY;
  for (;;) {
    if (performance.now() - pausedAt > workAtOnce) {
      await pause();
      signal?.throwIfAborted();
      pausedAt = performance.now();
    }
    const step = steps.next();
    if (step.done) return step.value;
    onStep(step.value);
  }
}
