import { Check, Gauge } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/options.ts';
import type { Metric, ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';
import { useLink } from '../../stores/linkStore.ts';
import { MeasureBar, MeasureValue } from '../scorecard/MeasureCell.tsx';
import { rowName } from '../scorecard/rowName.ts';
import { type Advice, isOfNewPassages, limitOf, type Wish, waitOf } from './advice.ts';
import { waitText } from './waitText.ts';

interface AdviceCardProps {
  readonly wish: Wish;
  readonly advice: Advice;
  /** BM25 of the language, beside which retrieval is read. */
  readonly bm25: ScoreRow | null;
  readonly lang: Language;
}

/** One model with its reason, its measured row, how it was chosen, and what it was chosen among. */
export function AdviceCard({ wish, advice, bm25, lang }: AdviceCardProps) {
  const { t } = useTranslation('guide');
  const { t: score } = useTranslation('scorecard');
  const { chosen, expected, by } = advice;
  const surprising = by === 'measured' && chosen.kind !== expected;
  return (
    <article className="advice" data-testid="advice" data-row={chosen.id} data-by={by}>
      <p className="advice-for">{t('answer.take', { language: t(`for.${wish.language}`) })}</p>
      <h2>{rowName(chosen, lang)}</h2>
      <p className="kind">{score(`kinds.${chosen.kind}`)}</p>
      <p>{reason(t, wish, surprising, advice)}</p>
      {by === 'measured' ? <MeasuredFacts {...{ wish, advice, lang }} /> : <NotMeasured wish={wish} />}
      <h3>{t('answer.how')}</h3>
      <p>{rule(t, score, wish, advice, lang)}</p>
      <Among {...{ wish, advice, bm25, lang }} />
    </article>
  );
}

type GuideWords = ReturnType<typeof useTranslation<'guide'>>['t'];
type ScoreWords = ReturnType<typeof useTranslation<'scorecard'>>['t'];

function reason(
  t: GuideWords,
  { have, need }: Wish,
  surprising: boolean,
  { chosen, expected }: Advice,
): string {
  if (surprising) return t('reasons.surprise', { expected: t(`kinds.${expected}`) });
  if (need === 'senses') return t('reasons.senses');
  if (chosen.kind === 'static') return t(have === 'words' ? 'reasons.words' : 'reasons.quick');
  if (chosen.kind === 'two-stage') return t('reasons.twoStage');
  if (have === 'words') return t('reasons.wordsContextual');
  return t(need === 'retrieval' ? 'reasons.retrieval' : 'reasons.texts');
}

/** The rule in a sentence, as it was used: by numbers, or by kind as long as there are none. */
function rule(
  t: GuideWords,
  score: ScoreWords,
  wish: Wish,
  { by, metric, equals, tooSlow }: Advice,
  lang: Language,
): string {
  const column = score(`metrics.${metric}`);
  if (by === 'kind') return t('rule.kind', { column });
  const limit = limitOf(wish);
  const what = isOfNewPassages(wish) ? 'passages' : wish.need === 'retrieval' ? 'question' : 'text';
  const said = [
    Number.isFinite(limit) ? t(`rule.${what}`, { limit }) : t('rule.gpu'),
    ...(wish.device === 'phone' ? [t('rule.phone')] : []),
    ...(tooSlow.length > 0 ? [t('rule.tooSlow', { count: tooSlow.length })] : []),
    ...(equals.length === 0
      ? [t('rule.none')]
      : [
          t('rule.best', { column }),
          equals.length > 1 ? t('rule.equals', { count: equals.length }) : t('rule.clear'),
        ]),
  ];
  // Chinese sentences stand without a space between them
  return said.join(lang === 'zh' ? '' : ' ');
}

/** The chosen row's numbers, large. */
function MeasuredFacts({ wish, advice, lang }: Pick<AdviceCardProps, 'wish' | 'advice' | 'lang'>) {
  const { t } = useTranslation('guide');
  const { t: score } = useTranslation('scorecard');
  const { chosen, metric, among } = advice;
  const wait = waitOf(chosen, wish, among);
  const quality = chosen.metrics[metric];
  const download = chosen.metrics.download;
  const waited = isOfNewPassages(wish) ? 'wait' : chosen.kind === 'two-stage' ? 'question' : null;
  return (
    <dl className="advice-facts" data-testid="advice-facts">
      {quality && (
        <div>
          <dt>{score(`metrics.${metric}`)}</dt>
          <dd data-metric={metric} data-value={quality.value}>
            <MeasureValue measure={quality} metric={metric} language={lang} />
            <MeasureBar measure={quality} most={1} />
          </dd>
        </div>
      )}
      {wait !== null && (
        <div>
          <dt>{waited ? t(`answer.${waited}`) : score('metrics.latency')}</dt>
          <dd>
            <span className="measure-value">{waitText(wait, lang, score)}</span>
          </dd>
        </div>
      )}
      {download && (
        <div>
          <dt>{score('metrics.download')}</dt>
          <dd>
            <MeasureValue measure={download} metric="download" language={lang} />
          </dd>
        </div>
      )}
    </dl>
  );
}

/** No number is shown before one is measured: this says so, and leads to where it is. */
function NotMeasured({ wish }: Pick<AdviceCardProps, 'wish'>) {
  const { t } = useTranslation('guide');
  return (
    <div className="not-measured" data-testid="not-measured">
      <p>{t('answer.notMeasured')}</p>
      <button type="button" className="button primary" onClick={() => measureHere(wish.language)}>
        <Gauge aria-hidden size={16} /> {t('answer.measure')}
      </button>
    </div>
  );
}

function measureHere(language: Language): void {
  const { enter, change } = useLink.getState();
  enter('scorecard');
  change({ score: language === useLink.getState().link.lang ? null : language });
}

/** What it was chosen among, each with its numbers and when to take it instead. */
function Among({ wish, advice, bm25, lang }: AdviceCardProps) {
  const { t } = useTranslation('guide');
  const { t: score } = useTranslation('scorecard');
  const { among, chosen, metric } = advice;
  const rows = metric === 'ndcg' && bm25 ? [...among, bm25] : among;
  const columns = [metric, 'latency', 'download'] satisfies Metric[];
  const anew = isOfNewPassages(wish);
  const told = (wait: number | null) => (wait === null ? '–' : waitText(wait, lang, score));
  return (
    <>
      <h3>{t('answer.among')}</h3>
      <section
        className="among-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
        tabIndex={0}
        aria-label={`${t(`for.${wish.language}`)}: ${t('answer.among')}`}
      >
        <table className="among">
          <thead>
            <tr>
              <th scope="col">{score('table.model')}</th>
              {columns.map((each) => (
                <th key={each} scope="col">
                  {score(`metrics.${each}`)}
                </th>
              ))}
              {anew && <th scope="col">{t('answer.wait')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} data-chosen={row === chosen}>
                <th scope="row">
                  {row === chosen && (
                    <>
                      <Check aria-hidden size={14} strokeWidth={3} />
                      <span className="visually-hidden">{t('answer.chosen')} </span>
                    </>
                  )}
                  {rowName(row, lang)}
                  <small>{t(`when.${row.kind}`)}</small>
                </th>
                {columns.map((each) => {
                  const measure = row.metrics[each];
                  return (
                    <td key={each}>
                      {measure ? (
                        <MeasureValue measure={measure} metric={each} language={lang} />
                      ) : (
                        <>
                          <span aria-hidden>{measure === null ? score('table.never') : '–'}</span>
                          <span className="visually-hidden">
                            {measure === null ? score('table.neverWhy') : score('table.missing')}
                          </span>
                        </>
                      )}
                    </td>
                  );
                })}
                {anew && <td>{told(waitOf(row, wish, among))}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
