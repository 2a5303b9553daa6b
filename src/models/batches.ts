/**
 * Groups sequences into batches for the model: longest first, so that texts of like length stand together and
 * little is padded, and so that a text too big for memory fails at once. A batch holds at most `budget` tokens,
 * padding counted, and at least one sequence.
 *
 * `lengths[i]` is the number of tokens of sequence i; the result holds each index once. Equal lengths keep their
 * order, so that the same input always makes the same batches.
 */
export function batchesByLength(lengths: readonly number[], budget: number): number[][] {
  const order = lengths.map((_, index) => index).sort((a, b) => lengths[b] - lengths[a] || a - b);
  const batches: number[][] = [];
  let width = 0;
  for (const index of order) {
    const batch = batches[batches.length - 1];
    if (batch && (batch.length + 1) * width <= budget) batch.push(index);
    else {
      batches.push([index]);
      width = lengths[index];
    }
  }
  return batches;
}
