import { useTranslation } from 'react-i18next';
import { COMPARISON_STEPS, useComparison } from '../../stores/comparisonStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { ViewPath } from '../path/ViewPath.tsx';

/** The guided path "static or contextual?": each step ticks itself; the last leads on to the scorecard. */
export function CompareGuide() {
  const { t } = useTranslation('compare');
  const step = useLink(({ link }) => link.step);
  const { change, enter } = useLink.getState();
  const done = useComparison(({ done }) => done);
  if (step === null) return null;
  const onward = () => {
    useComparison.getState().tick('scorecard');
    change({ step: null });
    enter('scorecard');
  };
  const steps = COMPARISON_STEPS.map((id) => ({
    id,
    title: t(`guide.${id}.title`),
    text: t(`guide.${id}.text`),
    done: done.has(id),
  }));
  return (
    <div className="compare-guide">
      <ViewPath title={t('guide.title')} finished={t('guide.finished')} steps={steps} />
      {step >= steps.length && (
        <button type="button" className="button primary" onClick={onward}>
          {t('guide.scorecard.go')}
        </button>
      )}
    </div>
  );
}
