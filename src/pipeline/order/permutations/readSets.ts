import type { OrderWork } from '../orderResult.ts';
import { sameTokens } from './orderNumbers.ts';
import type { GivenSet } from './orderSets.ts';
import { withModel } from './orderVectors.ts';
import type { OrderLine } from './permutationsAnswer.ts';
import { sameWords } from './sameWords.ts';

/** A set as the model reads it. */
export interface ReadSet extends GivenSet {
  readonly lines: readonly OrderLine[];
}

let last: { readonly key: string; readonly sets: readonly ReadSet[] } | null = null;

/** Which orders a model reads as the same tokens. The same question is worked out once. */
export async function readSets(given: readonly GivenSet[], work: OrderWork): Promise<readonly ReadSet[]> {
  const { model, device } = work.request;
  const key = JSON.stringify([model, given]);
  if (last?.key === key) return last.sets;
  const texts = given.flatMap(({ orders }) => orders.map(({ text }) => text));
  const tokens = await withModel(model, device, 'plain', work, (loaded) => loaded.tokenize(texts));
  let from = 0;
  const sets = given.map((set): ReadSet => {
    const first = from;
    const lines = set.orders.map(
      ({ text, sense }, index): OrderLine => ({
        id: `${set.id}/${index + 1}`,
        text,
        sense,
        sameTokens: sameTokens(tokens[first], tokens[first + index]),
        sameWords: sameWords(set.orders[0].text, text),
      }),
    );
    from += lines.length;
    return { ...set, lines };
  });
  last = { key, sets };
  return sets;
}
