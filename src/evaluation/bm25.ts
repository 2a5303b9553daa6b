/** How fast more occurrences of a word count less, and how far a passage's length counts: Lucene's defaults. */
const K1 = 1.2;
const B = 0.75;

/**
 * Okapi BM25 (Robertson & Zaragoza 2009) over tokenised passages, ready for many questions. A passage's score is the
 * sum over the question's tokens (a repeated one counts again) of idf · f (k1 + 1) / (f + k1 (1 − b + b · length / mean
 * length)), k1 = 1.2, b = 0.75, f the token's occurrences in the passage, idf = ln(1 + (N − n + ½) / (n + ½)) with n
 * of N passages holding it (never negative, as in Lucene). The scorer gives one number a passage, 0 where no token is
 * shared.
 */
export function bm25Scorer(
  passages: readonly (readonly string[])[],
): (question: readonly string[]) => Float64Array<ArrayBuffer> {
  const postings = new Map<string, Map<number, number>>();
  let tokens = 0;
  passages.forEach((passage, row) => {
    tokens += passage.length;
    for (const token of passage) {
      const counts = postings.get(token) ?? new Map<number, number>();
      counts.set(row, (counts.get(row) ?? 0) + 1);
      postings.set(token, counts);
    }
  });
  const meanLength = tokens / passages.length;
  return (question) => {
    const scores = new Float64Array(passages.length);
    for (const token of question) {
      const counts = postings.get(token);
      if (!counts) continue;
      const idf = Math.log(1 + (passages.length - counts.size + 0.5) / (counts.size + 0.5));
      for (const [row, count] of counts) {
        const length = K1 * (1 - B + (B * passages[row].length) / meanLength);
        scores[row] += (idf * count * (K1 + 1)) / (count + length);
      }
    }
    return scores;
  };
}

/** The BM25 scores of all passages for one question; see `bm25Scorer`. */
export function bm25Scores(
  passages: readonly (readonly string[])[],
  question: readonly string[],
): Float64Array<ArrayBuffer> {
  return bm25Scorer(passages)(question);
}
