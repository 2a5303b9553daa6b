import { Shuffle } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { analogyOf, STATIC_IDS } from '../../../contract/deepLink.ts';
import { formatGame, type GameText } from '../../../pipeline/words/neighbours/gameText.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { WordInput } from '../WordInput.tsx';
import { MIXED_PAIRS, READY_PAIRS } from './readyPairs.ts';

/** What a link's game cannot hold. */
const CUTS = /[~,，、]/g;

/** The ends of a game, typed or offered. */
export function GameForm({ game }: { readonly game: GameText | null }) {
  const { t } = useTranslation('analogy');
  const heading = useId();
  const { link, change } = useLink();
  const { model, lang } = analogyOf(link);
  const mixed = link.languages === 'both' && STATIC_IDS.some((id) => id === model);
  const pairs = mixed ? MIXED_PAIRS : READY_PAIRS[lang];
  const [start, setStart] = useState(game?.path[0] ?? pairs[0][0]);
  const [goal, setGoal] = useState(game?.goal ?? pairs[0][1]);
  const play = (from: string, to: string) =>
    change({ word: from.trim(), game: formatGame({ path: [from.trim()], goal: to.trim() }) });
  const another = () => {
    const next = (pairs.findIndex(([from, to]) => from === start && to === goal) + 1) % pairs.length;
    // the first pair stands there already before a game
    play(...pairs[game ? next : Math.max(next, 1) % pairs.length]);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (start.trim() !== '' && goal.trim() !== '') play(start, goal);
  };
  return (
    <form className="game-form" aria-labelledby={heading} onSubmit={onSubmit}>
      <h2 id={heading}>{t('neighbours.game.title')}</h2>
      <p className="hint">{t('neighbours.game.about')}</p>
      <div className="pair">
        <WordInput
          label={t('neighbours.game.start')}
          testId="game-start"
          value={start}
          onChange={(word) => setStart(word.replace(CUTS, ''))}
        />
        <WordInput
          label={t('neighbours.game.goal')}
          testId="game-goal"
          value={goal}
          onChange={(word) => setGoal(word.replace(CUTS, ''))}
        />
      </div>
      <div className="game-buttons">
        <button type="submit" className="button primary" disabled={start.trim() === '' || goal.trim() === ''}>
          {game ? t('neighbours.game.again') : t('neighbours.game.play')}
        </button>
        <button type="button" className="button" onClick={another}>
          <Shuffle aria-hidden size={14} /> {t('neighbours.game.another')}
        </button>
        {game && (
          <button type="button" className="text-button" onClick={() => change({ game: null })}>
            {t('neighbours.game.leave')}
          </button>
        )}
      </div>
    </form>
  );
}
