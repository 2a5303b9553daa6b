import { useTranslation } from 'react-i18next';
import { LLM_STEPS, useLlm } from '../../stores/llm/llmStore.ts';
import { ViewPath } from '../path/ViewPath.tsx';

/** The view's guided path: each step ticks itself once the person has done it. */
export function LlmGuide() {
  const { t } = useTranslation('llm');
  const done = useLlm(({ done }) => done);
  const steps = LLM_STEPS.map((id) => ({
    id,
    title: t(`guide.${id}.title`),
    text: t(`guide.${id}.text`),
    done: done.has(id),
  }));
  return <ViewPath title={t('guide.title')} finished={t('guide.finished')} steps={steps} />;
}
