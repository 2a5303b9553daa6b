import * as v from 'valibot';
import { wordListSchema } from './corpus.ts';

/** The bundled sets of prefixes: in English alone, since the bundled language model is an English one. */
export type PrefixesId = 'prefixes-en';

const { groups: _, ...head } = wordListSchema.entries;
const label = { id: v.pipe(v.string(), v.minLength(1)), names: wordListSchema.entries.names };

/**
 * `public/data/prefixes-en.json`: sentences that stop before a word, each with two labels: `says`, the topic of what
 * has been said, and `next`, the word that must come. `next[].text` is that word with the space before it, as a
 * language model's token has it. Prefixes end without a space, and none stands twice.
 *
 * Chosen with the model: where SmolLM2-135M's first guess was another word, the prefix was rewritten. So that its first
 * guess is `next` for each of them is no measurement; how its states lie to each other is.
 */
export const prefixesSchema = v.pipe(
  v.object({
    ...head,
    says: v.array(v.object(label)),
    next: v.array(v.object({ ...label, text: v.pipe(v.string(), v.regex(/^ \S+$/)) })),
    prefixes: v.array(
      v.object({ text: v.pipe(v.string(), v.regex(/^\S(.*\S)?$/)), says: v.string(), next: v.string() }),
    ),
  }),
  v.check(({ says, next, prefixes }) => {
    const [topics, words] = [says, next].map((labels) => new Set(labels.map(({ id }) => id)));
    return (
      topics.size === says.length &&
      words.size === next.length &&
      prefixes.every((prefix) => topics.has(prefix.says) && words.has(prefix.next))
    );
  }, 'every prefix has a known topic and a known next word, and no label stands twice'),
  v.check(
    ({ prefixes }) => new Set(prefixes.map(({ text }) => text)).size === prefixes.length,
    'no prefix stands twice',
  ),
);

export type PrefixSet = v.InferOutput<typeof prefixesSchema>;
