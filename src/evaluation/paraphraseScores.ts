import { bootstrapInterval, type Interval } from './bootstrap.ts';

/** What a sentence is to its group: one that says the same, or a near miss that only sounds like it. */
export interface LabelledSentence {
  readonly group: string;
  readonly near: boolean;
}

/**
 * What is measured of n sentences, for any draw of whole groups (indices into `groups`, repetitions and all): the
 * sentences of a group hang together, so that groups are drawn, not sentences. A statistic is null where a draw has
 * nothing to measure.
 */
export interface ParaphraseStatistics {
  /**
   * Of the sentences that have a paraphrase: the share of those whose nearest other sentence, near misses included, is
   * one. Where several are equally near, each counts its part.
   */
  accuracy(rows: ArrayLike<number>): number | null;
  /** Mean cosine of two sentences of one group that say the same. */
  paraphrase(rows: ArrayLike<number>): number | null;
  /** Mean cosine of a sentence and a near miss of its own group. */
  near(rows: ArrayLike<number>): number | null;
  /** Mean cosine of two sentences of different groups, near misses left out. */
  other(rows: ArrayLike<number>): number | null;
  /**
   * The share of (paraphrase pair, near-miss pair) in which the paraphrases have the higher cosine, ties half: the area
   * under the ROC curve, as sklearn.metrics.roc_auc_score with paraphrases as positives.
   */
  auc(rows: ArrayLike<number>): number | null;
  /** For each sentence the nearest other one (the first of equals); −1 where there is none, or it has no vector. */
  readonly nearest: Int32Array<ArrayBuffer>;
  readonly counts: ParaphraseCounts;
}

export interface ParaphraseCounts {
  /** Sentences that have a paraphrase, of which the nearest is asked. */
  readonly sentences: number;
  readonly paraphrasePairs: number;
  readonly nearPairs: number;
  readonly otherPairs: number;
}

/** The statistics over all groups, each with a 95% bootstrap interval over groups; null where there is nothing to measure. */
export interface ParaphraseScores {
  readonly accuracy: Interval | null;
  readonly paraphrase: Interval | null;
  readonly near: Interval | null;
  readonly other: Interval | null;
  readonly auc: Interval | null;
  readonly counts: ParaphraseCounts;
}

/**
 * Prepares the statistics of n × n cosine similarities (row-major, symmetric). `sentences` says what each row is; null
 * leaves out one that has no vector. `groups` lists every group once. Throws RangeError where the matrix is no square
 * of the sentences, or a group is not listed.
 */
