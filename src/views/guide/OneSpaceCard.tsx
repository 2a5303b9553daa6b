import { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/options.ts';
import { SCORE_LANGUAGES } from '../../pipeline/scorecard/rowList.ts';
import type { ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';
import { MeasureValue } from '../scorecard/MeasureCell.tsx';
import { rowName } from '../scorecard/rowName.ts';
import { metricOf, type Wish } from './advice.ts';

interface OneSpaceCardProps {
  /** Wishes that differ in nothing but their language. */
  readonly wish: Wish;
  /** All rows of the scorecard. */
  readonly rows: readonly ScoreRow[];
  readonly lang: Language;
}

/** The model that reads both languages into one space, with what is measured of it in each. */
export function OneSpaceCard({ wish, rows, lang }: OneSpaceCardProps) {
  const { t } = useTranslation('guide');
  const { t: score } = useTranslation('scorecard');
  const both = rowsOfBoth(rows);
  const [first] = both;
  if (!first) return null;
  const metric = metricOf(wish);
  const measured = both.flatMap(({ language, metrics }) => {
    const measure = metrics[metric];
    return measure ? [{ language, measure }] : [];
  });
  return (
    <article className="advice" data-testid="one-space" data-model={first.model}>
      <p className="advice-for">{t('oneSpace.take')}</p>
      <h2>{rowName(first, lang)}</h2>
      <p className="kind">{score(`kinds.${first.kind}`)}</p>
      <p>{t('oneSpace.text')}</p>
      {measured.length > 0 && (
        <>
          <p>{t('oneSpace.measured', { column: score(`metrics.${metric}`) })}</p>
          <dl className="advice-facts">
            {measured.map(({ language, measure }) => (
              <div key={language}>
                <dt>{t(`for.${language}`)}</dt>
                <dd data-metric={metric} data-value={measure.value}>
                  <MeasureValue measure={measure} metric={metric} language={lang} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p className="hint">{t('oneSpace.across')}</p>
    </article>
  );
}

/** The rows in context of the first model that has one in every language. */
function rowsOfBoth(rows: readonly ScoreRow[]): readonly ScoreRow[] {
  const contextual = rows.filter(({ kind }) => kind === 'contextual');
  const of = ({ model }: ScoreRow) => contextual.filter((row) => row.model === model);
  const found = contextual.find((row) => of(row).length === SCORE_LANGUAGES.length);
  return found ? of(found) : [];
}
