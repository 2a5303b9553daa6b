import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../contract/options.ts';
import type { NeighboursAnswer } from '../../../pipeline/words/neighbours/lookAround.ts';
import type { NearWord } from '../../../pipeline/words/neighbours/neighbourhood.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { hoverWord } from './hoverWord.ts';

interface NearestListProps {
  readonly answer: NeighboursAnswer;
  /** Words of the space. */
  readonly size: number;
}

/** Listed before a person asks for all. */
const FIRST = 10;

/** The nearest words of the whole space, of one language or of both; a click looks at one of them. */
export function NearestList({ answer: { word, candidates, byLanguage }, size }: NearestListProps) {
  const { t } = useTranslation('analogy');
  const [which, setWhich] = useState<'together' | Language>('together');
  const [all, setAll] = useState(false);
  const mixed = byLanguage.length > 1;
  const rows: readonly NearWord[] =
    (which !== 'together' && byLanguage.find(({ language }) => language === which)?.nearest) || candidates;
  const most = rows[0]?.score ?? 1;
  return (
    <section className="answer-part">
      <h2>{t('neighbours.nearest', { word })}</h2>
      <p className="hint">{t('neighbours.among', { count: size })}</p>
      {mixed && (
        <fieldset className="toggles ranking">
          <legend className="visually-hidden">{t('neighbours.which')}</legend>
          {(['together', ...byLanguage.map(({ language }) => language)] as const).map((value) => (
            <label key={value} className="toggle">
              <input
                type="radio"
                name="nearest-of"
                className="visually-hidden"
                checked={which === value}
                onChange={() => setWhich(value)}
              />
              {t(`neighbours.${value}`)}
            </label>
          ))}
        </fieldset>
      )}
      <ol className="neighbours" data-testid="neighbours">
        {rows.slice(0, all ? rows.length : FIRST).map(({ row, text, language, score }, rank) => (
          <li key={row} data-text={text} data-score={score} data-language={language}>
            <button
              type="button"
              className="neighbour"
              onClick={() => useLink.getState().change({ word: text })}
              onPointerEnter={() => hoverWord(row)}
              onPointerLeave={() => hoverWord(null)}
              onFocus={() => hoverWord(row)}
              onBlur={() => hoverWord(null)}
            >
              <span
                aria-hidden
                className="neighbour-bar"
                style={{ inlineSize: `${Math.max(0, (score / most) * 100)}%` }}
              />
              <span className="rank">{rank + 1}</span>
              <span className="neighbour-text" lang={language}>
                {text}
                {mixed && which === 'together' && <em> {t(`neighbours.${language}`)}</em>}
              </span>
              <span className="score">{score.toFixed(3)}</span>
            </button>
          </li>
        ))}
      </ol>
      {rows.length > FIRST && (
        <button
          type="button"
          className="text-button"
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
          }}
        >
          {all ? t('neighbours.fewer') : t('neighbours.all', { count: rows.length })}
        </button>
      )}
    </section>
  );
}
