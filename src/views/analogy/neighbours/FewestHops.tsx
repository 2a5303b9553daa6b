import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GameState } from '../../../pipeline/words/neighbours/playGame.ts';
import { compareAllWords, useWordGraph } from '../../../stores/wordGraph.ts';

/** The fewest hops that a game takes: told once it is won, or when a person gives up. */
export function FewestHops({ game }: { readonly game: GameState }) {
  const { t } = useTranslation('analogy');
  const [shown, setShown] = useState(false);
  const working = useWordGraph(({ working }) => working);
  const { fewest, won, path, goal } = game;
  if (fewest?.hops === null)
    return <p className="game-no-way">{t('neighbours.game.noWay', { goal: goal.text })}</p>;
  if (fewest && (won || shown)) {
    return (
      <div className="game-fewest" data-testid="fewest" data-hops={fewest.hops}>
        <p>
          {won && path.length - 1 === fewest.hops
            ? t('neighbours.game.best')
            : t('neighbours.game.fewest', { count: fewest.hops })}
        </p>
        <p>
          {fewest.way.map(({ row, text, language }, index) => (
            <span key={row} lang={language}>
              {index > 0 && ' → '}
              {text}
            </span>
          ))}
        </p>
      </div>
    );
  }
  return (
    <button
      type="button"
      className="text-button"
      disabled={working}
      onClick={() => {
        setShown(true);
        if (!fewest) void compareAllWords();
      }}
    >
      {t(won ? 'neighbours.game.fewestOf' : 'neighbours.game.giveUp')}
    </button>
  );
}
