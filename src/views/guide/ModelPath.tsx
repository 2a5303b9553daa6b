import { ArrowRight } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { labOf, type View } from '../../contract/deepLink.ts';
import { useLink } from '../../stores/linkStore.ts';
import { MODEL_STEPS, type ModelStep, useModelPath, watchModelPath } from '../../stores/modelPath.ts';
import { GuidedPath } from '../../ui/GuidedPath.tsx';
import './modelPath.css';

/** Where a step is done. */
const VIEW_OF: Readonly<Record<ModelStep, View>> = {
  lab: 'context',
  compare: 'compare',
  guide: 'guide',
  measure: 'scorecard',
  senses: 'scorecard',
  chart: 'scorecard',
};

/** The guided path "static or contextual?": the card of steps, and the way to the view where a step is done. */
export function ModelPath() {
  const { t } = useTranslation('scorecard');
  const step = useLink(({ link }) => link.step);
  const { view, lang } = useLink(({ link }) => link);
  const { done, open } = useModelPath();
  useEffect(() => {
    const { at, open } = useModelPath.getState();
    // come back from a view that does not show the path, or opened by a link
    if (step === null && at !== null) open(at);
    else if (step !== null && at !== step) useModelPath.setState({ at: step });
    if (step !== null) watchModelPath();
  }, [step]);
  if (step === null) return null;
  const current = Math.min(step, MODEL_STEPS.length) - 1;
  const target = MODEL_STEPS[current];
  const { word } = labOf({ lang, model: null, model2: null, word: null, data: null });
  return (
    <div className="model-path">
      <GuidedPath
        title={t('path.title')}
        steps={MODEL_STEPS.map((id) => ({
          id,
          title: t(`path.${id}.title`),
          text: t(`path.${id}.text`, { word }),
          done: done.has(id),
        }))}
        current={current}
        onStep={(index) => open(index + 1)}
        onClose={() => open(null)}
        words={{
          next: t('path.next'),
          back: t('path.back'),
          skip: t('path.skip'),
          close: t('path.close'),
          done: t('path.done'),
          stepOf: t('path.stepOf', { step: current + 1, count: MODEL_STEPS.length }),
          finished: t('path.finished'),
        }}
      />
      {VIEW_OF[target] !== view && (
        <button type="button" className="button model-path-go" onClick={() => goTo(VIEW_OF[target], step)}>
          {t(`path.go.${target}`)} <ArrowRight aria-hidden size={16} />
        </button>
      )}
    </div>
  );
}

/** Opens a step's view; those that show the path show the step there. */
function goTo(view: View, step: number): void {
  useLink.getState().enter(view);
  if (view === 'guide' || view === 'scorecard') useLink.getState().change({ step });
}
