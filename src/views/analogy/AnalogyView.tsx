import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { analogyOf } from '../../contract/deepLink.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useStatus } from '../../stores/statusStore.ts';
import { useWords } from '../../stores/wordsStore.ts';
import { FacesView } from '../faces/FacesView.tsx';
import { FigureScene } from '../figure/FigureScene.tsx';
import { FigureTable } from '../figure/FigureTable.tsx';
import { StatusBar } from '../status/StatusBar.tsx';
import { FaceAnswer, FaceForm } from './faceParts.tsx';
import { StagesBelow } from './random/StageSlider.tsx';
import { WordsGuide } from './WordsGuide.tsx';
import { WordsSettings } from './WordsSettings.tsx';
import { WordsTools } from './WordsTools.tsx';
import './analogy.css';

/** What directions and regions of a space of words mean: analogies, relations, axes, neighbours, random against trained. */
export default function AnalogyView() {
  const { t } = useTranslation('analogy');
  const face = useLink(({ link }) => analogyOf(link).face);
  const frame = useWords(({ frame }) => frame);
  const job = useWords(({ job }) => job);
  const shown = frame?.answer.face === face ? frame : null;
  return (
    <FacesView
      face={face}
      name={t(`faces.${face}.name`)}
      lead={t(`faces.${face}.lead`)}
      hint={t(`faces.${face}.try`)}
      formLabel={t('shell.form')}
      answerLabel={t('shell.answer')}
      form={
        <>
          <FaceForm face={face} />
          <WordsSettings />
        </>
      }
      tools={<WordsTools />}
      stage={
        <>
          <Stage />
          {face === 'random' && <StagesBelow />}
        </>
      }
      guide={<WordsGuide />}
      answer={shown && <FaceAnswer {...shown} />}
      nothing={t('shell.nothing')}
      previous={t('shell.previous')}
      status={
        <StatusBar
          job={job}
          count={shown?.figure?.points.length ?? 0}
          quality={shown?.figure?.quality ?? null}
          report={frame?.space.report ?? null}
        />
      }
    />
  );
}

/** The figure, as a scene or as a table; a face without one counts as drawn with its numbers. */
function Stage(): ReactNode {
  const { t } = useTranslation('analogy');
  const figure = useWords(({ frame }) => frame?.figure ?? null);
  const hovered = useWords(({ hovered }) => hovered);
  const picked = useWords(({ picked }) => picked);
  const asTable = useLink(({ link }) => link.show === 'table');
  const [drawable, setDrawable] = useState(true);
  const bare = figure === null || asTable || !drawable;
  const answered = useWords(({ frame }) => frame !== null);
  useEffect(() => {
    if (bare && answered) useStatus.getState().setDrawn();
  }, [bare, answered]);
  const { hover, pick } = useWords.getState();
  if (!figure) return <div className="stage-empty" />;
  if (asTable || !drawable) {
    const names = {
      table: t('shell.table'),
      word: t('shell.word'),
      part: t('shell.part'),
      place: t('shell.place'),
      kinds: {
        given: t('kinds.given'),
        answer: t('kinds.answer'),
        near: t('kinds.near'),
        target: t('kinds.target'),
        word: t('kinds.word'),
      },
    };
    return <FigureTable figure={figure} names={names} picked={picked} onPick={pick} />;
  }
  return (
    <FigureScene
      figure={figure}
      label={t('shell.canvas', { count: figure.points.length, arrows: figure.arrows.length })}
      hovered={hovered}
      picked={picked}
      onHover={hover}
      onPick={pick}
      onUnavailable={() => setDrawable(false)}
    />
  );
}
