import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { LayerScore } from './layerScores.ts';
import type { Layer } from './stepPlaces.ts';

interface ScoresTableProps {
  readonly layers: readonly Layer[];
  readonly scores: readonly LayerScore[];
  readonly best: number | null;
}

/** The chart's numbers as a table, for those who hear the page. */
export const ScoresTable = memo(function ScoresTable({ layers, scores, best }: ScoresTableProps) {
  const { t } = useTranslation('context');
  const told = (value: number | null) => (value === null ? '–' : twoDecimals(value));
  return (
    <div className="visually-hidden">
      <table>
        <caption>{t('layers.tableCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('layers.layer')}</th>
            <th scope="col">{`${t('layers.silhouette')}: ${t('layers.given')}`}</th>
            <th scope="col">{`${t('layers.silhouette')}: ${t('layers.found')}`}</th>
            <th scope="col">{t('layers.ari')}</th>
          </tr>
        </thead>
        <tbody>
          {layers.map((layer, step) => (
            <tr key={layer}>
              <th scope="row">
                {layer === 'table' ? t('layers.table') : layer}
                {step === best && ` (${t('layers.best')})`}
              </th>
              <td>{told(scores[step]?.given ?? null)}</td>
              <td>{told(scores[step]?.found ?? null)}</td>
              <td>{told(scores[step]?.ari ?? null)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
