import {
  CONTEXTUAL_IDS,
  type ContextualId,
  contextualDefault,
  type DataId,
  type LinkState,
  LLM_FACES,
  type ModelId,
  ORDER_FACES,
  STATIC_IDS,
} from './deepLink.ts';

/** The bundled model that says what comes next. */
const NEXT_TOKEN: ContextualId = 'smollm2-135m';

/** What the view of the language model shows where the link names none. */
export function llmOf({ face, model, model2, lang, at, head }: LinkState) {
  const shown = LLM_FACES.find((id) => id === face) ?? 'next';
  const contextual = CONTEXTUAL_IDS.find((id) => id === model);
  return {
    face: shown,
    model: shown === 'inside' ? (contextual ?? contextualDefault(lang)) : NEXT_TOKEN,
    /** The sentence model beside it, on the face of many beginnings. */
    model2: CONTEXTUAL_IDS.find((id) => id === model2 && id !== NEXT_TOKEN) ?? 'all-minilm-l6-v2',
    at,
    head: head ?? ('mean' as const),
  };
}

/** The sets of sentences. */
export type SentencesId = Extract<DataId, `sentences-${string}`>;

/** What the view of order shows where the link names none. */
export function orderOf({ face, model, model2, lang, data }: LinkState) {
  const shown = ORDER_FACES.find((id) => id === face) ?? 'order';
  const contextual = CONTEXTUAL_IDS.find((id) => id === model) ?? contextualDefault(lang);
  const given: ModelId =
    shown === 'sentences' ? (STATIC_IDS.find((id) => id === model) ?? contextual) : contextual;
  const sentences: SentencesId =
    data === 'sentences-zh' || data === 'sentences-en' ? data : `sentences-${lang}`;
  return { face: shown, model: given, model2, data: sentences };
}
