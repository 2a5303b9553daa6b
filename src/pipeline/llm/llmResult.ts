import type { DeviceReport } from '../../models/embeddingModel.ts';
import type { ModelCard } from '../../models/modelCard.ts';
import type { Note } from '../activity.ts';
import type { WorkHooks } from '../modelSessions.ts';
import type { Figure } from '../words/figure.ts';
import type { FutureAnswer } from './future/futureAnswer.ts';
import type { InsideAnswer } from './inside/insideAnswer.ts';
import type { LlmAsked, LlmRequest } from './llmRequest.ts';
import type { NextAnswer } from './next/nextAnswer.ts';

export type { LlmAsked };

/** What a face works with. */
export interface LlmWork extends Omit<WorkHooks, 'signal'> {
  readonly request: LlmRequest;
  readonly signal: AbortSignal;
  /** Shows the answer as far as it has come. */
  readonly onFrame: (partial: LlmFaceResult) => void;
}

/** What a face of the view has found. */
export type LlmAnswer = NextAnswer | InsideAnswer | FutureAnswer;

/** What the view shows; while it is worked out, as far as it has come. */
export interface LlmResult {
  readonly request: LlmRequest;
  readonly card: ModelCard | null;
  readonly report: DeviceReport | null;
  /** The map, where the face draws one. */
  readonly figure: Figure | null;
  readonly answer: LlmAnswer;
  readonly notes: readonly Note[];
}

/** What a face makes of its question. */
export type LlmFaceResult<A extends LlmAnswer = LlmAnswer> = Omit<LlmResult, 'request' | 'answer'> & {
  readonly answer: A;
};
