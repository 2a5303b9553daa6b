import { type Job, startJob } from '../job.ts';
import type { WorkHooks } from '../modelSessions.ts';
import type { OrderRequest } from './orderRequest.ts';
import type { OrderFaceResult, OrderResult, OrderWork } from './orderResult.ts';
import { permutationsFace } from './permutations/permutationsFace.ts';
import { positionFace } from './position/positionFace.ts';
import { sentencesFace } from './sentences/sentencesFace.ts';

interface OrderHooks extends Omit<WorkHooks, 'signal'> {
  /** The answer as far as it has come. */
  readonly onFrame: (frame: OrderResult) => void;
}

export type OrderJob = Job<OrderResult>;

/** The path of the view: text → tokens → hidden states → answer → figure. */
export function buildOrder(request: OrderRequest, hooks: OrderHooks): OrderJob {
  return startJob(async ({ signal }) => {
    hooks.onActivity({ kind: 'data' });
    const onFrame = (partial: OrderFaceResult) => hooks.onFrame({ request, ...partial });
    return { request, ...(await faceOf({ ...hooks, request, signal, onFrame })) };
  });
}

function faceOf(work: OrderWork): Promise<OrderFaceResult> {
  const { asked } = work.request;
  switch (asked.face) {
    case 'order':
      return permutationsFace(asked, work);
    case 'position':
      return positionFace(asked, work);
    case 'sentences':
      return sentencesFace(asked, work);
  }
}
