import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/options.ts';
import { megabytes } from '../../language/numbers.ts';
import type { Measure, Metric } from '../../pipeline/scorecard/scoreRow.ts';
import { intervalText, metricNumber } from './measureText.ts';
import { METRIC_FACTS } from './metricFacts.ts';

interface MeasureValueProps {
  readonly measure: Measure;
  readonly metric: Metric;
  readonly language: Language;
  readonly best?: boolean;
}

/** A number with its unit, its 95 % interval small below it, and what it was measured over for who asks. */
export function MeasureValue({ measure, metric, language, best = false }: MeasureValueProps) {
  const { t } = useTranslation('scorecard');
  const interval = intervalText(measure, metric, language);
  const { unit } = METRIC_FACTS[metric];
  const coverage = measure.coverage === null ? null : Math.round(measure.coverage * 100);
  const details = [
    ...(interval ? [t('table.interval', { interval })] : []),
    ...(measure.n > 0 && unit !== 'count' && unit !== 'bytes'
      ? [t('table.counted', { count: measure.n })]
      : []),
    ...(coverage === null ? [] : [t('table.coverage', { percent: coverage })]),
  ];
  return (
    <span className="measure" title={details.join(', ')}>
      <span className="measure-value" data-best={best}>
        {best && (
          <>
            <Star aria-hidden size={12} fill="currentColor" />
            <span className="visually-hidden">{t('table.best')} </span>
          </>
        )}
        {unit === 'bytes'
          ? megabytes(measure.value)
          : t(`units.${unit}`, { value: metricNumber(measure.value, metric, language) })}
      </span>
      {interval && <small>{interval}</small>}
      {coverage !== null && coverage < 100 && <small>{t('table.known', { percent: coverage })}</small>}
    </span>
  );
}

interface MeasureBarProps {
  readonly measure: Measure;
  /** The value at the bar's end. */
  readonly most: number;
}

/** A bar as long as the value, with the 95 % interval as a darker stretch round its end. */
export function MeasureBar({ measure, most }: MeasureBarProps) {
  const share = (value: number) => Math.max(0, Math.min(1, most > 0 ? value / most : 0)) * 100;
  const { value, low, high } = measure;
  return (
    <span aria-hidden className="measure-bar">
      <span style={{ inlineSize: `${share(value)}%` }} />
      {low !== null && high !== null && (
        <i style={{ insetInlineStart: `${share(low)}%`, inlineSize: `${share(high) - share(low)}%` }} />
      )}
    </span>
  );
}
