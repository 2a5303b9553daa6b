import { clustersMeasure } from './clustersMeasure.ts';
import {
  analogyMeasure,
  bm25Measures,
  pairsMeasure,
  retrievalMeasures,
  sensesMeasure,
  type TextVectors,
  twoStageMeasures,
} from './measures.ts';
import type { Measure, Metric } from './scoreRow.ts';
import type { ScoreSets } from './scoreSets.ts';

interface RetrievalVectors {
  readonly questions: TextVectors;
  readonly passages: TextVectors;
}

/** What is measured on vectors, with the part of the sets that it needs. */
export type ScoreQuestion = { readonly seed: number } & (
  | {
      readonly kind: 'words' | 'sentences';
      readonly vectors: TextVectors;
      readonly pairs: ScoreSets['wordPairs'];
    }
  | { readonly kind: 'analogy'; readonly vectors: TextVectors; readonly relations: ScoreSets['relations'] }
  | { readonly kind: 'clusters'; readonly vectors: TextVectors; readonly groups: ScoreSets['groups'] }
  | { readonly kind: 'senses'; readonly vectors: TextVectors; readonly senseWords: ScoreSets['senseWords'] }
  | ({ readonly kind: 'retrieval'; readonly answers: ScoreSets['answers'] } & RetrievalVectors)
  | {
      readonly kind: 'two-stage';
      readonly first: RetrievalVectors;
      readonly second: RetrievalVectors;
      readonly answers: ScoreSets['answers'];
    }
  | ({ readonly kind: 'bm25' } & Pick<ScoreSets, 'language' | 'questions' | 'passages' | 'answers'>)
);

export type ScoreAnswer = Partial<Record<Metric, Measure | null>>;

/** Measures, in up to a second or two: for a worker. Throws what the measures throw. */
export function scoreAnswer(question: ScoreQuestion): ScoreAnswer {
  const { seed } = question;
  switch (question.kind) {
    case 'words':
    case 'sentences':
      return { [question.kind]: pairsMeasure(question.vectors, question.pairs, seed) };
    case 'analogy':
      return { analogy: analogyMeasure(question.vectors, question.relations, seed) };
    case 'clusters':
      return { clusters: clustersMeasure(question.vectors, question.groups, seed) };
    case 'senses':
      return { senses: sensesMeasure(question.vectors, question.senseWords, seed) };
    case 'retrieval':
      return { ...retrievalMeasures(question.questions, question.passages, question.answers, seed) };
    case 'two-stage':
      return { ...twoStageMeasures(question.first, question.second, question.answers, seed) };
    case 'bm25':
      return { ...bm25Measures(question, seed) };
  }
}
