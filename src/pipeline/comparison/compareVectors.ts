import { meanOverlap, neighbourOverlap } from '../../evaluation/neighbourOverlap.ts';
import { pairSimilaritySteps } from '../../evaluation/pairSimilarity.ts';
import type { Histogram } from '../../vectors/histogram.ts';
import { knnSteps } from '../../vectors/knn.ts';
import { linearCkaSteps } from '../../vectors/linearCka.ts';
import type { Neighbours } from '../../vectors/nearestLists.ts';
import type { Progress, Steps } from '../../vectors/steps.ts';
import type { ComparisonResult } from './comparisonResult.ts';
import { suggestionsOf } from './suggestions.ts';

/** One side's vectors as they are compared, and their neighbours by cosine where they are known already. */
export interface SideVectors {
  /** n × dim, row-major and finite. */
  readonly data: Float32Array<ArrayBuffer>;
  readonly dim: number;
  readonly neighbours: Neighbours | null;
}

export interface ComparisonQuestion {
  readonly left: SideVectors;
  readonly right: SideVectors;
  /** The group each item was given, '' for none. */
  readonly groups: readonly string[];
  /** Chooses the pairs that are measured where there are too many. */
  readonly seed: number;
}

/** What is found without any map. */
export interface ComparedVectors
  extends Pick<
    ComparisonResult,
    'k' | 'overlap' | 'neighbourOverlap' | 'cka' | 'correlation' | 'suggestions'
  > {
  readonly neighbours: readonly [Neighbours, Neighbours];
  readonly histograms: readonly [readonly number[], readonly number[]];
}

/** Neighbours whose overlap is measured: the contract's. */
export const OVERLAP_K = 10;
/** Neighbours that are listed for each item, as many as a map's inspector lists. */
const LISTED = 15;

/**
 * How alike two models see the same n ≥ 1 items: neighbours by cosine and their overlap, CKA, the correlation and the
 * histograms of all pairwise similarities, and groups that one of them keeps together. Progress in hundredths. Throws
 * RangeError where the sides differ in rows.
 */
export function* compareVectorsSteps(question: ComparisonQuestion): Steps<ComparedVectors> {
  const { left, right, groups, seed } = question;
  const first = yield* share(0, 25, neighboursOf(left));
  const second = yield* share(25, 50, neighboursOf(right));
  const k = Math.min(OVERLAP_K, first.k, second.k);
  const overlap = neighbourOverlap(first, second, OVERLAP_K);
  const cka = yield* share(50, 75, linearCkaSteps(left.data, left.dim, right.data, right.dim));
  const pairs = yield* share(75, 100, pairSimilaritySteps(left.data, left.dim, right.data, right.dim, seed));
  return {
    k,
    overlap,
    neighbourOverlap: meanOverlap(overlap),
    cka: Number.isNaN(cka) ? null : cka,
    correlation: { pearson: pairs.pearson, spearman: pairs.spearman, items: pairs.rows },
    suggestions: k === 0 ? [] : suggestionsOf(groups, first, second, k),
    neighbours: [first, second],
    histograms: [shares(pairs.histograms[0]), shares(pairs.histograms[1])],
  };
}

function* neighboursOf({ data, dim, neighbours }: SideVectors): Steps<Neighbours> {
  return neighbours ?? (yield* knnSteps(data, dim, LISTED, 'cosine'));
}

/** Counts as shares of all; zeros where nothing was counted. */
function shares({ counts, total }: Histogram): number[] {
  return counts.map((count) => (total > 0 ? count / total : 0));
}

/** Progress of a part, `from` to `to` hundredths of the whole. */
function* share<T>(from: number, to: number, steps: Steps<T>): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const { done, total }: Progress = step.value;
    yield { done: from + ((to - from) * done) / Math.max(1, total), total: 100 };
  }
}
