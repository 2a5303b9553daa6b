import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/options.ts';
import type { ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';
import { useModelPath } from '../../stores/modelPath.ts';
import { SelectField } from '../../ui/fields.tsx';
import { SpeedChart, type SpeedMetric } from './chart/SpeedChart.tsx';
import { QUALITY_METRICS, type QualityMetric } from './metricFacts.ts';

/** The chart, and what it is drawn of. */
export function ChartPart({ rows, lang }: { readonly rows: readonly ScoreRow[]; readonly lang: Language }) {
  const { t } = useTranslation('scorecard');
  const [quality, setQuality] = useState<QualityMetric>('sentences');
  const [speed, setSpeed] = useState<SpeedMetric>('throughput');
  return (
    <section className="chart-part" aria-labelledby="score-chart">
      <h2 id="score-chart">{t('chart.title')}</h2>
      <div className="chart-choices">
        <SelectField
          label={t('chart.quality')}
          testId="chart-quality"
          value={quality}
          options={QUALITY_METRICS.map((metric) => ({ value: metric, text: t(`metrics.${metric}`) }))}
          onChange={(metric) => {
            setQuality(metric);
            useModelPath.getState().tick('chart');
          }}
        />
        <SelectField
          label={t('chart.speed')}
          testId="chart-speed"
          value={speed}
          options={(['throughput', 'latency'] as const).map((metric) => ({
            value: metric,
            text: t(`chart.${metric}`),
          }))}
          onChange={setSpeed}
        />
      </div>
      <SpeedChart {...{ rows, quality, speed, lang }} />
      <p className="hint">{t('chart.hint')}</p>
    </section>
  );
}
