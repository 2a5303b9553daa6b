import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { analogyOf } from '../../../contract/deepLink.ts';
import { withWord } from '../../../pipeline/words/axes/poles.ts';
import { axesOf, READY_AXES } from '../../../pipeline/words/axes/readyAxes.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useWords } from '../../../stores/wordsStore.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { UnknownWords } from '../UnknownWords.tsx';
import { WordInput } from '../WordInput.tsx';
import { AxisInput } from './AxisInput.tsx';

/** The poles of one axis or two, and a word to look for along them. */
export function AxesForm() {
  const { t } = useTranslation('analogy');
  const { link, type, change } = useLink();
  const tick = useWords(({ tick }) => tick);
  const { lang } = analogyOf(link);
  const axes = axesOf(link);
  return (
    <>
      {axes.map((axis, index) => {
        const key = index === 0 ? 'axis' : 'axis2';
        return (
          <AxisInput
            key={key}
            testId={key}
            legend={t(axes.length === 1 ? 'axes.axis' : index === 0 ? 'axes.axis1' : 'axes.axis2')}
            axis={axis}
            language={lang}
            onType={(typed) => {
              type({ [key]: typed });
              tick('axes');
            }}
            onChoose={(chosen) => {
              change({ [key]: chosen });
              tick('axes');
            }}
            after={
              index === 1 && (
                <IconButton
                  icon={X}
                  className="small"
                  label={t('axes.remove')}
                  onClick={() => change({ axis2: null })}
                />
              )
            }
          />
        );
      })}
      {axes.length === 1 && (
        <button
          type="button"
          className="button axis-add"
          onClick={() => {
            const other = READY_AXES[lang].find((ready) => ready !== axes[0]);
            if (other) change({ axis: axes[0], axis2: other });
            tick('axes');
          }}
        >
          <Plus aria-hidden size={16} /> {t('axes.add')}
        </button>
      )}
      <UnknownWords
        onReplace={(word, by) => {
          const [first, second] = axes.map((axis) => withWord(axis, word, by));
          change({ axis: first, axis2: second ?? null });
        }}
      />
      <WordInput
        label={t('axes.look')}
        testId="axes-word"
        value={link.word ?? ''}
        onChange={(word) => type({ word: word.trim() === '' ? null : word })}
      />
    </>
  );
}
