import type { Language } from '../../contract/options.ts';
import type { Span } from '../../models/embeddingModel.ts';
import type { Contexts, EvaluationSet, WordList } from '../../text/corpus.ts';
import { findOccurrences } from '../../text/occurrences.ts';
import type { RelationSet } from '../../text/relations.ts';

/** A pair of rows with the grade that the set's author gave it. */
export interface GradedPair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** A polysemous word's occurrences. */
export interface SenseWord {
  readonly word: string;
  /** Its spans: `from` … `to` − 1 of `occurrences`. */
  readonly from: number;
  readonly to: number;
  /** Of each of them the number of the sense it was written for. */
  readonly given: readonly number[];
  readonly senses: number;
}

/** All that is measured of one language: texts to be embedded once, and what refers to them by row. */
export interface ScoreSets {
  readonly language: Language;
  /** Words alone, each once, whatever its case: of the pairs, the groups and the relations. */
  readonly words: readonly string[];
  readonly wordPairs: readonly GradedPair[];
  /** Of each group the rows of its words. */
  readonly groups: readonly (readonly number[])[];
  /** Of each relation its pairs of rows. */
  readonly relations: readonly (readonly (readonly [number, number])[])[];
  readonly sentences: readonly string[];
  readonly sentencePairs: readonly GradedPair[];
  readonly occurrences: readonly Span[];
  readonly senseWords: readonly SenseWord[];
  readonly questions: readonly string[];
  readonly passages: readonly string[];
  /** Of each question the rows of the passages that answer it. */
  readonly answers: readonly (readonly number[])[];
}

/** The rows of different texts, folded where `fold` says so; the first spelling stands. */
class Rows {
  readonly texts: string[] = [];
  readonly #rows = new Map<string, number>();
  readonly #fold: (text: string) => string;

  constructor(fold: (text: string) => string) {
    this.#fold = fold;
  }

  of(text: string): number {
    const key = this.#fold(text);
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    this.#rows.set(key, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

/** Lays the bundled data of a language out for measuring. A word's case makes no other word: models fold it. */
export function scoreSets(
  { language, wordPairs, sentencePairs, retrieval }: EvaluationSet,
  relations: RelationSet,
  list: WordList,
  contexts: Contexts,
): ScoreSets {
  const words = new Rows((text) => text.normalize('NFKC').toLowerCase());
  const sentences = new Rows((text) => text);
  const passageRows = new Map(retrieval.passages.map(({ id }, row) => [id, row]));
  const occurrences: Span[] = [];
  const senseWords = contexts.words.map(({ word, senses }): SenseWord => {
    const from = occurrences.length;
    const given: number[] = [];
    for (const [sense, { sentences: lines }] of senses.entries()) {
      for (const sentence of lines) {
        for (const { start, end } of findOccurrences(sentence, word)) {
          occurrences.push({ sentence, start, end });
          given.push(sense);
        }
      }
    }
    return { word, from, to: occurrences.length, given, senses: senses.length };
  });
  return {
    language,
    groups: list.groups.map((group) => group.words.map((word) => words.of(word))),
    wordPairs: wordPairs.map(({ a, b, score }) => ({ a: words.of(a), b: words.of(b), score })),
    relations: relations.relations.map(({ pairs }) =>
      pairs.map(([a, b]) => [words.of(a), words.of(b)] as const),
    ),
    words: words.texts,
    sentencePairs: sentencePairs.map(({ a, b, score }) => ({
      a: sentences.of(a),
      b: sentences.of(b),
      score,
    })),
    sentences: sentences.texts,
    occurrences,
    senseWords,
    questions: retrieval.questions.map(({ text }) => text),
    passages: retrieval.passages.map(({ text }) => text),
    answers: retrieval.questions.map(({ answers }) => answers.map((id) => passageRows.get(id) ?? -1)),
  };
}
