/** Mean cosine similarity of pairs of occurrences; null where there is no such pair. */
export interface SenseMeans {
  /** Over all pairs of two occurrences of one sense, the pairs of an occurrence with itself left out. */
  readonly within: number | null;
  /** Over all pairs of occurrences of different senses. */
  readonly between: number | null;
}

/**
 * How alike occurrences of one sense are, and of different senses. Every pair weighs the same, so a large sense
 * weighs more than a small one. `similarity` is n × n, row-major and symmetric; `order` lists the rows by sense,
 * `counts` says how many consecutive ones each sense has (together n).
 */
export function senseMeans(
  similarity: Float32Array,
  order: Int32Array,
  counts: readonly number[],
): SenseMeans {
  const n = order.length;
  const sense = new Int32Array(n);
  let from = 0;
  counts.forEach((count, index) => {
    sense.fill(index, from, from + count);
    from += count;
  });
  let within = 0;
  let between = 0;
  let withinPairs = 0;
  let betweenPairs = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const value = similarity[order[i] * n + order[j]];
      if (sense[i] === sense[j]) {
        within += value;
        withinPairs++;
      } else {
        between += value;
        betweenPairs++;
      }
    }
  }
  return {
    within: withinPairs > 0 ? within / withinPairs : null,
    between: betweenPairs > 0 ? between / betweenPairs : null,
  };
}
