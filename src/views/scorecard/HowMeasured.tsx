import { BookOpen, CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { METRICS } from '../../pipeline/scorecard/scoreRow.ts';
import { useScorecard } from '../../stores/scorecardStore.ts';
import { Fold } from '../../ui/Fold.tsx';

/** What the columns mean, how they are measured, and on which texts. */
export function HowMeasured() {
  const { t } = useTranslation('scorecard');
  const seed = useScorecard(({ card }) => card.seed);
  return (
    <section className="how-measured" aria-labelledby="how-measured">
      <h2 id="how-measured">{t('how.title')}</h2>
      <p>{t('how.text', { seed })}</p>
      <Fold icon={CircleHelp} title={t('table.means')}>
        <dl className="metric-means">
          {METRICS.map((metric) => (
            <div key={metric}>
              <dt>{t(`metrics.${metric}`)}</dt>
              <dd>{t(`tips.${metric}`)}</dd>
            </div>
          ))}
        </dl>
      </Fold>
      <Fold icon={BookOpen} title={t('how.sets')}>
        {(['written', 'rater', 'bm25', 'mean', 'layers'] as const).map((part) => (
          <p key={part}>{t(`how.${part}`)}</p>
        ))}
      </Fold>
    </section>
  );
}
