import { useTranslation } from 'react-i18next';
import { GUIDE_STEPS, useLab } from '../../stores/labStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { GuidedPath } from '../../ui/GuidedPath.tsx';

/** The lab's guided path: each step ticks itself once the person has done it. */
export function LabGuide() {
  const { t } = useTranslation('context');
  const step = useLink(({ link }) => link.step);
  const change = useLink(({ change }) => change);
  const done = useLab(({ done }) => done);
  if (step === null) return null;
  const current = Math.min(step, GUIDE_STEPS.length) - 1;
  return (
    <GuidedPath
      title={t('guide.title')}
      steps={GUIDE_STEPS.map((id) => ({
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
        stepOf: t('guide.stepOf', { step: current + 1, count: GUIDE_STEPS.length }),
        finished: t('guide.finished'),
      }}
    />
  );
}
