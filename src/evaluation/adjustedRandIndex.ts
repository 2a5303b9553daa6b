/**
 * How far two labellings of the same items agree, beyond chance: 1 where they are the same partition whatever
 * the numbers, about 0 for one made at random, below 0 for less. Hubert & Arabie 1985, as scikit-learn 1.9's
 * adjusted_rand_score (so 1 where both are trivial). Items labelled below 0 in either are left out.
 * Throws RangeError where the lengths differ.
 */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new RangeError('two labellings of the same items have one length');
  const cells = new Map<string, number>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  let n = 0;
  for (let i = 0; i < a.length; i++) {
    if (a[i] < 0 || b[i] < 0) continue;
    n++;
    count(cells, `${a[i]} ${b[i]}`);
    count(rows, a[i]);
    count(columns, b[i]);
  }
  const [both, first, second, all] = [pairs(cells), pairs(rows), pairs(columns), (n * (n - 1)) / 2];
  const expected = all > 0 ? (first * second) / all : 0;
  const most = (first + second) / 2;
  // one cluster in both, or as many as items in both: nothing could differ
  return most === expected ? 1 : (both - expected) / (most - expected);
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** How many pairs of items share a cluster. */
function pairs(counts: Map<unknown, number>): number {
  let sum = 0;
  for (const size of counts.values()) sum += (size * (size - 1)) / 2;
  return sum;
}
