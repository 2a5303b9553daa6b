import { Fault } from '../../../contract/fault.ts';
import type { Layer } from '../../../contract/options.ts';
import type { EmbeddingModel } from '../../../models/embeddingModel.ts';
import { diagonalSpread, rotaryAttention, rotaryProducts } from '../../../vectors/rotaryProduct.ts';
import { PLACES } from './formulas.ts';
import type { RotaryAnswer } from './positionAnswer.ts';

/** A short sentence in which one word points back at another. */
const TEXT = 'The cat sat on the mat because it was tired.';
const QUERY = 'it';
const KEY = 'cat';

/**
 * What a rotary model's own queries and keys give at all pairs of places, and how near the attention made of them comes
 * to the model's own; null where the model does not give its queries and keys.
 */
export async function rotaryAnswer(
  model: EmbeddingModel,
  base: number,
  asked: Layer | null,
  signal: AbortSignal,
): Promise<RotaryAnswer | null> {
  const { layers, id } = model.card;
  // layer 0 and the table have no attention
  const layer = asked === null ? layers : asked === 'table' ? 1 : Math.min(layers, Math.max(1, asked));
  const read = await model.queriesAndKeys(TEXT, layer, { signal });
  const attention = await model.attention(TEXT, [layer], { signal });
  if (!read || !attention) return null;
  const { tokens, heads, keyHeads, size, queries, keys } = read;
  const query = indexOf(tokens, QUERY);
  const key = indexOf(tokens, KEY);
  const row = (data: Float32Array<ArrayBuffer>, head: number, token: number) => {
    const from = (head * tokens.length + token) * size;
    return data.subarray(from, from + size);
  };
  const products = Array.from({ length: heads }, (_, head) =>
    rotaryProducts(
      row(queries, head, query),
      row(keys, Math.floor((head * keyHeads) / heads), key),
      PLACES,
      base,
    ),
  );
  const [own] = attention.data;
  const computed = rotaryAttention(read, base);
  return {
    model: id,
    layer,
    base,
    size,
    text: TEXT,
    tokens: tokens.map(({ text, start, end }) => (start < 0 ? text : TEXT.slice(start, end))),
    query,
    key,
    places: PLACES,
    products,
    spreads: products.map((each) => diagonalSpread(each, PLACES)),
    attentionDifference: computed.reduce((most, value, at) => Math.max(most, Math.abs(value - own[at])), 0),
  };
}

function indexOf(tokens: readonly { readonly start: number; readonly end: number }[], word: string): number {
  const found = tokens.findIndex(({ start, end }) => start >= 0 && TEXT.slice(start, end).trim() === word);
  if (found < 0) throw new Fault('internal', { message: `the model has no token “${word}”` });
  return found;
}
