import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../language/decimals.ts';
import type { ComparisonResult } from '../../pipeline/comparison/comparisonResult.ts';
import { useComparison } from '../../stores/comparisonStore.ts';
import { mostChanged } from './changedItems.ts';
import { pickItem } from './pickItem.ts';

/** So many of each are listed; the table has all. */
const LISTED = 10;

/** The items whose neighbours changed most, and least. */
export function ChangedItems({ result }: { readonly result: ComparisonResult }) {
  const { t } = useTranslation('compare');
  const { overlap } = result;
  const rows = useMemo(() => mostChanged(result), [result]);
  const changed = rows.filter((row) => overlap[row] < 1).slice(0, LISTED);
  const listed = new Set(changed);
  const kept = rows
    .toReversed()
    .filter((row) => !listed.has(row))
    .slice(0, LISTED);
  return (
    <section className="compare-part">
      <h2>{t('changed.title')}</h2>
      {changed.length === 0 ? (
        <p className="hint">{t('changed.nothing')}</p>
      ) : (
        <div className="compare-two">
          <ItemList title={t('changed.most')} testId="most-changed" rows={changed} result={result} />
          <ItemList title={t('changed.least')} testId="least-changed" rows={kept} result={result} />
        </div>
      )}
      <p className="hint">{t('changed.hint')}</p>
    </section>
  );
}

interface ItemListProps {
  readonly title: string;
  readonly testId: string;
  readonly rows: readonly number[];
  readonly result: ComparisonResult;
}

function ItemList({ title, testId, rows, result }: ItemListProps) {
  const { hover } = useComparison.getState();
  return (
    <div>
      <h3>{title}</h3>
      <ol className="neighbours" data-testid={testId}>
        {rows.map((row) => (
          <li key={row} data-text={result.items[row].text} data-score={result.overlap[row]}>
            <button
              type="button"
              className="neighbour"
              onClick={() => pickItem(row)}
              onPointerEnter={() => hover(row)}
              onPointerLeave={() => hover(null)}
            >
              <span className="neighbour-text" dir="auto" title={result.items[row].sentence}>
                {result.items[row].text}
              </span>
              <span className="score">{twoDecimals(result.overlap[row])}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
