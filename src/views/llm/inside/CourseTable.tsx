import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { InsideAnswer } from '../../../pipeline/llm/inside/insideAnswer.ts';
import { lengthText, tokenName } from './insideWords.ts';
import { layerMean } from './layerMean.ts';

interface CourseTableProps {
  readonly answer: InsideAnswer;
  /** The chosen token; null: the mean of all. */
  readonly at: number | null;
  /** The layer in force. */
  readonly place: number;
}

/** A token's way through the layers as numbers. */
export function CourseTable({ answer, at, place }: CourseTableProps): ReactNode {
  const { t } = useTranslation('llm');
  const { layers, tokens, toTable, toBefore, norms } = answer;
  const numberAt = (values: Float32Array, layer: number) =>
    at === null ? layerMean(values, tokens, layer) : values[layer * tokens.length + at];
  const title =
    at === null ? t('inside.courseMean') : t('inside.courseOf', { token: tokenName(tokens[at].text) });
  return (
    <section className="answer-part">
      <h3>{title}</h3>
      {at === null && <p className="hint">{t('inside.courseLeft')}</p>}
      <table className="facts-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('inside.layer')}</th>
            <th scope="col">{t('inside.toTable')}</th>
            <th scope="col">{t('inside.toBefore')}</th>
            <th scope="col">{t('inside.norm')}</th>
          </tr>
        </thead>
        <tbody>
          {layers.map((layer, row) => (
            <tr key={layer} data-now={row === place || undefined}>
              <th scope="row">{layer === 'table' ? t('inside.tableShort') : layer}</th>
              <td>{twoDecimals(numberAt(toTable, row))}</td>
              <td>{row === 0 ? '–' : twoDecimals(numberAt(toBefore, row))}</td>
              <td>{lengthText(numberAt(norms, row))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
