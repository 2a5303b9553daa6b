import { useTranslation } from 'react-i18next';
import { analogyOf } from '../../../contract/deepLink.ts';
import { formatGame, parseGame } from '../../../pipeline/words/neighbours/gameText.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { UnknownWords } from '../UnknownWords.tsx';
import { WordInput } from '../WordInput.tsx';
import { GameForm } from './GameForm.tsx';
import { READY_WORDS } from './readyPairs.ts';
import './neighbours.css';

/** The word looked at, and the game's two words. */
export function NeighboursForm() {
  const { t } = useTranslation('analogy');
  const { link, type, change } = useLink();
  const { lang } = analogyOf(link);
  const game = link.game === null ? null : parseGame(link.game);
  const [best] = READY_WORDS[lang];
  const word = link.word ?? game?.path.at(-1) ?? best;
  const replace = (lacking: string, by: string) => {
    if (lacking === word) type({ word: by });
    if (!game) return;
    const replaced = (each: string) => (each === lacking ? by : each);
    change({ game: formatGame({ path: game.path.map(replaced), goal: replaced(game.goal) }) });
  };
  return (
    <>
      <WordInput
        label={t('neighbours.word')}
        testId="neighbour-word"
        value={word}
        onChange={(next) => type({ word: next })}
      />
      <fieldset className="chips">
        <legend className="visually-hidden">{t('neighbours.examples')}</legend>
        {READY_WORDS[lang].map((ready) => (
          <button key={ready} type="button" className="chip" onClick={() => change({ word: ready })}>
            {ready}
          </button>
        ))}
      </fieldset>
      <UnknownWords onReplace={replace} />
      <GameForm key={link.game === null ? 'none' : `${game?.path[0]}~${game?.goal}`} game={game} />
    </>
  );
}
