/** Rows that a limit is guessed from. */
const SAMPLE = 4096;

/**
 * The rows with the least values, ascending, ties by row; infinite ones are left out. Only as many as will be in the
 * result, and some more, are sorted.
 * @param most how many at most
 */
export function nearestRows(values: Float32Array, most: number): Int32Array {
  let limit = Number.POSITIVE_INFINITY;
  if (values.length > 2 * most) {
    const stride = Math.ceil(values.length / SAMPLE);
    const sample = values.filter((_, row) => row % stride === 0).sort();
    // twice as many as asked for, and all where the guess falls short
    limit = sample[Math.ceil((2 * most * sample.length) / values.length)] ?? limit;
    let below = 0;
    for (const value of values) if (value <= limit) below += 1;
    if (below < most) limit = Number.POSITIVE_INFINITY;
  }
  const rows: number[] = [];
  for (let row = 0; row < values.length; row++)
    if (values[row] <= limit && values[row] < Number.POSITIVE_INFINITY) rows.push(row);
  return Int32Array.from(rows.sort((a, b) => values[a] - values[b] || a - b).slice(0, most));
}
