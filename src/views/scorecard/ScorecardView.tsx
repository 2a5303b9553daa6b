import { FileJson, FileSpreadsheet, Signpost } from 'lucide-react';
import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowKind, ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useModelPath } from '../../stores/modelPath.ts';
import { useScorecard } from '../../stores/scorecardStore.ts';
import { useStatus } from '../../stores/statusStore.ts';
import { ModelPath } from '../guide/ModelPath.tsx';
import { StatusBar } from '../status/StatusBar.tsx';
import { ChartPart } from './ChartPart.tsx';
import { HowMeasured } from './HowMeasured.tsx';
import { KindFilter } from './KindFilter.tsx';
import { RunControls } from './RunControls.tsx';
import { ScoreTable } from './ScoreTable.tsx';
import { exportScorecardCsv, exportScorecardJson } from './scorecardExports.ts';
import { shownRows } from './shownRows.ts';
import type { Sorting } from './sortedRows.ts';
import './scorecard.css';
import './rowGroups.css';

// what a run’s progress does not change is not drawn again with it
const Chart = memo(ChartPart);
const How = memo(HowMeasured);

/** Every model of a language, measured here and now when the person says so. */
export default function ScorecardView() {
  const { t } = useTranslation('scorecard');
  const lang = useLink(({ link }) => link.lang);
  const language = useLink(({ link }) => link.score ?? link.lang);
  const step = useLink(({ link }) => link.step);
  const card = useScorecard(({ card }) => card);
  const now = useScorecard(({ now }) => now);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  useEffect(() => useStatus.getState().setDrawn(), []);
  const languageModels = useScorecard(({ languageModels }) => languageModels);
  const [hidden, setHidden] = useState<ReadonlySet<RowKind>>(new Set());
  const rows = useMemo(() => card.rows.filter((row) => row.language === language), [card, language]);
  const asked = useMemo(
    () => shownRows(card.rows, language, languageModels),
    [card, language, languageModels],
  );
  const shown = useMemo(() => shownOf(asked, hidden), [asked, hidden]);
  const sort = useCallback((next: Sorting | null) => {
    setSorting(next);
    if (next?.metric === 'senses') useModelPath.getState().tick('senses');
  }, []);
  return (
    <div className="chooser scorecard" id="controls" data-path={step !== null}>
      <main className="chooser-page" id="map">
        <div className="chooser-head">
          <div className="lead">
            <h1>{t('name')}</h1>
            <p>{t('lead')}</p>
            <p className="hint">{t('try')}</p>
          </div>
          <div className="chooser-ways">
            <button
              type="button"
              className="button"
              aria-pressed={step !== null}
              onClick={() => useModelPath.getState().open(step === null ? 1 : null)}
            >
              <Signpost aria-hidden size={16} /> {t('path.start')}
            </button>
            <fieldset className="toggles">
              <legend className="visually-hidden">{t('languages')}</legend>
              {(['zh', 'en'] as const).map((value) => (
                <label key={value} className="toggle">
                  <input
                    type="radio"
                    name="score"
                    className="visually-hidden"
                    checked={language === value}
                    onChange={() => useLink.getState().change({ score: value === lang ? null : value })}
                  />
                  {t(`language.${value}`)}
                </label>
              ))}
            </fieldset>
          </div>
        </div>
        <RunControls {...{ rows, language, lang }} />
        <KindFilter rows={asked} hidden={hidden} onChange={setHidden} />
        <ScoreTable {...{ lang, now, sorting }} rows={shown} onSort={sort} />
        <p className="hint">{t('table.rule')}</p>
        <Chart rows={shown} lang={lang} />
        <How />
        <section className="take-away" aria-labelledby="take-away">
          <h2 id="take-away">{t('exports.title')}</h2>
          <div className="run-buttons">
            <button
              type="button"
              className="button"
              data-testid="export-json"
              onClick={() => void exportScorecardJson(language)}
            >
              <FileJson aria-hidden size={16} /> {t('exports.json')}
            </button>
            <button
              type="button"
              className="button"
              data-testid="export-csv"
              onClick={() => void exportScorecardCsv(language)}
            >
              <FileSpreadsheet aria-hidden size={16} /> {t('exports.csv')}
            </button>
          </div>
          <p className="hint">{t('exports.link')}</p>
        </section>
      </main>
      <ModelPath />
      <StatusBar job={null} count={0} quality={null} report={null} />
    </div>
  );
}

/** The rows of kinds that are not hidden; all where that would leave none, as after a change of the language. */
function shownOf(rows: readonly ScoreRow[], hidden: ReadonlySet<RowKind>): readonly ScoreRow[] {
  const shown = rows.filter(({ kind }) => !hidden.has(kind));
  return shown.length > 0 ? shown : rows;
}
