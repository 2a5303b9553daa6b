import { adjustedRandIndex } from '../../evaluation/adjustedRandIndex.ts';
import { normalizedMutualInformation } from '../../evaluation/normalizedMutualInformation.ts';
import { wordClusterNames } from '../../text/wordClusterNames.ts';
import { densityClusterSteps } from '../../vectors/densityClusters.ts';
import { directionsFromMean } from '../../vectors/directionsFromMean.ts';
import { lloydKMeansSteps } from '../../vectors/lloyd.ts';
import { type NumberedClusters, numberedBySize } from '../../vectors/numberedBySize.ts';
import { seededRandom } from '../../vectors/random.ts';
import type { Steps } from '../../vectors/steps.ts';
import { validateVectors } from '../../vectors/validate.ts';
import { type DominantGroup, dominantGroups } from './dominantGroups.ts';

export interface ClusterQuestion {
  /** The words' own vectors, row-major words × dim. */
  readonly data: Float32Array<ArrayBuffer>;
  readonly dim: number;
  readonly words: readonly string[];
  /** The group each word was given in the data, '' for none. */
  readonly groups: readonly string[];
  /** How many clusters k-means makes, or null for the density method, which finds out. */
  readonly k: number | null;
  /** uint32: the same question gives the same clusters. Only k-means is random. */
  readonly seed: number;
}

export interface FoundClusters {
  readonly method: 'k-means' | 'density';
  /** How many clusters there are: of k-means fewer than asked for where fewer words differ. */
  readonly k: number;
  /** Of each word its cluster from 0, the largest first; −1 where it stands alone. */
  readonly labels: Int32Array<ArrayBuffer>;
  /** Of each cluster the words that set it apart, best first, at most three. */
  readonly names: readonly (readonly string[])[];
  /** Of each cluster the group that most of its words have; null where none has one. */
  readonly dominant: readonly (DominantGroup | null)[];
  /**
   * How far clusters and groups agree (adjusted Rand index, normalised mutual information), over the words that have
   * a group; all words that stand alone count as one cluster together. null where fewer than two groups are given.
   */
  readonly ari: number | null;
  readonly nmi: number | null;
}

/**
 * Finds clusters of words in their vectors' directions from the mean of all, names them and compares them with the
 * groups given. Throws Fault `vectors-invalid`, or RangeError where words, groups and rows differ in number.
 */
export function* foundClusterSteps(question: ClusterQuestion): Steps<FoundClusters> {
  const { data, dim, words, groups, k, seed } = question;
  const n = validateVectors(data, dim);
  if (words.length !== n || groups.length !== n) {
    throw new RangeError(`${words.length} words and ${groups.length} groups for ${n} rows`);
  }
  const rows = directionsFromMean(data, dim);
  const found =
    k === null ? yield* densityClusterSteps(rows, dim) : yield* kMeansClusters(rows, dim, k, seed);
  return {
    method: k === null ? 'density' : 'k-means',
    ...found,
    names: wordClusterNames(words, rows, dim, found.labels, found.k),
    dominant: dominantGroups(found.labels, found.k, groups),
    ...agreement(found, groups),
  };
}

function* kMeansClusters(rows: Float32Array, dim: number, k: number, seed: number): Steps<NumberedClusters> {
  const clusters = Math.max(1, Math.min(k, rows.length / dim));
  const random = seededRandom(seed);
  const { labels } = yield* lloydKMeansSteps(rows, dim, { k: clusters, random });
  return numberedBySize(labels);
}

function agreement({ labels, k }: NumberedClusters, groups: readonly string[]) {
  const ids = [...new Set(groups)].filter((group) => group !== '');
  // with one group there is nothing to agree about
  if (ids.length < 2) return { ari: null, nmi: null };
  const places = new Map(ids.map((group, place) => [group, place]));
  const given = groups.map((group) => places.get(group) ?? -1);
  const clusters = labels.map((label) => (label < 0 ? k : label));
  return { ari: adjustedRandIndex(clusters, given), nmi: normalizedMutualInformation(clusters, given) };
}
