import type * as v from 'valibot';
import type { relationsSchema } from './corpus.ts';

/** The bundled sets of relations, one a language. */
export type RelationsId = 'relations-zh' | 'relations-en';

/**
 * Every bundled relation of a language, in the order in which they are shown. A word stands at most once in a
 * relation, so that "a is to b as c is to ?" has one answer there.
 */
export type RelationSet = v.InferOutput<typeof relationsSchema>;

/** One kind of relation and its pairs [a, b]: country and capital, man and woman … */
export type Relation = RelationSet['relations'][number];
