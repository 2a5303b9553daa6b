import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../language/decimals.ts';
import type { ComparisonResult } from '../../pipeline/comparison/comparisonResult.ts';
import { chanceOverlap, meanOf } from './changedItems.ts';

/** The numbers of the pair, each with what it means. */
export function PairNumbers({ result }: { readonly result: ComparisonResult }) {
  const { t } = useTranslation('compare');
  const { k, neighbourOverlap, cka, correlation, moved, left, right, items } = result;
  const told = (value: number | null) => (value === null ? t('numbers.none') : twoDecimals(value));
  const trust = ({ quality }: typeof left) => told(quality.trustworthiness);
  const numbers = [
    {
      id: 'overlap',
      name: t('numbers.overlap'),
      value: told(neighbourOverlap),
      means: t('numbers.overlapMeans', { k, chance: twoDecimals(chanceOverlap(items.length, k)) }),
    },
    { id: 'cka', name: t('numbers.cka'), value: told(cka), means: t('numbers.ckaMeans') },
    {
      id: 'pearson',
      name: t('numbers.pearson'),
      value: told(correlation.pearson),
      means: t('numbers.pearsonMeans', { items: correlation.items }),
    },
    {
      id: 'spearman',
      name: t('numbers.spearman'),
      value: told(correlation.spearman),
      means: t('numbers.spearmanMeans'),
    },
    {
      id: 'moved',
      name: t('numbers.moved'),
      value: twoDecimals(meanOf(moved)),
      means: t('numbers.movedMeans'),
    },
    {
      id: 'trust',
      name: t('numbers.trust'),
      value: `${trust(left)} · ${trust(right)}`,
      means: t('numbers.trustMeans'),
    },
  ];
  return (
    <section className="compare-part">
      <h2>{t('numbers.title')}</h2>
      <p className="hint">{t('numbers.shared', { count: items.length })}</p>
      <dl className="pair-numbers" data-testid="pair-numbers">
        {numbers.map(({ id, name, value, means }) => (
          <div key={id} data-number={id}>
            <dt>{name}</dt>
            <dd>
              <strong>{value}</strong> <span className="hint">{means}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
