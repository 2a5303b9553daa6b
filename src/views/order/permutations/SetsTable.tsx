import { useTranslation } from 'react-i18next';
import type { PermutationsAnswer } from '../../../pipeline/order/permutations/permutationsAnswer.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { shortNumber, threeDecimals } from './numberText.ts';

/** All sets with how far their orders part. */
export function SetsTable({ answer }: { readonly answer: PermutationsAnswer }) {
  const { t } = useTranslation('order');
  const { position, sets } = answer;
  return (
    <table className="order-matrix" data-testid="order-sets">
      <caption>
        {t('permutations.stage.allSets', { position: t(`permutations.stage.positions.${position}`) })}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('permutations.stage.set')}</th>
          <th scope="col">{t('permutations.stage.difference')}</th>
          <th scope="col">{t('permutations.stage.least')}</th>
        </tr>
      </thead>
      <tbody>
        {sets.map(({ id, language, orders, difference, farthest }) => {
          const largest = difference[position];
          const pair = farthest[position];
          return (
            <tr key={id}>
              <th scope="row">
                <button
                  type="button"
                  className="row-button"
                  onClick={() => useLink.getState().change({ relation: id })}
                >
                  <bdi lang={language}>{orders[0].text}</bdi> <small>× {orders.length}</small>
                </button>
              </th>
              <td>{largest === null ? '–' : shortNumber(largest)}</td>
              <td>{pair === null ? '–' : threeDecimals(pair.cosine)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
