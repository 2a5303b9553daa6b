import { useTranslation } from 'react-i18next';
import { useLink } from '../../stores/linkStore.ts';
import { useWords, WORDS_STEPS } from '../../stores/wordsStore.ts';
import { GuidedPath } from '../../ui/GuidedPath.tsx';

/** The view's guided path: each step ticks itself once the person has done it. */
export function WordsGuide() {
  const { t } = useTranslation('analogy');
  const step = useLink(({ link }) => link.step);
  const change = useLink(({ change }) => change);
  const done = useWords(({ done }) => done);
  if (step === null) return null;
  const current = Math.min(step, WORDS_STEPS.length) - 1;
  return (
    <GuidedPath
      title={t('guide.title')}
      steps={WORDS_STEPS.map((id) => ({
        id,
        title: t(`guide.${id}.title`),
        text: t(`guide.${id}.text`),
        done: done.has(id),
      }))}
      current={current}
      onStep={(index) => change({ step: index + 1 })}
      onClose={() => change({ step: null })}
      words={{
        next: t('guide.next'),
        back: t('guide.back'),
        skip: t('guide.skip'),
        close: t('guide.close'),
        done: t('guide.done'),
        stepOf: t('guide.stepOf', { step: current + 1, count: WORDS_STEPS.length }),
        finished: t('guide.finished'),
      }}
    />
  );
}
