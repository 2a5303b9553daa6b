import type { Language, Layer, Pooling } from '../../contract/options.ts';
import type { DeviceReport } from '../../models/embeddingModel.ts';
import type { ModelCard } from '../../models/modelCard.ts';
import type { Note } from '../activity.ts';
import type { Figure } from './figure.ts';
import type { QuestionAnswer } from './question/askQuestion.ts';
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
export type Answer = QuestionAnswer | RelationsAnswer;

/** What the analogy view shows; while it is worked out, as far as it has come. */
export interface WordsResult {
  readonly request: WordsRequest;
  readonly space: SpaceInfo;
  readonly figure: Figure | null;
  readonly answer: Answer;
  readonly notes: readonly Note[];
}

/** What a face makes of its question. */
export type FaceResult<A extends Answer = Answer> = Pick<WordsResult, 'figure' | 'notes'> & {
  readonly answer: A;
};
