import type { NeighboursAnswer as Answered } from '../../../pipeline/words/neighbours/lookAround.ts';
import type { SpaceInfo } from '../../../pipeline/words/wordsResult.ts';
import { GamePanel } from './GamePanel.tsx';
import { GameRefusal } from './GameRefusal.tsx';
import { HubsPart } from './HubsPart.tsx';
import { NearestList } from './NearestList.tsx';
import { SpreadPart } from './SpreadPart.tsx';

interface NeighboursAnswerProps {
  readonly answer: Answered;
  readonly space: SpaceInfo;
}

/** The game where there is one, the nearest words, how near all the others are, and the hubs. */
export function NeighboursAnswer({ answer, space }: NeighboursAnswerProps) {
  const { game } = answer;
  return (
    <>
      {game && 'kind' in game && <GameRefusal problem={game} size={space.size} />}
      {game && !('kind' in game) && (
        <GamePanel key={`${game.path[0].row}~${game.goal.row}`} game={game} kind={space.kind} />
      )}
      <NearestList answer={answer} size={space.size} />
      <SpreadPart answer={answer} />
      <HubsPart hubs={answer.hubs} />
    </>
  );
}
