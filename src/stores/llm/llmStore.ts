import { create } from 'zustand';
import type { LlmJob } from '../../pipeline/llm/buildLlm.ts';
import type { LlmResult } from '../../pipeline/llm/llmResult.ts';

/** Steps of the view's guided path, in order. */
export const LLM_STEPS = ['type', 'step', 'lens', 'layers', 'attention', 'future'] as const;
export type LlmStep = (typeof LLM_STEPS)[number];

interface LlmState {
  /** What is shown: the last finished answer, or one on its way. */
  readonly frame: LlmResult | null;
  readonly result: LlmResult | null;
  readonly job: LlmJob | null;
  /** A row of the figure's points. */
  readonly hovered: number | null;
  readonly picked: number | null;
  /** A token of the text, pointed at. */
  readonly token: number | null;
  /** Steps of the guided path that the person has done. */
  readonly done: ReadonlySet<LlmStep>;
}

interface LlmActions {
  hover(index: number | null): void;
  pick(index: number | null): void;
  point(token: number | null): void;
  tick(step: LlmStep): void;
}

/** The view: what it shows, and what is looked at. */
export const useLlm = create<LlmState & LlmActions>()((set, get) => ({
  frame: null,
  result: null,
  job: null,
  hovered: null,
  picked: null,
  token: null,
  done: new Set(),
  hover(hovered) {
    if (hovered !== get().hovered) set({ hovered });
  },
  pick: (picked) => set({ picked }),
  point(token) {
    if (token !== get().token) set({ token });
  },
  tick(step) {
    const { done } = get();
    if (!done.has(step)) set({ done: new Set([...done, step]) });
  },
}));
