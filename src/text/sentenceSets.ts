import * as v from 'valibot';
import { wordListSchema } from './corpus.ts';
import type { GroupedItems } from './dataItems.ts';
import type { Item } from './item.ts';

/** The bundled sets of sentences, one a language. */
export type SentencesId = 'sentences-zh' | 'sentences-en';

const { groups: _, ...head } = wordListSchema.entries;
const sentence = v.pipe(v.string(), v.trim(), v.minLength(1));

/**
 * `public/data/sentences-*.json`: groups of sentences that say the same in different words, each with near misses:
 * sentences that share many words with the group but say something else. No sentence stands twice.
 */
export const sentencesSchema = v.pipe(
  v.object({
    ...head,
    groups: v.array(
      v.object({
        id: v.pipe(v.string(), v.minLength(1)),
        names: wordListSchema.entries.names,
        // one sentence alone is nobody's paraphrase
        sentences: v.pipe(v.array(sentence), v.minLength(2)),
        near: v.array(sentence),
      }),
    ),
  }),
  v.check(({ groups }) => {
    const all = groups.flatMap(({ sentences, near }) => [...sentences, ...near]);
    return new Set(all).size === all.length && new Set(groups.map(({ id }) => id)).size === groups.length;
  }, 'no sentence and no group stands twice'),
);

export type SentenceSet = v.InferOutput<typeof sentencesSchema>;

/** A sentence to be shown. With `near` it only sounds like its `group`: it says something else. */
export interface SentenceItem extends Item {
  readonly near: boolean;
}

/** Sentences as things to be shown; near misses stand after the sentences of the group that they are near to. */
export interface SentenceItems extends GroupedItems {
  readonly items: readonly SentenceItem[];
}

/**
 * A set of sentences as items: `<group>/<n>` says what its group says, `<group>/near/<n>` is a near miss; both count
 * from 1. A near miss has the group that it is near to, so whoever measures paraphrases leaves it out by `near`.
 */
export function sentenceItems({ groups }: SentenceSet): SentenceItems {
  const items = groups.flatMap(({ id: group, sentences, near }) => [
    ...sentences.map((text, at): SentenceItem => ({ id: `${group}/${at + 1}`, text, group, near: false })),
    ...near.map((text, at): SentenceItem => ({ id: `${group}/near/${at + 1}`, text, group, near: true })),
  ]);
  return { items, groups: groups.map(({ id, names }) => ({ id, names })) };
}
