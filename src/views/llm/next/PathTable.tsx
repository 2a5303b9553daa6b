import { useTranslation } from 'react-i18next';
import type { NextAnswer } from '../../../pipeline/llm/next/nextAnswer.ts';
import { type Figure, placeOf } from '../../../pipeline/words/figure.ts';
import { percent } from './percent.ts';
import { tokenText } from './tokenText.ts';

interface PathTableProps {
  readonly answer: NextAnswer;
  readonly figure: Figure;
  /** The token of the figure's first point. */
  readonly from: number;
  readonly onPick: (row: number) => void;
}

/** The points of the way as rows: the token, what the model expects after it, and where it stands. */
export function PathTable({ answer: { tokens, predicted, at }, figure, from, onPick }: PathTableProps) {
  const { t } = useTranslation('llm');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="path-table" tabIndex={0} aria-label={t('next.path.table')}>
      <table className="facts-table">
        <thead>
          <tr>
            <th scope="col">{t('next.path.word')}</th>
            <th scope="col">{t('next.path.expects')}</th>
            <th scope="col">{t('next.path.place')}</th>
          </tr>
        </thead>
        <tbody>
          {figure.points.map(({ id }, row) => {
            const best = predicted[from + row];
            return (
              <tr key={id} aria-current={from + row === at || undefined}>
                <th scope="row">
                  <button type="button" className="row-button token-text" onClick={() => onPick(row)}>
                    {tokenText(tokens[from + row].text)}
                  </button>
                </th>
                <td className="expects">
                  {best ? (
                    <>
                      <span className="token-text">{tokenText(best.text)}</span> {percent(best.score)}
                    </>
                  ) : (
                    t('next.path.unasked')
                  )}
                </td>
                <td>
                  {placeOf(figure, row)
                    .map((value) => value.toFixed(2))
                    .join(' ')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
