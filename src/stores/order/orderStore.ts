import type { OrderResult } from '../../pipeline/order/orderResult.ts';
import { createFaceStore } from '../faceStore.ts';

/** Steps of the view's guided path, in order. */
export const ORDER_STEPS = ['off', 'on', 'own', 'encodings', 'rotary', 'sentences'] as const;
export type OrderStep = (typeof ORDER_STEPS)[number];

/** The view of order: what it shows, and what is looked at. */
export const useOrder = createFaceStore<OrderResult, OrderStep>();
