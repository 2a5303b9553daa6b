/**
 * How much one labelling of the same items tells of another: their mutual information over the mean of their
 * entropies, 1 where they are the same partition whatever the numbers, 0 where one tells nothing of the other. As
 * scikit-learn 1.9's normalized_mutual_info_score (average_method='arithmetic'; so 1 where both are one cluster).
 * Not adjusted for chance: many small clusters score well. Items labelled below 0 in either are left out.
 * Throws RangeError where the lengths differ.
 */
export function normalizedMutualInformation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new RangeError('two labellings of the same items have one length');
  const cells = new Map<string, { row: number; column: number; size: number }>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  let n = 0;
  for (let i = 0; i < a.length; i++) {
    if (a[i] < 0 || b[i] < 0) continue;
    n++;
    const key = `${a[i]} ${b[i]}`;
    const cell = cells.get(key) ?? { row: a[i], column: b[i], size: 0 };
    cell.size++;
    cells.set(key, cell);
    rows.set(a[i], (rows.get(a[i]) ?? 0) + 1);
    columns.set(b[i], (columns.get(b[i]) ?? 0) + 1);
  }
  if (rows.size <= 1 && columns.size <= 1) return 1;
  let mutual = 0;
  for (const { row, column, size } of cells.values()) {
    const expected = ((rows.get(row) ?? 0) * (columns.get(column) ?? 0)) / n;
    mutual += (size / n) * Math.log(size / expected);
  }
  // what rounding leaves of nothing is nothing
  if (mutual <= Number.EPSILON) return 0;
  return mutual / ((entropy(rows, n) + entropy(columns, n)) / 2);
}

function entropy(sizes: ReadonlyMap<number, number>, n: number): number {
  let sum = 0;
  for (const size of sizes.values()) sum -= (size / n) * Math.log(size / n);
  return sum;
}
