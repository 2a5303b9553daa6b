import { Pause, Play, RotateCcw, Square } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/options.ts';
import { megabytes } from '../../language/numbers.ts';
import { bundledModel } from '../../models/registry.ts';
import { cardBytes } from '../../pipeline/modelSessions.ts';
import { countsOf, rowsInForce } from '../../pipeline/scorecard/rowList.ts';
import type { ScoreRow } from '../../pipeline/scorecard/scoreRow.ts';
import { loadCards, useMap } from '../../stores/mapStore.ts';
import { useScorecard } from '../../stores/scorecardStore.ts';
import { LanguageModelChoice } from './LanguageModelChoice.tsx';
import { rowFacts, rowName } from './rowName.ts';

interface RunControlsProps {
  /** All rows of the language. */
  readonly rows: readonly ScoreRow[];
  readonly language: Language;
  readonly lang: Language;
}

/** Begins, pauses and ends the measuring of a language's rows, and tells how far it is. */
export function RunControls({ rows, language, lang }: RunControlsProps) {
  const { t } = useTranslation('scorecard');
  const state = useScorecard(({ state }) => state);
  const { run, pause, resume, stop, clear } = useScorecard.getState();
  const languageModels = useScorecard(({ languageModels }) => languageModels);
  const wanted = rowsInForce(rows, languageModels);
  const { done, total: asked } = countsOf(wanted);
  const idle = state === 'idle';
  const begin = done === 0 ? 'start' : done < asked ? 'continue' : 'again';
  const toggle = state === 'paused' ? resume : pause;
  return (
    <section className="run-controls" aria-label={t('run.title')} data-state={state}>
      <div className="run-buttons">
        <button
          type="button"
          className="button primary"
          data-testid="run"
          disabled={!idle}
          onClick={() => run([language])}
        >
          {begin === 'again' ? <RotateCcw aria-hidden size={16} /> : <Play aria-hidden size={16} />}
          {t(`run.${begin}`)}
        </button>
        <button type="button" className="button" data-testid="pause" disabled={idle} onClick={toggle}>
          {state === 'paused' ? <Play aria-hidden size={16} /> : <Pause aria-hidden size={16} />}
          {t(state === 'paused' ? 'run.resume' : 'run.pause')}
        </button>
        <button type="button" className="button" data-testid="stop" disabled={idle} onClick={stop}>
          <Square aria-hidden size={16} /> {t('run.stop')}
        </button>
        {rows.some(({ date }) => date !== null) && idle && (
          <button
            type="button"
            className="text-button"
            data-testid="clear"
            onClick={() => confirm(t('run.clearAsk')) && clear()}
          >
            {t('run.clear')}
          </button>
        )}
      </div>
      <div className="run-progress">
        <progress aria-label={t('run.progress', { done, total: asked })} value={done} max={asked} />
        <span data-testid="score-progress" data-done={done} data-total={asked}>
          {t('run.progress', { done, total: asked })}
        </span>
      </div>
      <Going lang={lang} />
      <LanguageModelChoice {...{ rows, lang }} />
      {idle && done < asked && <p className="hint">{t('run.begins')}</p>}
      {idle && done === 0 && <Downloads rows={wanted} lang={lang} />}
    </section>
  );
}

/** Which row and number is being measured, or when the last one was. */
function Going({ lang }: { readonly lang: Language }) {
  const { t } = useTranslation('scorecard');
  const { card, state, now } = useScorecard();
  if (state === 'paused') return <p>{t('run.paused')}</p>;
  if (state === 'running') {
    const row = card.rows.find(({ id }) => id === now?.row);
    if (!row || !now) return null;
    const name = `${rowName(row, lang)} (${rowFacts(row, t)})`;
    const texts = now.total > 0 ? t('run.texts', { done: now.done, total: now.total }) : null;
    return (
      <p data-testid="score-now">
        {now.metric
          ? t('run.now', { row: name, metric: t(`metrics.${now.metric}`) })
          : t('run.loading', { row: name })}
        {texts && ` ${texts}`}
      </p>
    );
  }
  if (!card.date) return <p>{t('run.nothing')}</p>;
  const date = new Date(card.date).toLocaleString(lang, { dateStyle: 'medium', timeStyle: 'short' });
  return <p className="hint">{t('run.date', { date })}</p>;
}

/** What the models of these rows weigh, before anything is fetched. */
function Downloads({ rows, lang }: Pick<RunControlsProps, 'rows' | 'lang'>) {
  const { t } = useTranslation('scorecard');
  const cards = useMap(({ cards }) => cards);
  useEffect(() => {
    void loadCards();
  }, []);
  const ids = [...new Set(rows.flatMap(({ model }) => model ?? []))];
  const known = ids.flatMap((id) => cards[id] ?? []);
  if (known.length < ids.length) return null;
  const files = known.map((card) =>
    t('run.file', { model: bundledModel(card.id)?.names[lang] ?? card.id, size: megabytes(cardBytes(card)) }),
  );
  const total = known.reduce((sum, card) => sum + cardBytes(card), 0);
  const list = new Intl.ListFormat(lang).format(files);
  return <p className="hint">{t('run.downloads', { files: list, total: megabytes(total) })}</p>;
}
