import type { WorkHooks } from '../modelSessions.ts';
import type { Space } from './openSpace.ts';
import type { WordsRequest } from './wordsRequest.ts';
import type { FaceResult } from './wordsResult.ts';

/** What a face works with. */
export interface FaceWork {
  readonly request: WordsRequest;
  readonly space: Space;
  readonly signal: AbortSignal;
  readonly onActivity: WorkHooks['onActivity'];
  readonly onFrame: (partial: FaceResult) => void;
}
