import * as v from 'valibot';

const bilingual = v.object({ zh: v.string(), en: v.string() });
const word = v.pipe(v.string(), v.minLength(1));
const sentences = v.array(word);
const head = {
  id: v.string(),
  language: v.picklist(['zh', 'en']),
  names: bilingual,
  about: bilingual,
  licence: v.string(),
};

/** `public/data/words-*.json`: words in labelled groups, each word once. */
export const wordListSchema = v.object({
  ...head,
  groups: v.array(v.object({ id: v.string(), names: bilingual, words: sentences })),
});

/** `public/data/contexts-*.json`: polysemous words with sentences for each labelled sense, and words of one sense. */
export const contextsSchema = v.object({
  ...head,
  words: v.array(
    v.object({
      word: v.string(),
      note: v.optional(bilingual),
      senses: v.array(v.object({ id: v.string(), names: bilingual, sentences })),
    }),
  ),
  controls: v.array(v.object({ word: v.string(), sentences })),
});

/** `public/data/relations-*.json`: kinds of relation, each with pairs of words that stand in it. */
export const relationsSchema = v.object({
  ...head,
  relations: v.pipe(
    v.array(
      v.object({
        id: v.string(),
        names: bilingual,
        about: bilingual,
        // two offsets are the fewest that can be compared
        pairs: v.pipe(v.array(v.tuple([word, word])), v.minLength(2)),
      }),
    ),
    v.minLength(1),
  ),
});

const graded = v.object({ a: word, b: word, score: v.pipe(v.number(), v.minValue(0)) });
const text = v.object({ id: word, text: word });

/**
 * `public/data/evaluation-*.json`: pairs of words and of sentences graded for similarity (the higher, the more alike),
 * and questions with the passages that answer them among many.
 */
export const evaluationSchema = v.pipe(
  v.object({
    ...head,
    wordPairs: v.pipe(v.array(graded), v.minLength(2)),
    sentencePairs: v.pipe(v.array(graded), v.minLength(2)),
    retrieval: v.object({
      questions: v.pipe(
        v.array(v.object({ ...text.entries, answers: v.pipe(v.array(word), v.minLength(1)) })),
        v.minLength(1),
      ),
      passages: v.pipe(v.array(text), v.minLength(1)),
    }),
  }),
  v.check(({ retrieval: { questions, passages } }) => {
    const known = new Set(passages.map(({ id }) => id));
    return (
      known.size === passages.length && questions.every(({ answers }) => answers.every((id) => known.has(id)))
    );
  }, 'every answer is a passage, and no passage stands twice'),
);

export type EvaluationSet = v.InferOutput<typeof evaluationSchema>;
export type WordList = v.InferOutput<typeof wordListSchema>;
export type Contexts = v.InferOutput<typeof contextsSchema>;
