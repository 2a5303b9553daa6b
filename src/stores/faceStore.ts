import { create } from 'zustand';
import type { Job } from '../pipeline/job.ts';

interface FaceState<R, S extends string> {
  /** What is shown: the last finished answer, or one on its way. */
  readonly frame: R | null;
  readonly result: R | null;
  readonly job: Job<R> | null;
  /** A row of the figure's points. */
  readonly hovered: number | null;
  readonly picked: number | null;
  /** A token of the text, pointed at. */
  readonly token: number | null;
  /** Steps of the guided path that the person has done. */
  readonly done: ReadonlySet<S>;
}

interface FaceActions<S extends string> {
  hover(index: number | null): void;
  pick(index: number | null): void;
  point(token: number | null): void;
  tick(step: S): void;
}

/** The store of a view with several faces: what it shows (results R), what is looked at, which steps S are done. */
export function createFaceStore<R, S extends string>() {
  return create<FaceState<R, S> & FaceActions<S>>()((set, get) => ({
    frame: null,
    result: null,
    job: null,
    hovered: null,
    picked: null,
    token: null,
    done: new Set<S>(),
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
}
