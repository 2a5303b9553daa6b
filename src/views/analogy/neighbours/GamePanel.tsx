import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import { formatGame } from '../../../pipeline/words/neighbours/gameText.ts';
import type { GameState } from '../../../pipeline/words/neighbours/playGame.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useWords } from '../../../stores/wordsStore.ts';
import { FewestHops } from './FewestHops.tsx';
import { hoverWord } from './hoverWord.ts';

interface GamePanelProps {
  readonly game: GameState;
  readonly kind: 'dictionary' | 'list';
}

/** The way so far, where it may go on, and how it ended. */
export function GamePanel({ game, kind }: GamePanelProps) {
  const { t } = useTranslation('analogy');
  const { path, goal, won, offers, words } = game;
  const here = path[path.length - 1];
  const hops = path.length - 1;
  const goTo = (way: readonly string[]) => {
    useLink.getState().change({
      word: way[way.length - 1],
      game: formatGame({ path: way, goal: goal.text }),
    });
  };
  const way = path.map(({ text }) => text);
  const most = Math.max(1e-6, ...offers.map(({ toGoal }) => toGoal));
  return (
    <section className="answer-part game" data-testid="game" data-won={won} data-hops={hops}>
      <h2>{t('neighbours.game.heading', { start: path[0].text, goal: goal.text })}</h2>
      <ol className="game-way" aria-label={t('neighbours.game.way')}>
        {path.map(({ row, text, language, score }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a way may pass a word twice
          <li key={`${index} ${row}`} aria-current={index === hops ? 'step' : undefined}>
            <button
              type="button"
              className="chip"
              lang={language}
              title={t('neighbours.game.closeness', { goal: goal.text, score: twoDecimals(score) })}
              onClick={() => useLink.getState().change({ word: text })}
              onPointerEnter={() => hoverWord(row)}
              onPointerLeave={() => hoverWord(null)}
            >
              {text} <small>{twoDecimals(score)}</small>
            </button>
          </li>
        ))}
      </ol>
      <p aria-live="polite" className={won ? 'game-won' : undefined}>
        {won
          ? t('neighbours.game.won', { goal: goal.text, count: hops })
          : t('neighbours.game.hops', { count: hops })}
      </p>
      {offers.length > 0 && (
        <>
          <h3>{t('neighbours.game.next')}</h3>
          <p className="hint">{t('neighbours.game.hint', { goal: goal.text, here: here.text })}</p>
          <ol className="neighbours offers" data-testid="offers">
            {offers.map(({ row, text, language, toGoal, score }) => {
              const warmer = toGoal > here.score;
              return (
                <li key={row} data-text={text} data-score={score} data-goal={toGoal}>
                  <button
                    type="button"
                    className="neighbour"
                    onClick={() => {
                      useWords.getState().tick('neighbours');
                      goTo([...way, text]);
                    }}
                    onPointerEnter={() => hoverWord(row)}
                    onPointerLeave={() => hoverWord(null)}
                  >
                    <span
                      aria-hidden
                      className="neighbour-bar"
                      style={{ inlineSize: `${Math.max(0, (toGoal / most) * 100)}%` }}
                    />
                    <span className="neighbour-text" lang={language}>
                      {text}
                    </span>
                    <span className="offer-sign" data-warmer={warmer}>
                      <span aria-hidden>{warmer ? '▲' : '▼'}</span>
                      <span className="visually-hidden">
                        {t(warmer ? 'neighbours.game.warmer' : 'neighbours.game.colder')}
                      </span>
                    </span>
                    <span className="score">{twoDecimals(toGoal)}</span>
                  </button>
                </li>
              );
            })}
          </ol>
        </>
      )}
      {hops > 0 && (
        <button type="button" className="text-button" onClick={() => goTo(way.slice(0, -1))}>
          <Undo2 aria-hidden size={14} /> {t('neighbours.game.undo')}
        </button>
      )}
      <FewestHops game={game} />
      <p className="hint">
        {t(kind === 'list' ? 'neighbours.game.amongList' : 'neighbours.game.among', { count: words })}
      </p>
    </section>
  );
}
