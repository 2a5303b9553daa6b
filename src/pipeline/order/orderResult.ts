import type { DeviceReport } from '../../models/embeddingModel.ts';
import type { ModelCard } from '../../models/modelCard.ts';
import type { Note } from '../activity.ts';
import type { WorkHooks } from '../modelSessions.ts';
import type { Figure } from '../words/figure.ts';
import type { OrderAsked, OrderRequest } from './orderRequest.ts';
import type { PermutationsAnswer } from './permutations/permutationsAnswer.ts';
import type { PositionAnswer } from './position/positionAnswer.ts';
import type { SentencesAnswer } from './sentences/sentencesAnswer.ts';

export type { OrderAsked };

/** What a face works with. */
export interface OrderWork extends Omit<WorkHooks, 'signal'> {
  readonly request: OrderRequest;
  readonly signal: AbortSignal;
  /** Shows the answer as far as it has come. */
  readonly onFrame: (partial: OrderFaceResult) => void;
}

/** What a face of the view has found. */
export type OrderAnswer = PermutationsAnswer | PositionAnswer | SentencesAnswer;

/** What the view shows; while it is worked out, as far as it has come. */
export interface OrderResult {
  readonly request: OrderRequest;
  readonly card: ModelCard | null;
  readonly report: DeviceReport | null;
  /** The map, where the face draws one. */
  readonly figure: Figure | null;
  readonly answer: OrderAnswer;
  readonly notes: readonly Note[];
}

/** What a face makes of its question. */
export type OrderFaceResult<A extends OrderAnswer = OrderAnswer> = Omit<OrderResult, 'request' | 'answer'> & {
  readonly answer: A;
};
