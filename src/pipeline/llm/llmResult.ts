import type { FaceResult, FaceWork, ViewResult } from '../faceResult.ts';
import type { FutureAnswer } from './future/futureAnswer.ts';
import type { InsideAnswer } from './inside/insideAnswer.ts';
import type { LlmAsked, LlmRequest } from './llmRequest.ts';
import type { NextAnswer } from './next/nextAnswer.ts';

export type { LlmAsked };

/** What a face of the view has found. */
export type LlmAnswer = NextAnswer | InsideAnswer | FutureAnswer;

/** What a face works with. */
export type LlmWork = FaceWork<LlmRequest, LlmAnswer>;

/** What the view shows; while it is worked out, as far as it has come. */
export type LlmResult = ViewResult<LlmRequest, LlmAnswer>;

/** What a face makes of its question. */
export type LlmFaceResult<A extends LlmAnswer = LlmAnswer> = FaceResult<A>;
