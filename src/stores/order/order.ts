import { buildOrder } from '../../pipeline/order/buildOrder.ts';
import { type OrderRequest, orderRequestOf } from '../../pipeline/order/orderRequest.ts';
import type { OrderResult } from '../../pipeline/order/orderResult.ts';
import { drive } from '../viewDriver.ts';
import { useOrder } from './orderStore.ts';

/** Follows the link as long as its view is this one. */
export function startOrder(): void {
  drive<OrderRequest, OrderResult, OrderResult>({
    view: 'order',
    requestOf: ({ link, inside }) => orderRequestOf(link, inside.order),
    typedOf: ({ asked }) => ({
      kind: asked.face,
      typed: asked.face === 'position' ? null : asked.sentences,
    }),
    lookOf: ({ show, theme, colour }) => [show, theme, colour],
    build: buildOrder,
    job: () => useOrder.getState().job,
    take: (job) => useOrder.setState({ job }),
    show: (frame) => useOrder.setState({ frame }),
    finish: (result) =>
      useOrder.setState({ frame: result, result, hovered: null, picked: null, token: null }),
    fail: () => useOrder.setState(({ result }) => ({ frame: result })),
  });
}
