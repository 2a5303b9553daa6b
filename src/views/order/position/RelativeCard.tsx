import { useTranslation } from 'react-i18next';
import { twoDecimals } from '../../../language/decimals.ts';
import type { RelativeAnswer } from '../../../pipeline/order/position/positionAnswer.ts';
import { CurveChart } from './CurveChart.tsx';
import { DistanceTable, TOLD } from './DistanceTable.tsx';

interface RelativeCardProps {
  readonly answer: RelativeAnswer;
  readonly asTable: boolean;
}

const FARTHEST = 63;

/** What is added to scores by distance: a formula alone, since no model here has it. */
export function RelativeCard({ answer, asTable }: RelativeCardProps) {
  const { t } = useTranslation('order');
  const { slopes, buckets } = answer;
  const exact = buckets.findIndex((bucket, distance) => distance > 0 && bucket === buckets[distance + 1]);
  const added = (slope: number, distance: number) => -slope * distance;
  return (
    <section className="way-card" data-testid="way-relative">
      <h2>{t('position.cards.relative.name')}</h2>
      <p>{t('position.cards.relative.what')}</p>
      {!asTable && (
        <>
          <CurveChart
            curves={slopes.map((slope) => ({
              name: t('position.chart.head', { slope }),
              points: [0, FARTHEST].map((distance) => ({ x: distance, y: added(slope, distance) })),
            }))}
            xName={t('position.chart.distance')}
            yName={t('position.chart.added')}
            label={t('position.cards.relative.map')}
          />
          <CurveChart
            steps
            curves={[
              { name: 'bucket', points: buckets.map((bucket, distance) => ({ x: distance, y: bucket })) },
            ]}
            xName={t('position.chart.distance')}
            yName={t('position.cards.relative.bucket')}
            label={t('position.cards.relative.curve', { exact })}
          />
        </>
      )}
      <p>
        {t('position.cards.relative.says', {
          steep: twoDecimals(added(slopes[0], FARTHEST)),
          flat: twoDecimals(added(slopes[slopes.length - 1], FARTHEST)),
        })}
      </p>
      <DistanceTable
        open={asTable}
        columns={['ALiBi 1/2', 'ALiBi 1/256', `T5: ${t('position.cards.relative.bucket')}`]}
        rows={TOLD.map((distance) => [
          distance,
          twoDecimals(added(slopes[0], distance)),
          twoDecimals(added(slopes[slopes.length - 1], distance)),
          String(buckets[distance]),
        ])}
      />
      <p className="way-used">{t('position.cards.relative.used')}</p>
    </section>
  );
}
