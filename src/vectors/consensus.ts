import { kMeans } from './kMeans.ts';
import type { Random } from './random.ts';

export interface ConsensusOptions {
  /** Clusters, 1 … n. */
  readonly k: number;
  readonly random: Random;
  /** Of kMeans; 0 where not given. */
  readonly evenness?: number;
}

/**
 * The clustering that several clusterings of the same n points agree on most: k-means on the share of them that put
 * two points together (Strehl & Ghosh 2002's cluster-based similarity; Fred & Jain 2005). Numbers of clusters carry
 * no meaning across labellings, whose count of clusters may differ. Returns n numbers, 0 … k − 1.
 * Throws RangeError where there is no labelling or their lengths differ.
 */
export function consensus(
  labellings: readonly Int32Array[],
  { k, random, evenness = 0 }: ConsensusOptions,
): Int32Array<ArrayBuffer> {
  if (labellings.length === 0) throw new RangeError('a consensus needs a labelling');
  const n = labellings[0].length;
  const gram = new Float64Array(n * n);
  for (const labels of labellings) {
    if (labels.length !== n) throw new RangeError('labellings of the same points have one length');
    addTogether(gram, labels, 1 / labellings.length);
  }
  return kMeans(gram, n, { k, random, evenness }).labels;
}

/**
 * Adds `weight` to the product of each pair that `labels` puts together, seen from the mean: the points are
 * indicators of their clusters (one 1, else 0), the mean is the cluster's shares.
 */
function addTogether(gram: Float64Array, labels: Int32Array, weight: number): void {
  const n = labels.length;
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  const shares = Float64Array.from(labels, (label) => (sizes.get(label) ?? 0) / n);
  const mean = shares.reduce((sum, share) => sum + share / n, 0);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      const together = labels[a] === labels[b] ? 1 : 0;
      gram[a * n + b] += weight * (together - shares[a] - shares[b] + mean);
    }
  }
}
