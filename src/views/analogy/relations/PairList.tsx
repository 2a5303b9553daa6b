import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { RelationArrow, RelationsAnswer } from '../../../pipeline/words/relations/showRelations.ts';
import { useWords } from '../../../stores/wordsStore.ts';

/** The arrows of the relation, each with how often its end was found; pointing at one shows its end in the picture. */
export function PairList({ answer }: { readonly answer: RelationsAnswer }) {
  const { t } = useTranslation('analogy');
  const id = useId();
  const { arrows, unknown } = answer;
  return (
    <section className="relation-pairs" aria-labelledby={id}>
      <h2 id={id}>{t('relations.pairs')}</h2>
      <ul data-testid="relation-pairs">
        {arrows.map((arrow, row) => (
          <li key={`${arrow.a} ${arrow.b}`} data-odd={arrow.odd || undefined}>
            <Pair arrow={arrow} end={arrows.length + row} />
          </li>
        ))}
      </ul>
      <p className="hint">{t('relations.pairsHint')}</p>
      {unknown.length > 0 && (
        <p className="hint">
          {t('relations.unknown', { count: unknown.length })}{' '}
          {t('relations.unknownPairs', { pairs: unknown.map(([a, b]) => `${a} → ${b}`).join(' · ') })}
        </p>
      )}
    </section>
  );
}

interface PairProps {
  readonly arrow: RelationArrow;
  /** The figure's point where the arrow ends. */
  readonly end: number;
}

function Pair({ arrow, end }: PairProps) {
  const { t } = useTranslation('analogy');
  const { a, b, own, odd, right, asked, wrong } = arrow;
  const { hover, pick } = useWords.getState();
  return (
    <button
      type="button"
      className="relation-pair"
      onClick={() => pick(end)}
      onPointerEnter={() => hover(end)}
      onPointerLeave={() => hover(null)}
      onFocus={() => hover(end)}
      onBlur={() => hover(null)}
    >
      <span className="relation-words" dir="auto">
        {a} → {b}
        {odd && <small className="relation-odd">≠ {t('relations.odd')}</small>}
      </span>
      <span className="score">
        {right === null ? (
          t('relations.waiting')
        ) : (
          <>
            <span aria-hidden>
              {right}/{asked}
            </span>
            <span className="visually-hidden">{t('relations.asked', { right, count: asked })}</span>
          </>
        )}
      </span>
      <small className="relation-facts">
        <span>{t('relations.own', { cosine: twoDecimals(own) })}</span>
        {wrong && <span>{t('relations.wrong', { word: wrong.text, count: wrong.count })}</span>}
      </small>
    </button>
  );
}
