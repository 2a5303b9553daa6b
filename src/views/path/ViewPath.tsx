import { useTranslation } from 'react-i18next';
import { useLink } from '../../stores/linkStore.ts';
import { GuidedPath, type GuidedStep } from '../../ui/GuidedPath.tsx';

interface ViewPathProps {
  readonly title: string;
  /** Said when all steps are done. */
  readonly finished: string;
  readonly steps: readonly GuidedStep[];
}

/** The guided path of a view, where the link has it open: its step is in the link. */
export function ViewPath({ title, finished, steps }: ViewPathProps) {
  const { t } = useTranslation();
  const step = useLink(({ link }) => link.step);
  const change = useLink(({ change }) => change);
  if (step === null) return null;
  const current = Math.min(step, steps.length) - 1;
  return (
    <GuidedPath
      title={title}
      steps={steps}
      current={current}
      onStep={(index) => change({ step: index + 1 })}
      onClose={() => change({ step: null })}
      words={{
        next: t('path.next'),
        back: t('path.back'),
        skip: t('path.skip'),
        close: t('path.close'),
        done: t('path.done'),
        stepOf: t('path.stepOf', { step: current + 1, count: steps.length }),
        finished,
      }}
    />
  );
}
