import { type Job, startJob } from '../job.ts';
import type { WorkHooks } from '../modelSessions.ts';
import { askAxes } from './axes/askAxes.ts';
import type { FaceWork } from './faceWork.ts';
import { lookAround } from './neighbours/lookAround.ts';
import { openSpace, type Space } from './openSpace.ts';
import { askQuestion } from './question/askQuestion.ts';
import { showStages } from './random/showStages.ts';
import { showRelations } from './relations/showRelations.ts';
import type { WordsRequest } from './wordsRequest.ts';
import type { FaceResult, SpaceInfo, WordsResult } from './wordsResult.ts';

export interface WordsHooks extends Omit<WorkHooks, 'signal'> {
  /** The answer as far as it has come. */
  readonly onFrame: (frame: WordsResult) => void;
}

export type WordsJob = Job<WordsResult>;

/** The path of the analogy view: words → space → answer → figure. */
export function buildWords(request: WordsRequest, hooks: WordsHooks): WordsJob {
  return startJob(async ({ signal }) => {
    hooks.onActivity({ kind: 'data' });
    const space = await openSpace(request.space, { ...hooks, signal });
    signal.throwIfAborted();
    const whole = (partial: FaceResult): WordsResult => ({ request, space: infoOf(space), ...partial });
    const { onActivity } = hooks;
    const onFrame = (partial: FaceResult) => hooks.onFrame(whole(partial));
    return whole(await faceOf({ request, space, signal, onActivity, onFrame }));
  });
}

function faceOf(work: FaceWork): Promise<FaceResult> {
  const { asked } = work.request;
  switch (asked.face) {
    case 'question':
      return askQuestion(asked, work);
    case 'relations':
      return showRelations(asked, work);
    case 'axes':
      return askAxes(asked, work);
    case 'random':
      return showStages(work);
    case 'neighbours':
      return lookAround(asked, work);
  }
}

function infoOf({ model, kind, languages, size, dim, layer, pooling }: Space): SpaceInfo {
  return { card: model.card, report: model.report, kind, languages, size, dim, layer, pooling };
}
