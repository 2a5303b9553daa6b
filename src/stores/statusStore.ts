import { create } from 'zustand';
import type { Fault, FaultCode, FaultDetails } from '../contract/fault.ts';
import type { LinkProblem } from '../contract/linkText.ts';
import type { Activity, Note } from '../pipeline/activity.ts';

/** A refusal, a fault or a remark, shown as a sentence until it is dismissed or the next map replaces it. */
export type Message =
  | { readonly id: number; readonly kind: 'fault'; readonly code: FaultCode; readonly details: FaultDetails }
  | { readonly id: number; readonly kind: 'note'; readonly note: Note }
  | { readonly id: number; readonly kind: 'link'; readonly problems: readonly LinkProblem[] };
type NewMessage = Message extends infer M ? (M extends Message ? Omit<M, 'id'> : never) : never;

interface StatusState {
  /** Grows by one with every input that changes what is shown. */
  readonly run: number;
  /** Pieces of work not yet done; the page is ready when there are none. */
  readonly outstanding: number;
  /** The last map could not be made. */
  readonly failed: boolean;
  /** Parts of the page without which there is nothing to see, and which could not be fetched. */
  readonly missing: number;
  readonly paused: boolean;
  /** The points have been drawn once, as a scene or as a table. */
  readonly drawn: boolean;
  readonly activity: Activity | null;
  readonly messages: readonly Message[];
  /** Tries the last work again, after a fault. */
  readonly retry: () => void;
}

interface StatusActions {
  /**
   * Called in the same task as the input: leaves `ready` at once. The answer ends this piece of work. Work that
   * follows from an input which has begun already (`'more'`) is no new run.
   */
  begin(kind?: 'more'): () => void;
  setActivity(activity: Activity | null): void;
  setPaused(paused: boolean): void;
  setFailed(failed: boolean): void;
  /** A part without which there is nothing to see could not be fetched. The answer ends that. */
  miss(): () => void;
  setDrawn(): void;
  say(message: NewMessage): void;
  report(fault: Fault): void;
  dismiss(id: number): void;
  /** Drops the messages about the last map. */
  clear(): void;
}

export const useStatus = create<StatusState & StatusActions>()((set, get) => ({
  run: 0,
  outstanding: 0,
  failed: false,
  missing: 0,
  paused: false,
  drawn: false,
  activity: null,
  messages: [],
  retry() {},
  begin(kind) {
    set(({ run, outstanding }) => ({
      run: kind === 'more' ? run : run + 1,
      outstanding: outstanding + 1,
    }));
    return once(() =>
      set(({ outstanding, activity }) => ({
        outstanding: outstanding - 1,
        activity: outstanding === 1 ? null : activity,
      })),
    );
  },
  setActivity: (activity) => set({ activity }),
  setPaused: (paused) => set({ paused }),
  setFailed: (failed) => set({ failed }),
  miss() {
    set(({ missing }) => ({ missing: missing + 1 }));
    return once(() => set(({ missing }) => ({ missing: missing - 1 })));
  },
  setDrawn: () => set({ drawn: true }),
  say(message) {
    set(({ messages }) => ({ messages: [...messages, { ...message, id: nextId++ }] }));
  },
  report: (fault) => get().say({ kind: 'fault', code: fault.code, details: fault.details }),
  dismiss: (id) => set(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) })),
  clear: () => set({ messages: [] }),
}));

let nextId = 0;

/** Ends what may be ended more than once, but counts once. */
function once(end: () => void): () => void {
  let open = true;
  return () => {
    if (!open) return;
    open = false;
    end();
  };
}

/** The contract's three states. */
export function statusOf({
  outstanding,
  failed,
  missing,
  drawn,
}: StatusState): 'loading' | 'ready' | 'error' {
  if (outstanding > 0) return 'loading';
  if (failed || missing > 0) return 'error';
  return drawn ? 'ready' : 'loading';
}
