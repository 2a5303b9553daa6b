import { consensus } from './consensus.ts';
import { distinctRows } from './distinctRows.ts';
import { type KMeans, kMeans } from './kMeans.ts';
import { neighbourCut } from './neighbourCut.ts';
import { numberedBySize } from './numberedBySize.ts';
import { seededRandom } from './random.ts';
import { senseGram } from './senseGeometry.ts';
import { leastSilhouette } from './sensesApart.ts';
import { validateVectors } from './validate.ts';

export interface SenseOptions {
  /** How many senses to make, or null to find out. More than there are different vectors are not made. */
  readonly k: number | null;
  /** uint32: the same vectors, `k` and seed give the same senses. */
  readonly seed: number;
}

export interface Senses {
  /** Of each vector the number of its sense, from 0: the largest first, of equal ones that which begins first. */
  readonly labels: Int32Array<ArrayBuffer>;
  /** How many senses there are: 0 only where there are no vectors. */
  readonly k: number;
}

// The numbers below were chosen on every other bundled word and control, docs/senses.md says how.
/** Of kMeans: sentences that people collect for a word show its senses in like numbers, more often than not. */
const EVENNESS = 0.2;
/** What is seen in fewer sentences is not called a sense, unless that many are asked for. */
const LEAST_OCCURRENCES = 3;
const MOST_SENSES = 20;
/** A first split must reach this pseudo-F … */
const FIRST_SPLIT = 1.9;
/** … and more where there are few occurrences, as the quantiles of F do: this divided by their number. */
const FEW_OCCURRENCES = 1.2;
/** A further split is chosen among more partitions, so it must reach more. */
const FURTHER_SPLIT = 2.15;
/**
 * The least ratio of the scatter that a split explains to what it leaves. The pseudo-F grows with n even where
 * there is but one sense: .03 is what the best split explains in 250 occurrences without senses.
 */
const LEAST_EFFECT = 0.06;
// Those of the vote were chosen with all bundled words in sight.
/**
 * With k given, k-means stands if the silhouette of every occurrence reaches this: where a large sense lies clearly
 * apart from a small one, the vote would give some of it to the other.
 */
const NO_DOUBT = 0.1;
/** Else it votes beside two that like even sizes more … */
const VOTING_EVENNESS = [0.6, 1.2];
/** … and cuts of this many neighbours, as parts of the n / k that a sense has where all are even. */
const VOTING_SHARES = [0.5, 0.6, 0.7, 0.8, 0.9, 1];
/** Of the clustering of the votes, where it decides little: 0.3 gives the same. */
const CONSENSUS_EVENNESS = 0.1;
/** A vote takes 0.05 s for 40 different vectors, 0.3 to 1 s for 120; k-means alone 0.3 s for 500. */
const MOST_VOTED = 120;

/**
 * The senses of a word, from the vectors of its occurrences (row-major, n × dim), by their cosines with the mean
 * removed. With `k` given: k-means with a mild liking for senses of equal size or, where that leaves an occurrence in
 * doubt, what nine clusterings agree on (a cluster ensemble, Strehl & Ghosh 2002): three k-means and six cuts of nearest
 * neighbours. Beyond 120 different vectors k-means decides alone, since the cuts would take seconds for all layers of
 * a model. With `k: null` senses are added to that k-means while the pseudo-F of the last split (Caliński & Harabasz
 * 1974; Beale 1969 for the step from k to k + 1) says that it is more than the best cut through one cloud would give;
 * one sense is a possible answer.
 *
 * Give it raw vectors: the mean is removed within, after each vector has been brought to length 1. Centred ones
 * work too, but their lengths then count differently and the senses are told apart a little less well.
 * Equal vectors (to 1e-5) share a sense and count once. Throws Fault `vectors-invalid`.
 */
export function findSenses(
  vectors: Float32Array<ArrayBuffer>,
  dim: number,
  { k, seed }: SenseOptions,
): Senses {
  const n = validateVectors(vectors, dim);
  if (n === 0) return { labels: new Int32Array(0), k: 0 };
  const { first, of } = distinctRows(vectors, dim);
  const gram = senseGram(vectors, dim, first);
  const found =
    k === null
      ? findPartition(gram, first.length, seed).labels
      : givenPartition(gram, first.length, Math.max(1, Math.min(k, first.length)), seed);
  return numberedBySize(of.map((row) => found[row]));
}

function partition(gram: Float64Array, n: number, k: number, seed: number, minSize: number): KMeans {
  return kMeans(gram, n, { k, minSize, evenness: EVENNESS, random: seededRandom(seed) });
}

/**
 * Into k senses: by one k-means where that leaves nothing in doubt, else as most of three k-means and six cuts have
 * it, which differ in how even and how local they take a sense to be.
 */
function givenPartition(gram: Float64Array, n: number, k: number, seed: number): Int32Array<ArrayBuffer> {
  const { labels } = partition(gram, n, k, seed, 1);
  if (k === 1 || n > MOST_VOTED || leastSilhouette(gram, n, labels, k) >= NO_DOUBT) return labels;
  const random = seededRandom(seed);
  const even = VOTING_EVENNESS.map((evenness) => kMeans(gram, n, { k, evenness, random }).labels);
  const cuts = VOTING_SHARES.map((share) => {
    const neighbours = Math.max(2, Math.round((share * n) / k));
    return neighbourCut(gram, n, { k, neighbours, random });
  });
  return consensus([labels, ...even, ...cuts], { k, random, evenness: CONSENSUS_EVENNESS });
}

/** The partition into as many senses as the splits that hold, one after the other. */
function findPartition(gram: Float64Array, n: number, seed: number): KMeans {
  const minSize = Math.min(LEAST_OCCURRENCES, Math.floor(n / 2));
  let current: KMeans = { labels: new Int32Array(n), between: 0 };
  if (n < 4) return current;
  for (let k = 2; k <= MOST_SENSES && k * minSize <= n && n > k; k++) {
    const next = partition(gram, n, k, seed, minSize);
    const effect = (next.between - current.between) / (1 - next.between);
    const asked = k === 2 ? FIRST_SPLIT + FEW_OCCURRENCES / n : FURTHER_SPLIT;
    // also false where nothing is left unexplained and the effect is not a number
    if (!(effect >= LEAST_EFFECT && effect * (n - k) >= asked)) break;
    current = next;
  }
  return current;
}
