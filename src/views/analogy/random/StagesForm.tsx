import { useTranslation } from 'react-i18next';
import { useMediaQuery } from '../../../stores/mediaQuery.ts';
import { showStage, stopStages } from '../../../stores/wordStages.ts';
import { useWords } from '../../../stores/wordsStore.ts';
import { GroupKeys } from './GroupKeys.tsx';
import { NARROW, StageSlider } from './StageSlider.tsx';
import { percent } from './stageWords.ts';

/** The stages, what the one shown is, and what the training is and is not. */
export function StagesForm() {
  const { t } = useTranslation('analogy');
  const frame = useWords(({ frame }) => frame);
  const busy = useWords(({ job }) => job !== null);
  const narrow = useMediaQuery(NARROW);
  if (frame?.answer.face !== 'random') return null;
  const { stages, stage, count, groups } = frame.answer;
  const { kind, dim, kept, step } = stages[stage];
  const stops = stages.flatMap(({ kind }, at) => (kind === 'training' ? [] : [{ kind, at }]));
  return (
    <>
      {!narrow && <StageSlider />}
      <fieldset className="chips stage-chips">
        <legend className="visually-hidden">{t('random.stage')}</legend>
        {stops.map(({ kind, at }) => (
          <button
            key={kind}
            type="button"
            className="chip"
            data-stage={kind}
            aria-pressed={at === stage}
            disabled={busy}
            onClick={() => {
              stopStages();
              showStage(at);
            }}
          >
            {t(`random.names.${kind}`)}
          </button>
        ))}
      </fieldset>
      <p>
        {t(`random.says.${kind}`, {
          dim,
          kept: percent(kept),
          seed: frame.request.seed,
          step,
          last: Math.max(...stages.map(({ step }) => step ?? 0)),
        })}
      </p>
      <GroupKeys groups={frame.figure?.groups ?? []} />
      <p className="hint">{t('random.about', { words: count })}</p>
      <p className="hint">{t('random.words', { groups: groups.length })}</p>
    </>
  );
}
