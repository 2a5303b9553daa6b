import type { EmbeddingModel, NextToken, Predictions } from '../../../models/embeddingModel.ts';

/** What is read of a text again and again while temperature, place or list length change. */
export interface TextReading {
  /** tokens × dim: the last layer's state of every token that the model read. */
  readonly states: Float32Array<ArrayBuffer>;
  readonly dim: number;
  /** Their ids. */
  readonly ids: readonly number[];
}

interface Kept {
  readonly key: string;
  readonly reading: TextReading;
}

/** Of each model the last text's states; they go with the model. */
const states = new WeakMap<EmbeddingModel, Kept>();
/** Of each model the last lens, by what was asked. */
const lenses = new WeakMap<EmbeddingModel, { readonly key: string; readonly found: TimedPredictions }>();
/** Of each model what it predicts after each row of ids. */
const predicted = new WeakMap<EmbeddingModel, Map<string, NextToken>>();
/** More are forgotten all together: a person steps through some hundred. */
const KEPT_PREDICTIONS = 5000;

/** The last layer's states of a text's tokens, of which a text that is asked for again is not run again. */
export async function readStates(
  model: EmbeddingModel,
  text: string,
  signal: AbortSignal,
): Promise<TextReading | null> {
  const known = states.get(model);
  if (known?.key === text) return known.reading;
  const read = await model.tokenStates(text, [model.card.layers], { role: 'bare', signal });
  if (!read) return null;
  const reading = { states: read.data[0], dim: read.dim, ids: read.tokens.map(({ id }) => id) };
  states.set(model, { key: text, reading });
  return reading;
}

/** Predictions, and the milliseconds that the model took for them. */
export interface TimedPredictions {
  readonly predictions: Predictions;
  readonly ms: number;
}

/** All layers' predictions after token `at` at temperature 1, `k` of each; the last asked for is kept. */
export async function readLens(
  model: EmbeddingModel,
  { text, at, k }: { readonly text: string; readonly at: number | null; readonly k: number },
  signal: AbortSignal,
): Promise<TimedPredictions | null> {
  const key = JSON.stringify([text, at, k]);
  const known = lenses.get(model);
  if (known?.key === key) return known.found;
  const layers = Array.from({ length: model.card.layers + 1 }, (_, layer) => layer);
  const began = performance.now();
  const predictions = await model.predict([text], { layers, k, at, signal });
  if (!predictions) return null;
  const found = { predictions, ms: performance.now() - began };
  lenses.set(model, { key, found });
  return found;
}

/** What the model is known to predict after a row of ids, and where such knowledge is put. */
export function knownPredictions(model: EmbeddingModel): Map<string, NextToken> {
  const known = predicted.get(model) ?? new Map<string, NextToken>();
  if (known.size > KEPT_PREDICTIONS) known.clear();
  predicted.set(model, known);
  return known;
}
