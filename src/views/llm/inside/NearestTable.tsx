import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDecimals } from '../../../language/decimals.ts';
import type { InsideAnswer } from '../../../pipeline/llm/inside/insideAnswer.ts';
import { useStatus } from '../../../stores/statusStore.ts';
import { tokenName } from './insideWords.ts';

interface NearestTableProps {
  readonly answer: InsideAnswer;
  readonly at: number;
  /** The layer in force. */
  readonly place: number;
}

/** Which rows of the model's own table stand nearest to the chosen token, layer by layer. */
export function NearestTable({ answer, at, place }: NearestTableProps): ReactNode {
  const { t } = useTranslation('llm');
  const working = useStatus(({ outstanding }) => outstanding > 0);
  const { nearest, layers, tokens } = answer;
  const known = nearest?.at === at ? nearest.layers : null;
  return (
    <section className="answer-part">
      <h3>{t('inside.nearest')}</h3>
      <p className="hint">{t('inside.nearestHint')}</p>
      {known ? (
        <table className="facts-table inside-nearest" data-testid="nearest-entries">
          <caption className="visually-hidden">{t('inside.nearest')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('inside.nearestAt')}</th>
              <th scope="col">{t('inside.nearestRows')}</th>
            </tr>
          </thead>
          <tbody>
            {known.map((entries, row) => (
              <tr key={layers[row]} data-now={row === place || undefined}>
                <th scope="row">{layers[row] === 'table' ? t('inside.tableShort') : layers[row]}</th>
                <td>
                  <ol>
                    {entries.map(({ id, text, score }) => (
                      <li key={id} data-own={id === tokens[at].id || undefined}>
                        <bdi>{tokenName(text)}</bdi> <small>{shortDecimals(score)}</small>
                      </li>
                    ))}
                  </ol>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="hint">{t(working ? 'inside.nearestWait' : 'inside.nearestNone')}</p>
      )}
    </section>
  );
}
