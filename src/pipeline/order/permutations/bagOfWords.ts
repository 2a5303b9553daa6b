import type { StaticId } from '../../../contract/deepLink.ts';
import type { WorkHooks } from '../../modelSessions.ts';
import { largestDifference, sameTokens } from './orderNumbers.ts';
import type { GivenSet } from './orderSets.ts';
import { withModel } from './orderVectors.ts';
import type { BagOfWords } from './permutationsAnswer.ts';

let last: { readonly key: string; readonly bag: BagOfWords } | null = null;

/** What the static models of the sets' languages make of the orders. The same sets are worked out once. */
export async function bagOfWords(sets: readonly GivenSet[], hooks: WorkHooks): Promise<BagOfWords> {
  const key = JSON.stringify(sets);
  if (last?.key === key) return last.bag;
  let bag: BagOfWords = { models: [], pairs: 0, otherWords: 0, difference: null };
  for (const language of ['zh', 'en'] as const) {
    const theirs = sets.filter((set) => set.language === language);
    if (theirs.length > 0) bag = await added(bag, theirs, hooks);
  }
  last = { key, bag };
  return bag;
}

async function added(bag: BagOfWords, sets: readonly GivenSet[], hooks: WorkHooks): Promise<BagOfWords> {
  const id: StaticId = sets[0].language === 'zh' ? 'glove-zh-cedict' : 'glove-6b-50d';
  const texts = sets.flatMap(({ orders }) => orders.map(({ text }) => text));
  const { tokens, embedded } = await withModel(id, 'auto', 'plain', hooks, async (model) => ({
    tokens: await model.tokenize(texts),
    embedded: await model.embedTexts(texts, { signal: hooks.signal }),
  }));
  let { pairs, otherWords, difference } = bag;
  let from = 0;
  for (const { orders } of sets) {
    const first = from;
    for (let row = first + 1; row < first + orders.length; row++) {
      if (tokens[first].length === 0 || !sameTokens(tokens[first], tokens[row])) {
        otherWords++;
        continue;
      }
      pairs++;
      difference = Math.max(
        difference ?? 0,
        largestDifference(embedded.data, embedded.dim, [first, row]) ?? 0,
      );
    }
    from += orders.length;
  }
  return { models: [...bag.models, id], pairs, otherWords, difference };
}
