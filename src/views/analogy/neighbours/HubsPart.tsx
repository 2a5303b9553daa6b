import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { Hubs } from '../../../pipeline/words/neighbours/wordGraph.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { compareAllWords, stopComparing, useWordGraph } from '../../../stores/wordGraph.ts';

/** Words that are among the nearest of very many others, once a person has them looked for. */
export function HubsPart({ hubs }: { readonly hubs: Hubs | null }) {
  const { t } = useTranslation('analogy');
  const working = useWordGraph(({ working }) => working);
  return (
    <section className="answer-part" data-testid="hubs">
      <h2>{t('neighbours.hubs.title')}</h2>
      <p className="hint">{t('neighbours.hubs.about')}</p>
      {!hubs && !working && (
        <>
          <button type="button" className="button" data-testid="run" onClick={() => void compareAllWords()}>
            {t('neighbours.hubs.run')}
          </button>
          <p className="hint">{t('neighbours.hubs.cost')}</p>
        </>
      )}
      {!hubs && working && (
        <p className="game-buttons">
          {t('neighbours.hubs.working')}
          <button type="button" className="button" data-testid="stop" onClick={stopComparing}>
            {t('neighbours.hubs.stop')}
          </button>
        </p>
      )}
      {hubs && <Found hubs={hubs} />}
    </section>
  );
}

function Found({ hubs }: { readonly hubs: Hubs }) {
  const { t } = useTranslation('analogy');
  const { top, distribution, words, nobodys, skewness, shareWithHalf } = hubs;
  const most = top[0]?.count ?? 1;
  const largest = Math.max(1, ...distribution.map(({ words: count }) => count));
  return (
    <>
      <p>
        {t('neighbours.hubs.says', {
          count: words,
          nobodys,
          share: Math.round(shareWithHalf * 100),
          skewness: twoDecimals(skewness),
        })}
      </p>
      <table className="facts-table counted">
        <caption>{t('neighbours.hubs.top')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('neighbours.hubs.word')}</th>
            <th scope="col">{t('neighbours.hubs.chosen')}</th>
          </tr>
        </thead>
        <tbody>
          {top.map(({ row, text, language, count }) => (
            <tr key={row}>
              <th scope="row" lang={language}>
                <button
                  type="button"
                  className="row-button"
                  onClick={() => useLink.getState().change({ word: text })}
                >
                  {text}
                </button>
              </th>
              <Bar value={count} most={most} />
            </tr>
          ))}
        </tbody>
      </table>
      <table className="facts-table counted">
        <caption>{t('neighbours.hubs.distribution')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('neighbours.hubs.times')}</th>
            <th scope="col">{t('neighbours.hubs.words')}</th>
          </tr>
        </thead>
        <tbody>
          {distribution.map(({ from, to, words: count }) => (
            <tr key={from}>
              <th scope="row">
                {to === null ? t('neighbours.hubs.more', { from }) : from === to ? from : `${from}–${to}`}
              </th>
              <Bar value={count} most={largest} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** A number with a bar as long as its share of the largest. */
function Bar({ value, most }: { readonly value: number; readonly most: number }) {
  return (
    <td className="bar-cell">
      <span aria-hidden className="neighbour-bar" style={{ inlineSize: `${(value / most) * 100}%` }} />
      <span>{value}</span>
    </td>
  );
}
