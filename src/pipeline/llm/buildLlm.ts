import { type Job, startJob } from '../job.ts';
import type { WorkHooks } from '../modelSessions.ts';
import { futureFace } from './future/futureFace.ts';
import { insideFace } from './inside/insideFace.ts';
import type { LlmRequest } from './llmRequest.ts';
import type { LlmFaceResult, LlmResult, LlmWork } from './llmResult.ts';
import { nextFace } from './next/nextFace.ts';

interface LlmHooks extends Omit<WorkHooks, 'signal'> {
  /** The answer as far as it has come. */
  readonly onFrame: (frame: LlmResult) => void;
}

export type LlmJob = Job<LlmResult>;

/** The path of the view: text → tokens → hidden states → answer → figure. */
export function buildLlm(request: LlmRequest, hooks: LlmHooks): LlmJob {
  return startJob(async ({ signal }) => {
    hooks.onActivity({ kind: 'data' });
    const onFrame = (partial: LlmFaceResult) => hooks.onFrame({ request, ...partial });
    return { request, ...(await faceOf({ ...hooks, request, signal, onFrame })) };
  });
}

function faceOf(work: LlmWork): Promise<LlmFaceResult> {
  const { asked } = work.request;
  switch (asked.face) {
    case 'next':
      return nextFace(asked, work);
    case 'inside':
      return insideFace(asked, work);
    case 'future':
      return futureFace(asked, work);
  }
}
