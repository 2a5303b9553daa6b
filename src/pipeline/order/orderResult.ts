import type { FaceResult, FaceWork, ViewResult } from '../faceResult.ts';
import type { OrderAsked, OrderRequest } from './orderRequest.ts';
import type { PermutationsAnswer } from './permutations/permutationsAnswer.ts';
import type { PositionAnswer } from './position/positionAnswer.ts';
import type { SentencesAnswer } from './sentences/sentencesAnswer.ts';

export type { OrderAsked };

/** What a face of the view has found. */
export type OrderAnswer = PermutationsAnswer | PositionAnswer | SentencesAnswer;

/** What a face works with. */
export type OrderWork = FaceWork<OrderRequest, OrderAnswer>;

/** What the view shows; while it is worked out, as far as it has come. */
export type OrderResult = ViewResult<OrderRequest, OrderAnswer>;

/** What a face makes of its question. */
export type OrderFaceResult<A extends OrderAnswer = OrderAnswer> = FaceResult<A>;
