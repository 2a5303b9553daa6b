import { useTranslation } from 'react-i18next';
import type { GameProblem } from '../../../pipeline/words/neighbours/lookAround.ts';

/** Why the game cannot be played. */
export function GameRefusal({ problem, size }: { readonly problem: GameProblem; readonly size: number }) {
  const { t } = useTranslation('analogy');
  return (
    <section className="answer-part game-refusal" data-testid="game-refusal">
      <h2>{t('neighbours.game.title')}</h2>
      <p>{t(`neighbours.game.${problem.kind}`, { word: problem.word, count: size })}</p>
    </section>
  );
}
