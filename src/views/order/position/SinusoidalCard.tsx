import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { SinusoidalAnswer } from '../../../pipeline/order/position/positionAnswer.ts';
import { shortNumber, threeDecimals } from '../permutations/numberText.ts';
import { CurveChart } from './CurveChart.tsx';
import { DistanceTable, TOLD } from './DistanceTable.tsx';
import { HeatMap } from './HeatMap.tsx';

interface CardProps<A> {
  readonly answer: A;
  readonly asTable: boolean;
}

/** The formula of the first Transformer. */
export function SinusoidalCard({ answer, asTable }: CardProps<SinusoidalAnswer>) {
  const { t } = useTranslation('order');
  const { rows, dim, table, byDistance } = answer;
  const at = (distance: number) => twoDecimals(byDistance[distance].mean);
  const spread = Math.max(...byDistance.map(({ least, most }) => most - least));
  return (
    <section className="way-card" data-testid="way-sinusoidal" data-spread={spread}>
      <h2>{t('position.cards.sinusoidal.name')}</h2>
      <p>{t('position.cards.sinusoidal.what')}</p>
      <p className="way-formula">PE(p, 2i) = sin(p / 10000^(2i/d)), PE(p, 2i+1) = cos(p / 10000^(2i/d))</p>
      {!asTable && (
        <>
          <HeatMap
            data={table}
            rows={rows}
            columns={dim}
            low={-1}
            high={1}
            ends={['−1', '1']}
            label={t('position.cards.sinusoidal.map', { rows, dim })}
          />
          <CurveChart
            curves={[
              { name: 'cosine', points: byDistance.map(({ distance, mean }) => ({ x: distance, y: mean })) },
            ]}
            xName={t('position.chart.distance')}
            yName={t('position.chart.cosine')}
            label={t('position.cards.sinusoidal.curve', { near: at(8), far: at(63) })}
          />
        </>
      )}
      <p>{t('position.cards.sinusoidal.says', { spread: shortNumber(spread) })}</p>
      <DistanceTable
        open={asTable}
        columns={[t('position.chart.cosine')]}
        rows={TOLD.map((distance) => [distance, threeDecimals(byDistance[distance].mean)])}
      />
      <p className="way-used">{t('position.cards.sinusoidal.used')}</p>
    </section>
  );
}
