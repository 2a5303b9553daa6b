import { adjustedRandIndex } from '../../evaluation/adjustedRandIndex.ts';
import { bm25Scorer } from '../../evaluation/bm25.ts';
import { bm25Tokens } from '../../evaluation/bm25Tokens.ts';
import { bootstrapInterval, type Statistic } from '../../evaluation/bootstrap.ts';
import { spearman } from '../../evaluation/rankCorrelation.ts';
import { rankedScores } from '../../evaluation/retrievalScores.ts';
import { unitRows } from '../../vectors/normalise.ts';
import { findSenses } from '../../vectors/senses.ts';
import { cosineSimilarity } from '../../vectors/similarity.ts';
import type { Measure } from './scoreRow.ts';
import type { GradedPair, ScoreSets, SenseWord } from './scoreSets.ts';

/** Vectors of a list of texts, n × dim, row-major, with what is known of each. */
export interface TextVectors {
  readonly dim: number;
  readonly data: Float32Array<ArrayBuffer>;
  /** 1 where a text has no vector, else 0: n numbers. */
  readonly missing: Uint8Array<ArrayBuffer>;
  /** Share of each text's words that a dictionary has; null for models that read everything. */
  readonly coverage: Float32Array<ArrayBuffer> | null;
}

/** Passages that the first of two stages hands to the second. */
export const RECALLED = 50;

/**
 * Spearman's correlation of the cosines of pairs with their grades. A pair of which one text has no vector is left
 * out; `coverage` is the mean over the pairs' texts. The interval is over pairs. null where fewer than two pairs stay.
 */
export function pairsMeasure(
  vectors: TextVectors,
  pairs: readonly GradedPair[],
  seed: number,
): Measure | null {
  const { missing } = vectors;
  const kept = pairs.filter(({ a, b }) => !missing[a] && !missing[b]);
  const cosines = Float64Array.from(kept, ({ a, b }) =>
    cosineSimilarity(rowOf(vectors, a), rowOf(vectors, b)),
  );
  const grades = Float64Array.from(kept, ({ score }) => score);
  const pick = (rows: Int32Array, values: Float64Array) => Float64Array.from(rows, (row) => values[row]);
  return measured(
    cosines,
    (rows) => (rows.length < 2 ? null : spearman(pick(rows, cosines), pick(rows, grades))),
    seed,
    kept.length,
    coverageOf(vectors, new Set(pairs.flatMap(({ a, b }) => [a, b]))),
  );
}

/**
 * The share of all relations' questions (a is to b as c is to ?) that 3CosAdd answers rightly: of all ordered pairs of
 * a relation's pairs. Candidates are all words that have a vector, the question's own three left out; equal scores:
 * the first. The interval draws the pairs that are asked about, since the questions about one are no independent
 * trials; `n` counts questions.
 */
export function analogyMeasure(
  vectors: TextVectors,
  relations: ScoreSets['relations'],
  seed: number,
): Measure | null {
  const { dim, missing } = vectors;
  const rows = Array.from(missing.keys()).filter((row) => !missing[row]);
  const places = new Map(rows.map((row, place) => [row, place]));
  const unit = unitRows(gathered(vectors, rows), dim);
  const asked: number[] = [];
  const right: number[] = [];
  for (const relation of relations) {
    const pairs = relation.flatMap(([a, b]) => {
      const [from, to] = [places.get(a), places.get(b)];
      return from === undefined || to === undefined || from === to ? [] : [{ a: from, b: to }];
    });
    if (pairs.length < 2) continue;
    const cosines = new Map(
      pairs.flatMap(({ a, b }) => [a, b]).map((row) => [row, cosinesOf(unit, dim, row)]),
    );
    for (const asking of pairs) {
      const own = cosines.get(asking.a) as Float64Array;
      let hits = 0;
      for (const { a, b } of pairs) {
        if (a === asking.a && b === asking.b) continue;
        const from = cosines.get(a) as Float64Array;
        const to = cosines.get(b) as Float64Array;
        let best = -1;
        let most = Number.NEGATIVE_INFINITY;
        for (let row = 0; row < own.length; row++) {
          const score = to[row] - from[row] + own[row];
          if (score > most && row !== a && row !== b && row !== asking.a) {
            most = score;
            best = row;
          }
        }
        if (best === asking.b) hits++;
      }
      asked.push(pairs.length - 1);
      right.push(hits);
    }
  }
  const share: Statistic = (drawn) => {
    let [hits, questions] = [0, 0];
    for (const row of drawn) {
      hits += right[row];
      questions += asked[row];
    }
    return questions > 0 ? hits / questions : null;
  };
  const questions = asked.reduce((sum, count) => sum + count, 0);
  return measured(right, share, seed, questions, coverageOf(vectors, new Set(relations.flat(2))));
}

/**
 * How far the senses found in a word's occurrences (their number given, the mean removed) are those that the sentences
 * were written for: the mean over words of the adjusted Rand index. The interval draws words. A word of which an
 * occurrence has no vector is left out.
 */
export function sensesMeasure(
  vectors: TextVectors,
  words: readonly SenseWord[],
  seed: number,
): Measure | null {
  const { dim, data, missing } = vectors;
  const known = words.filter(({ from, to }) => !missing.subarray(from, to).includes(1));
  const indices = known.map(({ from, to, given, senses }) => {
    const { labels } = findSenses(data.slice(from * dim, to * dim), dim, { k: senses, seed });
    return adjustedRandIndex(given, labels);
  });
  const coverage = vectors.coverage && known.length / words.length;
  return measured(indices, 'mean', seed, known.length, coverage);
}

