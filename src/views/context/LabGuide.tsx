import { useTranslation } from 'react-i18next';
import { GUIDE_STEPS, useLab } from '../../stores/labStore.ts';
import { ViewPath } from '../path/ViewPath.tsx';

/** The lab's guided path: each step ticks itself once the person has done it. */
export function LabGuide() {
  const { t } = useTranslation('context');
  const done = useLab(({ done }) => done);
  const steps = GUIDE_STEPS.map((id) => ({
    id,
    title: t(`guide.${id}.title`),
    text: t(`guide.${id}.text`),
    done: done.has(id),
  }));
  return <ViewPath title={t('guide.title')} finished={t('guide.finished')} steps={steps} />;
}
