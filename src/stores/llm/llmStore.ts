import type { LlmResult } from '../../pipeline/llm/llmResult.ts';
import { createFaceStore } from '../faceStore.ts';

/** Steps of the view's guided path, in order. */
export const LLM_STEPS = ['type', 'step', 'lens', 'layers', 'attention', 'future'] as const;
export type LlmStep = (typeof LLM_STEPS)[number];

/** The language model's view: what it shows, and what is looked at. */
export const useLlm = createFaceStore<LlmResult, LlmStep>();