/** nDCG@10 and recall@10 of a ranking for each question; the intervals draw questions. */
export interface RetrievalMeasures {
  readonly ndcg: Measure | null;
  readonly recall: Measure | null;
}

/** Ranks all passages by the cosine of their vectors with each question's. */
export function retrievalMeasures(
  questions: TextVectors,
  passages: TextVectors,
  answers: ScoreSets['answers'],
  seed: number,
): RetrievalMeasures {
  const coverage =
    questions.coverage && passages.coverage && meanOf([...questions.coverage, ...passages.coverage]);
  return rankingMeasures(
    answers.map((_, question) => cosinesWithAll(questions, passages, question)),
    answers,
    seed,
    coverage,
  );
}

/** The same where a first stage recalls 50 passages by its cosines, and a second orders these by its own. */
export function twoStageMeasures(
  first: { readonly questions: TextVectors; readonly passages: TextVectors },
  second: { readonly questions: TextVectors; readonly passages: TextVectors },
  answers: ScoreSets['answers'],
  seed: number,
): RetrievalMeasures {
  const scores = answers.map((_, question) =>
    reranked(
      cosinesWithAll(first.questions, first.passages, question),
      cosinesWithAll(second.questions, second.passages, question),
    ),
  );
  return rankingMeasures(scores, answers, seed, null);
}

/** The like by the words that question and passage share. */
export function bm25Measures(
  {
    language,
    questions,
    passages,
    answers,
  }: Pick<ScoreSets, 'language' | 'questions' | 'passages' | 'answers'>,
  seed: number,
): RetrievalMeasures {
  const score = bm25Scorer(passages.map((text) => bm25Tokens(text, language)));
  return rankingMeasures(
    questions.map((text) => score(bm25Tokens(text, language))),
    answers,
    seed,
    null,
  );
}

/**
 * The second stage's scores of the passages that the first stage recalls; below all of these the others, in the first
 * one's order.
 */
export function reranked(
  first: Float64Array<ArrayBuffer>,
  second: Float64Array<ArrayBuffer>,
  recalled: number = RECALLED,
): Float64Array<ArrayBuffer> {
  // sort is stable: of equal passages the earlier one
  const order = Array.from(first.keys()).sort((one, other) => first[other] - first[one]);
  const chosen = order.slice(0, recalled);
  const least = chosen.reduce((least, row) => Math.min(least, second[row]), Number.POSITIVE_INFINITY);
  const scores = new Float64Array(first.length);
  for (const [rank, row] of order.entries()) scores[row] = rank < recalled ? second[row] : least - rank;
  return scores;
}

function rankingMeasures(
  scores: readonly Float64Array<ArrayBuffer>[],
  answers: ScoreSets['answers'],
  seed: number,
  coverage: number | null,
): RetrievalMeasures {
  const ranked = scores.map((ranking, question) => rankedScores(ranking, new Set(answers[question])));
  const over = (values: readonly number[]) => measured(values, 'mean', seed, values.length, coverage);
  return {
    ndcg: over(ranked.map(({ ndcg10 }) => ndcg10)),
    recall: over(ranked.map(({ recall10 }) => recall10)),
  };
}

function measured(
  values: ArrayLike<number>,
  statistic: Statistic,
  seed: number,
  n: number,
  coverage: number | null,
): Measure | null {
  const interval = bootstrapInterval(values, statistic, { seed });
  return interval && { ...interval, n, coverage };
}

/** The mean coverage of these rows, null for models that read everything; of a text that has no vector it is 0. */
export function coverageOf({ coverage, missing }: TextVectors, rows: ReadonlySet<number>): number | null {
  return coverage && meanOf(Array.from(rows, (row) => (missing[row] ? 0 : coverage[row])));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rowOf({ data, dim }: TextVectors, row: number): Float32Array<ArrayBuffer> {
  return data.subarray(row * dim, (row + 1) * dim);
}

/** Rows of vectors, one below the other. */
export function gathered(vectors: TextVectors, rows: readonly number[]): Float32Array<ArrayBuffer> {
  const data = new Float32Array(rows.length * vectors.dim);
  for (const [place, row] of rows.entries()) data.set(rowOf(vectors, row), place * vectors.dim);
  return data;
}

function cosinesWithAll(questions: TextVectors, passages: TextVectors, question: number) {
  const own = rowOf(questions, question);
  return Float64Array.from(passages.missing, (_, row) => cosineSimilarity(own, rowOf(passages, row)));
}

/** Dot products of one row with all rows of length 1, in double precision. */
function cosinesOf(unit: Float32Array<ArrayBuffer>, dim: number, row: number): Float64Array<ArrayBuffer> {
  const own = Float64Array.from(unit.subarray(row * dim, (row + 1) * dim));
  const cosines = new Float64Array(unit.length / dim);
  for (let other = 0, at = 0; other < cosines.length; other++) {
    // four sums side by side: one alone waits for each addition
    let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
    let d = 0;
    for (; d + 4 <= dim; d += 4, at += 4) {
      sum0 += own[d] * unit[at];
      sum1 += own[d + 1] * unit[at + 1];
      sum2 += own[d + 2] * unit[at + 2];
      sum3 += own[d + 3] * unit[at + 3];
    }
    for (; d < dim; d++, at++) sum0 += own[d] * unit[at];
    cosines[other] = sum0 + sum1 + (sum2 + sum3);
  }
  return cosines;
}
