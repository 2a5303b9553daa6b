import { useTranslation } from 'react-i18next';
import type { PermutationsAnswer } from '../../../pipeline/order/permutations/permutationsAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { threeDecimals } from './numberText.ts';

/** A cosine above which two sentences count as nearly the same here; said in the text. */
const NEAR = 0.9;
const SHOWN = 5;

/** Orders that mean something else and yet lie close: position is known, and hardly matters. */
export function LessonPart({ answer }: { readonly answer: PermutationsAnswer }) {
  const { t } = useTranslation('order');
  const { confused, sets, unrelated } = answer;
  const near = confused.filter(({ cosine }) => cosine > NEAR).length;
  return (
    <section className="answer-part" data-testid="order-lesson">
      <h2>{t('permutations.panel.lesson')}</h2>
      <p>
        {confused.length > 0
          ? t('permutations.panel.lessonText', { near, all: confused.length })
          : t('permutations.panel.lessonNone')}
      </p>
      <ul className="order-pairs">
        {confused.slice(0, SHOWN).flatMap(({ set: id, order, cosine }) => {
          const set = sets.find((each) => each.id === id);
          if (!set) return [];
          return (
            <li key={set.orders[order].id} data-cosine={cosine}>
              <button
                type="button"
                className="row-button"
                lang={set.language}
                onClick={() => useLink.getState().change({ relation: id })}
              >
                {set.orders[0].text} <span aria-hidden>≠</span> {set.orders[order].text}
              </button>
              <strong>{threeDecimals(cosine)}</strong>
            </li>
          );
        })}
      </ul>
      {unrelated !== null && (
        <p className="hint">{t('permutations.panel.unrelated', { cosine: threeDecimals(unrelated) })}</p>
      )}
    </section>
  );
}
