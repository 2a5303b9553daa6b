import type { EncodedText } from '../text/tokenizer.ts';
import { padded, type TokenEncoder } from './batchRunner.ts';
import type { Attention, QueriesAndKeys, WorkOptions } from './embeddingModel.ts';
import type { ContextualCard } from './modelCard.ts';
import type { OutputTensor } from './onnxRuntime.ts';

/** Attention of one text, as EmbeddingModel.attention; the session must have the form `inside`. */
export async function readAttention(
  card: ContextualCard,
  encoder: TokenEncoder,
  { inputIds, tokens, truncated }: EncodedText,
  layers: readonly number[],
  options: WorkOptions,
): Promise<Attention | null> {
  const { attention, heads } = card.graph;
  if (!attention || !heads) return null;
  const names = layers.map((layer) => nameAt(card.id, attention, layer));
  const results = await runOne(encoder, inputIds, names, options);
  const data = layers.map((_, order) => results[order]?.data ?? new Float32Array(0));
  return { tokens, truncated, heads, layers, data, report: encoder.report };
}

/** Queries and keys of one text, as EmbeddingModel.queriesAndKeys; the session must have the form `inside`. */
export async function readQueriesAndKeys(
  card: ContextualCard,
  encoder: TokenEncoder,
  { inputIds, tokens, truncated }: EncodedText,
  layer: number,
  options: WorkOptions,
): Promise<QueriesAndKeys | null> {
  const { queries, keys } = card.graph;
  if (!queries || !keys) return null;
  const names = [nameAt(card.id, queries, layer), nameAt(card.id, keys, layer)];
  const [q, k] = await runOne(encoder, inputIds, names, options);
  const [, heads = 0, , size = 0] = q?.dims ?? [];
  return {
    tokens,
    truncated,
    layer,
    heads,
    keyHeads: k?.dims[1] ?? 0,
    size,
    queries: q?.data ?? new Float32Array(0),
    keys: k?.data ?? new Float32Array(0),
    report: encoder.report,
  };
}

/** Named outputs of one text; none where it has no token. */
async function runOne(
  encoder: TokenEncoder,
  inputIds: readonly number[],
  names: readonly string[],
  { signal }: WorkOptions,
): Promise<OutputTensor[]> {
  signal?.throwIfAborted();
  if (inputIds.length === 0 || names.length === 0) return [];
  const results = await encoder.run(padded([inputIds]), names);
  signal?.throwIfAborted();
  return results;
}

/** The name for a layer 1 … L. Throws a RangeError for another. */
function nameAt(id: string, names: readonly string[], layer: number): string {
  const name = names[layer - 1];
  if (name === undefined) throw new RangeError(`${id} has no layer ${layer}`);
  return name;
}
