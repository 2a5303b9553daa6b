import { create } from 'zustand';
import type { OrderJob } from '../../pipeline/order/buildOrder.ts';
import type { OrderResult } from '../../pipeline/order/orderResult.ts';

/** Steps of the view's guided path, in order. */
export const ORDER_STEPS = ['off', 'on', 'own', 'encodings', 'rotary', 'sentences'] as const;
export type OrderStep = (typeof ORDER_STEPS)[number];

interface OrderState {
  /** What is shown: the last finished answer, or one on its way. */
  readonly frame: OrderResult | null;
  readonly result: OrderResult | null;
  readonly job: OrderJob | null;
  /** A row of the figure's points. */
  readonly hovered: number | null;
  readonly picked: number | null;
  /** A token of the text, pointed at. */
  readonly token: number | null;
  /** Steps of the guided path that the person has done. */
  readonly done: ReadonlySet<OrderStep>;
}

interface OrderActions {
  hover(index: number | null): void;
  pick(index: number | null): void;
  point(token: number | null): void;
  tick(step: OrderStep): void;
}

/** The view: what it shows, and what is looked at. */
export const useOrder = create<OrderState & OrderActions>()((set, get) => ({
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
