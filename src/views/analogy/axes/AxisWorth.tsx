import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { AxisReading } from '../../../pipeline/words/axes/axisReading.ts';
import { signed } from './axisScale.ts';

interface AxisWorthProps {
  readonly reading: AxisReading;
  readonly names: readonly [string, string];
}

/** How well the axis tells its own poles apart. */
export function AxisWorth({ reading, names }: AxisWorthProps) {
  const { t } = useTranslation('analogy');
  const { poles, polesCosine, gap, heldOut } = reading;
  return (
    <section className="answer-part">
      <h3>{t('axes.worth')}</h3>
      <table className="facts-table axis-facts">
        <caption className="visually-hidden">{t('axes.worth')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('axes.poleWord')}</th>
            <th scope="col">{t('axes.place')}</th>
            <th scope="col">z</th>
          </tr>
        </thead>
        {([0, 1] as const).map((side) => (
          <tbody key={side}>
            {poles[side].words.map(({ word, place, score }) => (
              <tr key={word}>
                <th scope="row" dir="auto">
                  {word}
                </th>
                <td>{signed(place, 2)}</td>
                <td>{signed(score, 1)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <p className="hint">
        {t(gap > 0 ? 'axes.gap' : 'axes.overlap', { gap: twoDecimals(Math.abs(gap)) })}{' '}
        {t('axes.polesCosine', { a: names[0], b: names[1], cosine: twoDecimals(polesCosine) })}
      </p>
      <p className="hint">{heldOut ? t('axes.heldOut', { ...heldOut }) : t('axes.oneEach')}</p>
    </section>
  );
}
