import { Pause, Play, StepForward } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useMediaQuery } from '../../../stores/mediaQuery.ts';
import { playStages, showStage, stepStage, stopStages, useStages } from '../../../stores/wordStages.ts';
import { useWords } from '../../../stores/wordsStore.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useStageNames } from './stageWords.ts';
import './random.css';

/** The stages as a slider, with a button that plays them, or goes on by one where motion is not wanted. */
export function StageSlider() {
  const { t } = useTranslation('analogy');
  const id = useId();
  const nameOf = useStageNames();
  const answer = useWords(({ frame }) => frame?.answer ?? null);
  const busy = useWords(({ job }) => job !== null);
  const playing = useStages(({ playing }) => playing);
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  if (answer?.face !== 'random') return null;
  const { stages, stage } = answer;
  const name = nameOf(stages[stage]);
  return (
    <div className="field">
      <label htmlFor={id}>
        {t('random.stage')} <output htmlFor={id}>{name}</output>
      </label>
      <div className="field-row">
        {still ? (
          <IconButton
            icon={StepForward}
            label={t('random.step')}
            side="top"
            disabled={busy}
            onClick={stepStage}
          />
        ) : (
          <IconButton
            icon={playing ? Pause : Play}
            label={t(playing ? 'random.pause' : 'random.play')}
            side="top"
            className="stage-play"
            disabled={busy}
            onClick={playing ? stopStages : playStages}
          />
        )}
        <input
          id={id}
          type="range"
          data-testid="stage-slider"
          min={0}
          max={stages.length - 1}
          step={1}
          value={stage}
          disabled={busy}
          aria-valuetext={name}
          onChange={({ target }) => {
            stopStages();
            showStage(target.valueAsNumber);
          }}
        />
      </div>
    </div>
  );
}

/** The same below the picture, where the form would hide it. */
export function StagesBelow() {
  const narrow = useMediaQuery(NARROW);
  const ready = useWords(({ frame }) => frame?.answer.face === 'random');
  return narrow && ready ? (
    <div className="stage-below">
      <StageSlider />
    </div>
  ) : null;
}

/** As in analogy.css: panels become sheets. */
export const NARROW = '(max-width: 860px)';
