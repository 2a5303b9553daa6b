import * as v from 'valibot';
import type { Language } from '../contract/options.ts';
import { wordListSchema } from './corpus.ts';

/** The bundled sets of word orders, one a language. */
export type OrdersId = 'orders-zh' | 'orders-en';

const { groups: _, ...head } = wordListSchema.entries;

/**
 * What an order says, beside the first of its set: the same (perhaps with another stress), another thing, or nothing,
 * because it is no sentence.
 */
const sense = v.picklist(['same', 'other', 'none']);

/**
 * `public/data/orders-*.json`: sets of sentences that have exactly the same words and differ only in their order: in
 * Chinese the same characters, in English the same words between spaces, in lower case and without punctuation. So
 * each order of a set has the same tokens for a model that reads characters or whole words (BERT's kind).
 */
export const ordersSchema = v.pipe(
  v.object({
    ...head,
    sets: v.array(
      v.object({
        id: v.pipe(v.string(), v.minLength(1)),
        note: wordListSchema.entries.names,
        orders: v.pipe(
          v.array(v.object({ text: v.pipe(v.string(), v.minLength(1)), sense })),
          v.minLength(2),
        ),
      }),
    ),
  }),
  v.check(
    ({ language, sets }) =>
      sets.every(({ orders }) =>
        orders.every(({ text }) => samePieces(text, orders[0]?.text ?? '', language)),
      ),
    'the orders of a set have the same words',
  ),
  v.check(
    ({ sets }) =>
      sets.every(({ orders }) => new Set(orders.map(({ text }) => text)).size === orders.length) &&
      new Set(sets.map(({ id }) => id)).size === sets.length,
    'no set, and no order in a set, stands twice',
  ),
  v.check(
    ({ sets }) => sets.every(({ orders }) => orders[0]?.sense === 'same'),
    'the first order is the measure',
  ),
);

export type OrderSets = v.InferOutput<typeof ordersSchema>;

/** Whether two texts are permutations of the same pieces: characters in Chinese, words between spaces in English. */
export function samePieces(a: string, b: string, language: Language): boolean {
  const pieces = (text: string) => (language === 'zh' ? [...text] : text.split(' ')).sort();
  const [left, right] = [pieces(a), pieces(b)];
  return left.length === right.length && left.every((piece, at) => piece === right[at]);
}
