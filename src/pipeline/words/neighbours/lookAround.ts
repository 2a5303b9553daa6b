import { Fault } from '../../../contract/fault.ts';
import type { Language } from '../../../contract/options.ts';
import { norm } from '../../../vectors/similarity.ts';
import type { Note } from '../../activity.ts';
import type { FaceWork } from '../faceWork.ts';
import type { Space } from '../openSpace.ts';
import { languageOfSpace } from '../openSpace.ts';
import { type KnownWord, knownWords } from '../unknownWords.ts';
import type { Asked } from '../wordsRequest.ts';
import type { FaceResult } from '../wordsResult.ts';
import { drawNeighbours } from './drawNeighbours.ts';
import { parseGame } from './gameText.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import type { GameState } from './playGame.ts';
import type { Hubs } from './wordGraph.ts';

/** Why a game cannot be played: both ends are one word, or one is not among the words of the space. */
export type GameProblem =
  | { readonly kind: 'same'; readonly word: string }
  | { readonly kind: 'outside'; readonly word: string };

/** What lies round a word, and how far a game of hops has come. */
export interface NeighboursAnswer extends Omit<Neighbourhood, 'second'> {
  readonly face: 'neighbours';
  /** The word looked at, as the space has it. */
  readonly word: string;
  readonly game: GameState | GameProblem | null;
  /** Null as long as the words have not been compared. */
  readonly hubs: Hubs | null;
}

const BEST_KNOWN: Record<Language, string> = { zh: '国王', en: 'king' };

/**
 * Looks round a word among all words of the space, and plays the game that the link tells.
 * @throws UnknownWords, Fault `points-nowhere`
 */
export async function lookAround(
  asked: Extract<Asked, { face: 'neighbours' }>,
  { request, space, signal }: FaceWork,
): Promise<FaceResult<NeighboursAnswer>> {
  const game = asked.game === null ? null : await play(asked.game, space, signal);
  const playing = game && !('kind' in game) ? game : null;
  const here = playing?.path.at(-1)?.text;
  // an emptied field is no question yet
  const wanted = asked.word?.trim() || here || BEST_KNOWN[languageOfSpace(request.space)];
  const [word] = await knownWords(space, [wanted], signal);
  if (norm(word.vector) === 0) throw new Fault('points-nowhere');
  const question = { row: word.row, vector: word.vector, seed: request.seed };
  const { second, ...around } = await space.ask('neighbourhood', question, signal);
  const hubs = await space.ask('knownHubs', null, signal);
  const figure = await drawNeighbours({ word, around, second, game: playing }, { request, space, signal });
  const refused = game && 'kind' in game ? game : null;
  const notes: Note[] = refused ? [{ kind: 'game-refused', details: { word: refused.word } }] : [];
  return { answer: { face: 'neighbours', word: word.word, ...around, game, hubs }, figure, notes };
}

async function play(text: string, space: Space, signal: AbortSignal): Promise<NeighboursAnswer['game']> {
  const { path, goal } = parseGame(text);
  const known = await knownWords(space, [...path, goal], signal);
  const outside = known.find(({ row }) => row < 0);
  if (outside) return { kind: 'outside', word: outside.word };
  const rows = known.map(({ row }: KnownWord) => row);
  const end = rows[rows.length - 1];
  if (rows[0] === end) return { kind: 'same', word: known[0].word };
  return space.ask('game', { path: rows.slice(0, -1), goal: end }, signal);
}
