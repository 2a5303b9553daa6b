import { ArrowRight, Library, ListOrdered, ScanSearch } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/options.ts';
import type { Measure, RowKind, ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';
import { overlap } from '../scorecard/bestRow.ts';
import { metricNumber } from '../scorecard/measureText.ts';
import { waitOf } from './advice.ts';
import { waitText } from './waitText.ts';

interface TwoStageCardProps {
  /** The scorecard's rows of one language. */
  readonly rows: readonly ScoreRow[];
  readonly lang: Language;
}

/** Cheap recall, then a dear second look at the few: how it goes, and what it gains by the measured rows. */
export function TwoStageCard({ rows, lang }: TwoStageCardProps) {
  const { t } = useTranslation('guide');
  const of = (kind: RowKind) => rows.find((row) => row.kind === kind);
  const steps = [
    { id: 'all', icon: Library },
    { id: 'recall', icon: ScanSearch },
    { id: 'rerank', icon: ListOrdered },
  ] as const;
  return (
    <section className="two-stage" aria-labelledby="two-stage" data-testid="two-stage">
      <h2 id="two-stage">{t('twoStage.title')}</h2>
      <p>{t('twoStage.text')}</p>
      <ol className="two-stage-picture">
        {steps.map(({ id, icon: Icon }, index) => (
          <li key={id} data-stage={id}>
            {index > 0 && <ArrowRight aria-hidden size={20} className="two-stage-arrow" />}
            <div className="two-stage-box">
              <Icon aria-hidden size={22} />
              <strong>{t(`twoStage.${id}.title`)}</strong>
              <span>{t(`twoStage.${id}.text`)}</span>
            </div>
          </li>
        ))}
      </ol>
      <Gain two={of('two-stage')} first={of('static')} second={of('contextual')} lang={lang} />
    </section>
  );
}

interface GainProps {
  readonly two: ScoreRow | undefined;
  readonly first: ScoreRow | undefined;
  readonly second: ScoreRow | undefined;
  readonly lang: Language;
}

/** What the second stage adds to the first, and what is given up against the second alone; only measured numbers. */
function Gain({ two, first, second, lang }: GainProps) {
  const { t } = useTranslation('guide');
  const { t: score } = useTranslation('scorecard');
  const notMeasured = <p className="hint">{t('twoStage.notMeasured')}</p>;
  if (!two || !first || !second) return notMeasured;
  const both = two.metrics.ndcg;
  const quick = first.metrics.ndcg;
  const dear = second.metrics.ndcg;
  if (!both || !quick || !dear) return notMeasured;
  const ndcg = (measure: Measure) => metricNumber(measure.value, 'ndcg', lang);
  const told = (a: Measure, b: Measure) => {
    if (overlap(a, b)) return t('twoStage.same');
    const amount = metricNumber(Math.abs(a.value - b.value), 'ndcg', lang);
    return t(a.value > b.value ? 'twoStage.more' : 'twoStage.less', { amount });
  };
  const anew = { have: 'documents', need: 'retrieval', device: 'laptop', language: two.language } as const;
  const among = [two, first, second];
  const [here, alone] = [two, second].map((row) => {
    const wait = waitOf(row, anew, among);
    return wait === null ? null : waitText(wait, lang, score);
  });
  return (
    <div data-testid="two-stage-gain">
      <p>
        {t('twoStage.gain', {
          both: ndcg(both),
          quick: ndcg(quick),
          dear: ndcg(dear),
          overQuick: told(both, quick),
          overDear: told(both, dear),
        })}
      </p>
      {here && alone && <p>{t('twoStage.time', { here, alone })}</p>}
    </div>
  );
}
