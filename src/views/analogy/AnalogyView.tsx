import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { analogyOf } from '../../contract/deepLink.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useStatus } from '../../stores/statusStore.ts';
import { useWords } from '../../stores/wordsStore.ts';
import { StatusBar } from '../status/StatusBar.tsx';
import { FigureScene } from './FigureScene.tsx';
import { FigureTable } from './FigureTable.tsx';
import { FaceAnswer, FaceForm } from './faceParts.tsx';
import { StagesBelow } from './random/StageSlider.tsx';
import { WordsGuide } from './WordsGuide.tsx';
import { WordsSettings } from './WordsSettings.tsx';
import { WordsTools } from './WordsTools.tsx';
import './analogy.css';

type Sheet = 'form' | 'answer';

/** What directions and regions of a space of words mean: analogies, relations, axes, neighbours, random against trained. */
export default function AnalogyView() {
  const { t } = useTranslation('analogy');
  const { t: app } = useTranslation();
  const [open, setOpen] = useState<Sheet | null>(null);
  const face = useLink(({ link }) => analogyOf(link).face);
  const frame = useWords(({ frame }) => frame);
  const job = useWords(({ job }) => job);
  const failed = useStatus(({ failed, outstanding }) => failed && outstanding === 0);
  const shown = frame?.answer.face === face ? frame : null;
  return (
    <div className="words" id="controls" data-sheet={open ?? 'none'} data-face={face}>
      <section className="panel words-side" data-panel="form" aria-label={t('shell.form')}>
        <div className="lead">
          <h1>{t(`faces.${face}.name`)}</h1>
          <p>{t(`faces.${face}.lead`)}</p>
          <p className="hint">{t(`faces.${face}.try`)}</p>
        </div>
        <FaceForm face={face} />
        <WordsSettings />
      </section>
      <WordsTools />
      <main className="words-stage" id="map">
        <Stage />
        {face === 'random' && <StagesBelow />}
      </main>
      <div className="words-right">
        <WordsGuide />
        <section className="panel words-answer" data-panel="answer" aria-label={t('shell.answer')}>
          {shown && failed && <p className="previous">{t('shell.previous')}</p>}
          {shown ? (
            <FaceAnswer {...shown} />
          ) : (
            <p className="hint">{failed ? t('shell.nothing') : app('status.working')}</p>
          )}
        </section>
      </div>
      <StatusBar
        job={job}
        count={shown?.figure?.points.length ?? 0}
        quality={shown?.figure?.quality ?? null}
        report={frame?.space.report ?? null}
      />
      <nav className="sheet-tabs" aria-label={app('app.panelTabs')}>
        {(['form', 'answer'] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-expanded={open === name}
            onClick={() => setOpen(open === name ? null : name)}
          >
            {t(`shell.${name}`)}
          </button>
        ))}
      </nav>
    </div>
  );
}

/** The figure, as a scene or as a table; a face without one counts as drawn with its numbers. */
function Stage(): ReactNode {
  const figure = useWords(({ frame }) => frame?.figure ?? null);
  const asTable = useLink(({ link }) => link.show === 'table');
  const [drawable, setDrawable] = useState(true);
  const bare = figure === null || asTable || !drawable;
  const answered = useWords(({ frame }) => frame !== null);
  useEffect(() => {
    if (bare && answered) useStatus.getState().setDrawn();
  }, [bare, answered]);
  if (!figure) return <div className="stage-empty" />;
  if (asTable || !drawable) return <FigureTable figure={figure} />;
  return <FigureScene figure={figure} onUnavailable={() => setDrawable(false)} />;
}
