import type { Neighbourhood, NeighbourQuestion } from './neighbours/neighbourhood.ts';
import type { GameQuestion, GameState } from './neighbours/playGame.ts';
import type { Hubs } from './neighbours/wordGraph.ts';
import type { StagesQuestion, WordStage } from './random/wordStages.ts';
import type { RelationCount, WordPair } from './relations/answerRelation.ts';
import type { Combination, Term, WordTable } from './wordSpace.ts';

/** What a word was found as: a row of the space, or nothing and the words spelt most like it. */
export interface FoundWord {
  readonly row: number;
  /** The word as the space has it; as it was asked where there is none. */
  readonly word: string;
  readonly spellings: readonly string[];
}

interface Counted {
  readonly done: number;
  readonly total: number;
}

/** What the worker that holds a word space can be asked. */
export interface SpaceMethods {
  /** Takes new words in place of the old ones. */
  open: { params: { tables: readonly WordTable[]; dim: number }; result: null; progress: Counted };
  find: { params: { words: readonly string[] }; result: FoundWord[]; progress: never };
  /** The row of each word, −1 where there is none; no spellings are looked for. */
  rows: { params: { words: readonly string[] }; result: number[]; progress: never };
  complete: { params: { beginning: string; k: number }; result: string[]; progress: never };
  /** rows × dim, as the model gave them. */
  vectors: { params: { rows: readonly number[] }; result: Float32Array<ArrayBuffer>; progress: never };
  /** `asked`: rows of the words of the question, which are no candidates. */
  combine: {
    params: { terms: readonly Term[]; asked: readonly number[]; k: number };
    result: Combination;
    progress: never;
  };
  neighbourhood: { params: NeighbourQuestion; result: Neighbourhood; progress: never };
  game: { params: GameQuestion; result: GameState; progress: never };
  /** Compares the most frequent words each with each: seconds of work, done once a space. */
  compareWords: { params: null; result: Hubs; progress: Counted };
  /** Null as long as the words have not been compared. */
  knownHubs: { params: null; result: Hubs | null; progress: never };
  relation: { params: { pairs: readonly WordPair[] }; result: RelationCount; progress: Counted };
  /** One-hot, random, trained step by step, trained; needs none of the space's words. */
  stages: { params: StagesQuestion; result: WordStage[]; progress: Counted };
}
