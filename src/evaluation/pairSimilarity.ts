import { symmetricTiles } from '../vectors/distanceTiles.ts';
import { type Histogram, histogramOf } from '../vectors/histogram.ts';
import { sampleRows, seededRandom } from '../vectors/random.ts';
import type { Progress, Steps } from '../vectors/steps.ts';
import { TILE } from '../vectors/tileKernel.ts';
import { meanRanks, pearson } from './rankCorrelation.ts';

/** How alike two models find the same pairs of items. */
export interface PairSimilarity {
  /** Rows whose pairs were measured: all, or a seeded sample of 1,500. */
  readonly rows: number;
  /** Their pairs: rows (rows − 1) / 2. */
  readonly pairs: number;
  /** Over all these pairs; null where one model gives all of them the same cosine, or there are fewer than two. */
  readonly pearson: number | null;
  /** Over `rankedPairs` of them. */
  readonly spearman: number | null;
  /** All pairs, or a seeded sample of 200,000. */
  readonly rankedPairs: number;
  /** Cosines of each model, 40 bins from −1 to 1. */
  readonly histograms: readonly [Histogram, Histogram];
}

/** More than a million pairs; of 6,000 rows, one sample or another moved the correlations by about 0.002 (measured). */
const MOST_ROWS = 1500;
/** Ranking means sorting: so many numbers take about 0.1 s. */
const MOST_RANKED = 200_000;
const BINS = { from: -1, width: 0.05, bins: 40 };

/**
 * Compares the cosine similarities of all pairs of rows in two vector sets of the same n items, as representational
 * similarity analysis does (Kriegeskorte et al. 2008), by Pearson's and Spearman's correlation and a histogram of each.
 * `a` is n × dimA, `b` n × dimB, row-major and finite; a zero row has cosine 0 with all. `seed` chooses the rows, then
 * the pairs, where there are too many. Steps of up to some 0.1 s: for a worker. Throws RangeError where the sets differ
 * in rows.
 */
export function* pairSimilaritySteps(
  a: Float32Array,
  dimA: number,
  b: Float32Array,
  dimB: number,
  seed: number,
): Steps<PairSimilarity> {
  const n = a.length / dimA;
  if (n !== b.length / dimB) throw new RangeError('two vector sets are compared row by row');
  const random = seededRandom(seed);
  const chosen = n > MOST_ROWS ? sampleRows(n, MOST_ROWS, random) : null;
  const first = yield* cosinesOfPairs(chosen ? pick(a, dimA, chosen) : a, dimA);
  const second = yield* cosinesOfPairs(chosen ? pick(b, dimB, chosen) : b, dimB);
  const pairs = first.length;
  const ranked = pairs > MOST_RANKED ? sampleRows(pairs, MOST_RANKED, random) : null;
  yield last(pairs);
  const ranksFirst = meanRanks(ranked ? pick(first, 1, ranked) : first);
  yield last(pairs);
  const ranksSecond = meanRanks(ranked ? pick(second, 1, ranked) : second);
  yield last(pairs);
  return {
    rows: chosen ? MOST_ROWS : n,
    pairs,
    pearson: pearson(first, second),
    spearman: pearson(ranksFirst, ranksSecond),
    rankedPairs: ranked ? MOST_RANKED : pairs,
    histograms: [histogramOf(first, BINS), histogramOf(second, BINS)],
  };
}

/**
 * The cosine similarity of each pair of rows i < j of n × dim vectors, i in the outer loop: n (n − 1) / 2 numbers, in
 * the order of scipy.spatial.distance.pdist.
 */
export function* cosinesOfPairs(data: Float32Array, dim: number): Steps<Float32Array<ArrayBuffer>> {
  const n = data.length / dim;
  const cosines = new Float32Array((n * (n - 1)) / 2);
  for (const tile of symmetricTiles({ data, dim, metric: 'cosine' })) {
    for (let r = 0; r < tile.rowCount; r++) {
      const i = tile.rowStart + r;
      // pair (i, j) lies j further than this
      const before = i * n - (i * (i + 1)) / 2 - i - 1;
      for (let j = Math.max(i + 1, tile.columnStart); j < tile.columnStart + tile.columnCount; j++) {
        cosines[before + j] = 1 - tile.distances[r * TILE + j - tile.columnStart];
      }
    }
    yield { done: tile.done, total: tile.total };
  }
  return cosines;
}

const last = (pairs: number): Progress => ({ done: pairs, total: pairs });

function pick(data: Float32Array, dim: number, rows: Int32Array): Float32Array<ArrayBuffer> {
  const picked = new Float32Array(rows.length * dim);
  rows.forEach((row, at) => {
    for (let d = 0; d < dim; d++) picked[at * dim + d] = data[row * dim + d];
  });
  return picked;
}
