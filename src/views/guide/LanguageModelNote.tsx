import { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/options.ts';
import type { ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';
import { metricNumber } from '../scorecard/measureText.ts';
import { family, stateText } from '../scorecard/rowName.ts';
import type { Advice } from './advice.ts';

interface LanguageModelNoteProps {
  readonly advice: Advice;
  /** All rows of the scorecard. */
  readonly rows: readonly ScoreRow[];
  readonly lang: Language;
}

/** Why the language model is not among the candidates, with its best row once that is measured. */
export function LanguageModelNote({ advice, rows, lang }: LanguageModelNoteProps) {
  const { t } = useTranslation('guide');
  const { t: score } = useTranslation('scorecard');
  const { metric, chosen } = advice;
  const own = rows.filter(({ kind, language }) => kind === 'layer' && language === chosen.language);
  const [first] = own;
  if (!first?.model) return null;
  const value = (row: ScoreRow) => row.metrics[metric]?.value ?? Number.NEGATIVE_INFINITY;
  const best = own.reduce((most, row) => (value(row) > value(most) ? row : most));
  const [theirs, ours] = [best.metrics[metric], chosen.metrics[metric]];
  const told = t('languageModel.text', { model: family(first.model) });
  const numbers =
    theirs && ours
      ? t('languageModel.measured', {
          column: score(`metrics.${metric}`),
          row: stateText(best, score),
          value: metricNumber(theirs.value, metric, lang),
          chosen: metricNumber(ours.value, metric, lang),
        })
      : t('languageModel.notMeasured');
  return (
    <p className="advice-note" data-testid="language-model-note">
      {/* Chinese sentences stand without a space between them */}
      {[told, numbers].join(lang === 'zh' ? '' : ' ')}
    </p>
  );
}
