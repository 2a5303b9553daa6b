/** How well a question's relevant passages are ranked, each 0 … 1. */
export interface RetrievalScores {
  /**
   * Normalised discounted cumulative gain of the first 10 (Järvelin & Kekäläinen 2002): a relevant passage at rank r
   * gains 1 / log2(r + 1), over what the best order would gain. As scikit-learn's ndcg_score(k=10) without ties.
   */
  readonly ndcg10: number;
  /** The share of the relevant passages that are among the first 10. */
  readonly recall10: number;
  /** 1 / rank of the first relevant passage. */
  readonly reciprocalRank: number;
}

/** So many passages a person may be thought to look at. */
const DEPTH = 10;

/**
 * Scores the ranking of all passages for one question: `scores` has one finite number a passage, the highest first,
 * of equal ones the lower row first; `relevant` are the rows that answer it, all of them equally well.
 * Throws RangeError where no passage is relevant, a relevant row does not exist, or a score is not a number.
 */
export function rankedScores(scores: ArrayLike<number>, relevant: ReadonlySet<number>): RetrievalScores {
  if (relevant.size === 0) throw new RangeError('a question needs a relevant passage');
  let gain = 0;
  let found = 0;
  let first = Number.POSITIVE_INFINITY;
  for (const row of relevant) {
    const rank = rankOf(scores, row);
    first = Math.min(first, rank);
    if (rank > DEPTH) continue;
    found++;
    gain += 1 / Math.log2(rank + 1);
  }
  let best = 0;
  for (let rank = 1; rank <= Math.min(DEPTH, relevant.size); rank++) best += 1 / Math.log2(rank + 1);
  return { ndcg10: gain / best, recall10: found / relevant.size, reciprocalRank: 1 / first };
}

/** The means over questions; null where there are none. The mean of `reciprocalRank` is known as MRR. */
export function meanRetrievalScores(questions: readonly RetrievalScores[]): RetrievalScores | null {
  if (questions.length === 0) return null;
  const mean = (name: keyof RetrievalScores) =>
    questions.reduce((sum, question) => sum + question[name], 0) / questions.length;
  return { ndcg10: mean('ndcg10'), recall10: mean('recall10'), reciprocalRank: mean('reciprocalRank') };
}

/** From 1. */
function rankOf(scores: ArrayLike<number>, row: number): number {
  const own = scores[row];
  if (own === undefined) throw new RangeError(`there is no passage ${row}`);
  let rank = 1;
  for (let other = 0; other < scores.length; other++) {
    const score = scores[other];
    // a NaN would compare as neither more nor less, and so win
    if (Number.isNaN(score)) throw new RangeError(`the score of passage ${other} is not a number`);
    if (score > own || (score === own && other < row)) rank++;
  }
  return rank;
}
