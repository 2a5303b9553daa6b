import { create } from 'zustand';
import type { ComparisonJob } from '../pipeline/comparison/buildComparison.ts';
import type { ComparisonFrame, ComparisonResult } from '../pipeline/comparison/comparisonResult.ts';

/** Steps of the compare view's guided path, in order. */
export const COMPARISON_STEPS = ['look', 'morph', 'item', 'suggestion', 'settings', 'scorecard'] as const;
export type ComparisonStep = (typeof COMPARISON_STEPS)[number];

interface ComparisonState {
  /** What is drawn: the last finished comparison, or one that still settles. */
  readonly frame: ComparisonFrame | null;
  /** The last finished comparison; while another is on its way, that from before. */
  readonly result: ComparisonResult | null;
  readonly job: ComparisonJob | null;
  /** A row of the items, on either map. */
  readonly hovered: number | null;
  readonly picked: number | null;
  /** Rows of the suggestion that is looked at, none where there is none. */
  readonly chosen: readonly number[];
  /** Steps of the guided path that the person has done. */
  readonly done: ReadonlySet<ComparisonStep>;
}

interface ComparisonActions {
  hover(row: number | null): void;
  pick(row: number | null): void;
  /** Looks at a suggestion's rows, or with `[]` at none. */
  choose(rows: readonly number[]): void;
  tick(step: ComparisonStep): void;
}

/** The compare view: what it shows, and what is looked at. */
export const useComparison = create<ComparisonState & ComparisonActions>()((set, get) => ({
  frame: null,
  result: null,
  job: null,
  hovered: null,
  picked: null,
  chosen: [],
  done: new Set(),
  hover(hovered) {
    if (hovered !== get().hovered) set({ hovered });
  },
  pick: (picked) => set({ picked }),
  choose: (chosen) => set({ chosen }),
  tick(step) {
    const { done } = get();
    if (!done.has(step)) set({ done: new Set([...done, step]) });
  },
}));
