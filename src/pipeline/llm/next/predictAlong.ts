import type { EmbeddingModel, NextToken } from '../../../models/embeddingModel.ts';
import { knownPredictions } from './textReading.ts';

/**
 * Each place is a run of its own over all tokens before it, so no more are run than these in all: the places of a
 * text of 22 tokens (16 take 0.2–0.6 s on two cores of a weak machine).
 */
const TOKENS_RUN = 253;

interface Along {
  readonly model: EmbeddingModel;
  readonly text: string;
  readonly ids: readonly number[];
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** What is known already of the places of a text, without asking the model. */
export function knownAlong({ model, ids }: Pick<Along, 'model' | 'ids'>): (NextToken | null)[] {
  const known = knownPredictions(model);
  return ids.map((_, at) => known.get(keyOf(ids, at)) ?? null);
}

/**
 * The likeliest next token after each place of a text, from its end back as far as the work allows; null for the
 * places before. What was asked for before, say before the text grew by a token, is not asked for again.
 */
export async function predictAlong(along: Along): Promise<(NextToken | null)[]> {
  const { model, text, ids, signal, onProgress } = along;
  const known = knownPredictions(model);
  const missing: number[] = [];
  let tokens = 0;
  for (let at = ids.length - 1; at >= 0; at--) {
    if (known.has(keyOf(ids, at))) continue;
    tokens += at + 1;
    if (tokens > TOKENS_RUN) break;
    missing.push(at);
  }
  for (const [done, at] of missing.entries()) {
    onProgress(done, missing.length);
    const found = await model.predict([text], { layers: [model.card.layers], k: 1, at, signal });
    const best = found?.texts[0]?.layers[0]?.top[0];
    if (best) known.set(keyOf(ids, at), best);
  }
  return knownAlong(along);
}

/** Keeps what the model predicts after place `at`. */
export function learn(model: EmbeddingModel, ids: readonly number[], at: number, best: NextToken): void {
  knownPredictions(model).set(keyOf(ids, at), best);
}

function keyOf(ids: readonly number[], at: number): string {
  return ids.slice(0, at + 1).join(' ');
}