export function paraphraseStatistics(
  similarity: ArrayLike<number>,
  sentences: readonly (LabelledSentence | null)[],
  groups: readonly string[],
): ParaphraseStatistics {
  const n = sentences.length;
  if (similarity.length !== n * n) throw new RangeError('the similarities are no square of the sentences');
  const m = groups.length;
  const numbers = new Map(groups.map((id, index) => [id, index]));
  const groupOf = Int32Array.from(sentences, (sentence) => {
    if (!sentence) return -1;
    const index = numbers.get(sentence.group);
    if (index === undefined) throw new RangeError(`group ${sentence.group} is not listed`);
    return index;
  });
  const isNear = sentences.map((sentence) => sentence?.near === true);

  const hits = new Float64Array(m);
  const asked = new Float64Array(m);
  const nearest = new Int32Array(n).fill(-1);
  const same: number[][] = groups.map(() => []);
  const near: number[][] = groups.map(() => []);
  const otherSums = new Float64Array(m * m);
  const otherCounts = new Float64Array(m * m);
  for (let i = 0; i < n; i++) {
    const group = groupOf[i];
    if (group < 0) continue;
    let best = Number.NEGATIVE_INFINITY;
    let [tied, tiedSame, paraphrases] = [0, 0, 0];
    for (let j = 0; j < n; j++) {
      if (j === i || groupOf[j] < 0) continue;
      const value = similarity[i * n + j];
      const isSame = groupOf[j] === group && !isNear[i] && !isNear[j];
      if (isSame) paraphrases++;
      if (value > best) {
        [best, tied, tiedSame] = [value, 0, 0];
        nearest[i] = j;
      }
      if (value === best) {
        tied++;
        if (isSame) tiedSame++;
      }
      if (isSame && j > i) same[group].push(value);
      else if (!isNear[i] && isNear[j] && groupOf[j] === group) near[group].push(value);
      else if (!isNear[i] && !isNear[j] && groupOf[j] !== group) {
        otherSums[group * m + groupOf[j]] += value;
        otherCounts[group * m + groupOf[j]]++;
      }
    }
    if (paraphrases > 0) {
      asked[group]++;
      hits[group] += tiedSame / tied;
    }
  }

  const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const lengths = (lists: readonly (readonly number[])[]) => Float64Array.from(lists, ({ length }) => length);
  const sums = (lists: readonly (readonly number[])[]) => Float64Array.from(lists, sumOf);
  const [sameSums, sameCounts] = [sums(same), lengths(same)];
  const [nearSums, nearCounts] = [sums(near), lengths(near)];
  const wins = winsOf(same, near);
  const chances = Float64Array.from(wins, (_, at) => sameCounts[Math.floor(at / m)] * nearCounts[at % m]);
  return {
    accuracy: (rows) => ratio(drawn(rows, m), hits, asked),
    paraphrase: (rows) => ratio(drawn(rows, m), sameSums, sameCounts),
    near: (rows) => ratio(drawn(rows, m), nearSums, nearCounts),
    other: (rows) => ratioOfPairs(drawn(rows, m), otherSums, otherCounts),
    auc: (rows) => ratioOfPairs(drawn(rows, m), wins, chances),
    nearest,
    counts: {
      sentences: sumOf([...asked]),
      paraphrasePairs: sumOf([...sameCounts]),
      nearPairs: sumOf([...nearCounts]),
      // each pair stands there from both sides
      otherPairs: sumOf([...otherCounts]) / 2,
    },
  };
}

/** All statistics with their intervals; the same seed draws the same groups, whatever the similarities. */
export function paraphraseScores(
  statistics: ParaphraseStatistics,
  groups: number,
  options: { readonly seed: number; readonly resamples?: number },
): ParaphraseScores {
  const items = new Uint8Array(groups);
  const interval = (measure: (rows: Int32Array) => number | null) =>
    bootstrapInterval(items, measure, options);
  return {
    accuracy: interval(statistics.accuracy),
    paraphrase: interval(statistics.paraphrase),
    near: interval(statistics.near),
    other: interval(statistics.other),
    auc: interval(statistics.auc),
    counts: statistics.counts,
  };
}

/** How often each group was drawn. */
function drawn(rows: ArrayLike<number>, m: number): Float64Array {
  const times = new Float64Array(m);
  for (let at = 0; at < rows.length; at++) times[rows[at]]++;
  return times;
}

function ratio(times: Float64Array, above: Float64Array, below: Float64Array): number | null {
  let [sum, count] = [0, 0];
  for (let g = 0; g < times.length; g++) {
    sum += times[g] * above[g];
    count += times[g] * below[g];
  }
  return count > 0 ? sum / count : null;
}

/** The same over pairs of groups. */
function ratioOfPairs(times: Float64Array, above: Float64Array, below: Float64Array): number | null {
  const m = times.length;
  let [sum, count] = [0, 0];
  for (let g = 0; g < m; g++) {
    if (times[g] === 0) continue;
    for (let h = 0; h < m; h++) {
      const weight = times[g] * times[h];
      sum += weight * above[g * m + h];
      count += weight * below[g * m + h];
    }
  }
  return count > 0 ? sum / count : null;
}

/** For each pair of groups, in how many of the pairs of their numbers the first group's is the higher, ties half. */
function winsOf(first: readonly (readonly number[])[], second: readonly (readonly number[])[]): Float64Array {
  const m = first.length;
  const wins = new Float64Array(m * m);
  for (let g = 0; g < m; g++) {
    for (let h = 0; h < m; h++) {
      let sum = 0;
      for (const a of first[g]) for (const b of second[h]) sum += a > b ? 1 : a === b ? 0.5 : 0;
      wins[g * m + h] = sum;
    }
  }
  return wins;
}
