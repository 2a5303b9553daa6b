import * as v from 'valibot';

const bilingual = v.object({ zh: v.string(), en: v.string() });
const sentences = v.array(v.pipe(v.string(), v.minLength(1)));
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

export type WordList = v.InferOutput<typeof wordListSchema>;
export type Contexts = v.InferOutput<typeof contextsSchema>;
