import { create } from 'zustand';
import type { WordsJob } from '../pipeline/words/buildWords.ts';
import type { UnknownWord } from '../pipeline/words/unknownWords.ts';
import type { WordsResult } from '../pipeline/words/wordsResult.ts';

/** Steps of the analogy view's guided path, in order. */
export const WORDS_STEPS = ['ask', 'flip', 'sum', 'relations', 'axes', 'neighbours', 'random'] as const;
export type WordsStep = (typeof WORDS_STEPS)[number];

interface WordsState {
  /** What is shown: the last finished answer, or one on its way. */
  readonly frame: WordsResult | null;
  readonly result: WordsResult | null;
  readonly job: WordsJob | null;
  /** A row of the figure's points. */
  readonly hovered: number | null;
  readonly picked: number | null;
  /** Words of the last question that the model lacks. */
  readonly unknown: readonly UnknownWord[];
  /** Steps of the guided path that the person has done. */
  readonly done: ReadonlySet<WordsStep>;
}

interface WordsActions {
  hover(index: number | null): void;
  pick(index: number | null): void;
  tick(step: WordsStep): void;
}

/** The analogy view: what it shows, and what is looked at. */
export const useWords = create<WordsState & WordsActions>()((set, get) => ({
  frame: null,
  result: null,
  job: null,
  hovered: null,
  picked: null,
  unknown: [],
  done: new Set(),
  hover(hovered) {
    if (hovered !== get().hovered) set({ hovered });
  },
  pick: (picked) => set({ picked }),
  tick(step) {
    const { done } = get();
    if (!done.has(step)) set({ done: new Set([...done, step]) });
  },
}));
