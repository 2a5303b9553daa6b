import type { Language, Layer, Pooling } from '../../contract/options.ts';
import type { DeviceReport } from '../../models/embeddingModel.ts';
import type { ModelCard } from '../../models/modelCard.ts';
import type { Note } from '../activity.ts';
import type { AxesAnswer } from './axes/askAxes.ts';
import type { Figure } from './figure.ts';
import type { NeighboursAnswer } from './neighbours/lookAround.ts';
import type { QuestionAnswer } from './question/askQuestion.ts';
import type { RandomAnswer } from './random/showStages.ts';
import type { RelationsAnswer } from './relations/showRelations.ts';
import type { WordsRequest } from './wordsRequest.ts';

/** Which words an answer was looked for among. */
export interface SpaceInfo {
  readonly card: ModelCard;
  readonly report: DeviceReport;
  readonly kind: 'dictionary' | 'list';
  readonly languages: readonly Language[];
  /** Words. */
  readonly size: number;
  /** Numbers in a vector. */
  readonly dim: number;
  readonly layer: Layer | null;
  readonly pooling: Pooling;
}

/** What a face of the analogy view has found. */
export type Answer = NeighboursAnswer | QuestionAnswer | RelationsAnswer | RandomAnswer | AxesAnswer;

/** What the analogy view shows; while it is worked out, as far as it has come. */
export interface WordsResult {
  readonly request: WordsRequest;
  readonly space: SpaceInfo;
  readonly figure: Figure | null;
  readonly answer: Answer;
  /** Of a face that goes through stages: the figure of each; `figure` is the one shown. */
  readonly figures?: readonly Figure[];
  readonly notes: readonly Note[];
}

/** What a face makes of its question. */
export type FaceResult<A extends Answer = Answer> = Pick<WordsResult, 'figure' | 'figures' | 'notes'> & {
  readonly answer: A;
};
