import { useTranslation } from 'react-i18next';
import { useWords, WORDS_STEPS } from '../../stores/wordsStore.ts';
import { ViewPath } from '../path/ViewPath.tsx';

/** The view's guided path: each step ticks itself once the person has done it. */
export function WordsGuide() {
  const { t } = useTranslation('analogy');
  const done = useWords(({ done }) => done);
  const steps = WORDS_STEPS.map((id) => ({
    id,
    title: t(`guide.${id}.title`),
    text: t(`guide.${id}.text`),
    done: done.has(id),
  }));
  return <ViewPath title={t('guide.title')} finished={t('guide.finished')} steps={steps} />;
}
