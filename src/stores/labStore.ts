import { create } from 'zustand';
import type { Layer } from '../contract/options.ts';
import type { LabJob } from '../pipeline/lab/buildLab.ts';
import type { LabFrame, LabResult } from '../pipeline/lab/labResult.ts';
import type { LikeSentence } from '../pipeline/lab/likeSentences.ts';
import type { MovedPart } from '../pipeline/lab/movedBy.ts';

/** Steps of the lab's guided path, in order. */
export const GUIDE_STEPS = ['hover', 'static', 'table', 'play', 'edit', 'moved', 'matrix'] as const;
export type GuideStep = (typeof GUIDE_STEPS)[number];

/** Where an occurrence stood before its sentence was edited: coordinates a layer. */
export interface Trail {
  readonly index: number;
  readonly from: readonly (readonly number[])[];
}

/** An answer about one occurrence at one layer, which may still be on its way. */
interface Answer<T> {
  readonly index: number;
  readonly layer: number;
  /** null while it is worked out. */
  readonly items: readonly T[] | null;
}

interface LabState {
  /** The lab as it stands now, and the last finished one. */
  readonly frame: LabFrame | null;
  readonly result: LabResult | null;
  /**
   * The frame's coordinates as they are shown, a layer each: turned to lie as like the last finished lab's as they
   * can. A fit has no up and down of its own, and an edited sentence should move one dot.
   */
  readonly placed: readonly Float32Array[] | null;
  readonly job: LabJob | null;
  /** Occurrences, by their row in the frame. */
  readonly hovered: number | null;
  readonly picked: number | null;
  /** Two occurrences that are compared. */
  readonly pair: readonly [number, number] | null;
  /** The point of the static pane that was chosen. */
  readonly entryPicked: number | null;
  readonly trails: readonly Trail[];
  /** The layer (its place among the layers) that is played now; null while nothing plays. */
  readonly playhead: number | null;
  /** Whether the two scenes have drawn their first frame since they were mounted. */
  readonly drawn: { readonly still: boolean; readonly occurrences: boolean };
  /** Raw cosine similarities at a layer (its place among the layers) of `of`'s vectors. */
  readonly similarity: {
    readonly of: LabFrame['vectors'];
    readonly layer: number;
    readonly matrix: Float32Array;
  } | null;
  readonly moved: Answer<MovedPart> | null;
  readonly like: Answer<LikeSentence> | null;
  /** Steps of the guided path that the person has done. */
  readonly done: ReadonlySet<GuideStep>;
}

interface LabActions {
  hover(index: number | null): void;
  /** Looks at an occurrence; null looks away. */
  pick(index: number | null): void;
  compare(pair: readonly [number, number] | null): void;
  pickEntry(index: number | null): void;
  tick(step: GuideStep): void;
  setDrawn(scene: 'still' | 'occurrences', drawn: boolean): void;
}

/** The contextual lab: what it shows, and what is looked at. */
export const useLab = create<LabState & LabActions>()((set, get) => ({
  frame: null,
  result: null,
  placed: null,
  job: null,
  hovered: null,
  picked: null,
  pair: null,
  entryPicked: null,
  trails: [],
  playhead: null,
  similarity: null,
  moved: null,
  like: null,
  drawn: { still: false, occurrences: false },
  done: new Set(),
  hover(hovered) {
    if (hovered === get().hovered) return;
    set({ hovered });
    if (hovered !== null) get().tick('hover');
  },
  pick(picked) {
    set({ picked, pair: null, moved: null, like: null });
    if (picked !== null) get().tick('hover');
  },
  compare: (pair) => set(pair ? { pair, picked: pair[0], moved: null, like: null } : { pair }),
  pickEntry(entryPicked) {
    set({ entryPicked });
    if (entryPicked !== null) get().tick('static');
  },
  tick(step) {
    const { done } = get();
    if (!done.has(step)) set({ done: new Set([...done, step]) });
  },
  setDrawn: (scene, is) => set(({ drawn }) => ({ drawn: { ...drawn, [scene]: is } })),
}));

/** The place among the layers (`table`, 0 … L) of the layer that a link asks for; the last where it lacks that one. */
export function layerPlace(layers: readonly Layer[], asked: Layer | null): number {
  const place = asked === null ? -1 : layers.indexOf(asked);
  return place < 0 ? layers.length - 1 : place;
}
