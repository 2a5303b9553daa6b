import type { ContextualId } from '../../contract/deepLink.ts';
import type { Pooling } from '../../contract/options.ts';

/** Which states of a language model have rows of their own: every layer here with every pooling. */
export interface MeasuredStates {
  readonly layers: readonly number[];
  readonly poolings: readonly Extract<Pooling, 'mean' | 'last'>[];
}

/**
 * The language models on the scorecard: a third, half and two thirds of the way, and the last layer. These were set
 * before anything was measured, so that no layer was picked by its score. They are slow and large, and were not
 * trained to compare texts: their rows are measured only when the person asks for it.
 */
const LANGUAGE_MODELS: Readonly<Partial<Record<ContextualId, MeasuredStates>>> = {
  'smollm2-135m': { layers: [10, 15, 20, 30], poolings: ['last', 'mean'] },
};

/** The states that are measured of a language model; null for every other model. */
export function measuredStates(id: string | null): MeasuredStates | null {
  return Object.entries(LANGUAGE_MODELS).find(([known]) => known === id)?.[1] ?? null;
}
