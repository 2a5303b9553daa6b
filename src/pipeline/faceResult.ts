import type { DeviceReport } from '../models/embeddingModel.ts';
import type { ModelCard } from '../models/modelCard.ts';
import type { Note } from './activity.ts';
import type { WorkHooks } from './modelSessions.ts';
import type { Figure } from './words/figure.ts';

/** What a face makes of its question: an answer A, and what goes with it. */
export interface FaceResult<A> {
  readonly card: ModelCard | null;
  readonly report: DeviceReport | null;
  /** The map, where the face draws one. */
  readonly figure: Figure | null;
  readonly answer: A;
  readonly notes: readonly Note[];
}

/** What a view with faces shows; while it is worked out, as far as it has come. */
export interface ViewResult<Q, A> extends FaceResult<A> {
  readonly request: Q;
}

/** What a face works with. */
export interface FaceWork<Q, A> extends Omit<WorkHooks, 'signal'> {
  readonly request: Q;
  readonly signal: AbortSignal;
  /** Shows the answer as far as it has come. */
  readonly onFrame: (partial: FaceResult<A>) => void;
}
