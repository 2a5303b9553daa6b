import { create } from 'zustand';
import { useComparison } from './comparisonStore.ts';
import { useLink } from './linkStore.ts';
import { useScorecard } from './scorecardStore.ts';
import { statusOf, useStatus } from './statusStore.ts';

/** Steps of the path "static or contextual?", in order. It leads through four views and ends in the scorecard. */
export const MODEL_STEPS = ['lab', 'compare', 'guide', 'measure', 'senses', 'chart'] as const;
export type ModelStep = (typeof MODEL_STEPS)[number];

interface ModelPathState {
  /** Steps that the person has done. */
  readonly done: ReadonlySet<ModelStep>;
  /** The step that is open, from 1, also while a view is looked at that does not show the path; null: closed. */
  readonly at: number | null;
}

interface ModelPathActions {
  tick(step: ModelStep): void;
  /** Opens a step, from 1, in the view in force; null closes the path. */
  open(step: number | null): void;
}

/** The guided path of scorecard and guide: where it stands. */
export const useModelPath = create<ModelPathState & ModelPathActions>()((set, get) => ({
  done: new Set(),
  at: null,
  tick(step) {
    const { done } = get();
    if (!done.has(step)) set({ done: new Set([...done, step]) });
  },
  open(at) {
    set({ at });
    useLink.getState().change({ step: at });
  },
}));

let watching = false;

/** From the path's first opening on: ticks what the person does in the views that do not know of the path. */
export function watchModelPath(): void {
  if (watching) return;
  watching = true;
  const { tick } = useModelPath.getState();
  useStatus.subscribe((now, before) => {
    if (useLink.getState().link.view !== 'context') return;
    if (statusOf(now) === 'ready' && statusOf(before) === 'loading') tick('lab');
  });
  useComparison.subscribe(({ chosen }, before) => {
    if (chosen.length > 0 && chosen !== before.chosen) tick('compare');
  });
  useScorecard.subscribe(({ card, state }, before) => {
    if (state === 'running' && card.date !== before.card.date) tick('measure');
  });
}
