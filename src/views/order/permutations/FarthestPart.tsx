import { useTranslation } from 'react-i18next';
import type { OrderSetAnswer } from '../../../pipeline/order/permutations/permutationsAnswer.ts';
import { threeDecimals } from './numberText.ts';
import { MARKS, roleOf } from './shownSet.ts';

interface FarthestPartProps {
  readonly set: OrderSetAnswer;
  readonly position: 'on' | 'off';
}

/** The two orders of a set that stand farthest apart. */
export function FarthestPart({ set, position }: FarthestPartProps) {
  const { t } = useTranslation('order');
  const pair = set.farthest[position];
  // with all orders in one place the farthest pair would be chosen by rounding
  if (!pair || pair.cosine > 1 - 1e-6) return null;
  return (
    <section className="answer-part" data-testid="order-farthest" data-cosine={pair.cosine}>
      <h2>{t('permutations.panel.farthest')}</h2>
      <p className="hint">
        {t('permutations.panel.farthestIn', { position: t(`permutations.stage.positions.${position}`) })}
      </p>
      <ul className="order-pair">
        {[pair.a, pair.b].map((index) => {
          const role = roleOf(set.orders[index], index);
          return (
            <li key={index}>
              <bdi lang={set.language}>{set.orders[index].text}</bdi>{' '}
              <small className="order-role" data-role={role}>
                <span aria-hidden>{MARKS[role]}</span> {t(`permutations.senses.${role}`)}
              </small>
            </li>
          );
        })}
      </ul>
      <p className="big-answer">{threeDecimals(pair.cosine)}</p>
    </section>
  );
}
