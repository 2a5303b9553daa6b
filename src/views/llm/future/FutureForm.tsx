import { SlidersHorizontal } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContextualId } from '../../../contract/deepLink.ts';
import { llmOf } from '../../../contract/insideLinks.ts';
import { megabytes } from '../../../language/numbers.ts';
import { cardBytes } from '../../../pipeline/modelSessions.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useLlm } from '../../../stores/llm/llmStore.ts';
import { useMap } from '../../../stores/mapStore.ts';
import { Fold } from '../../../ui/Fold.tsx';
import { ModelSelect } from '../../model/ModelSelect.tsx';
import { DeviceSelect } from '../../settings/DeviceSelect.tsx';
import { FutureLegend } from './FutureLegend.tsx';
import { OwnBeginnings } from './OwnBeginnings.tsx';

const FIRST: ContextualId = 'all-minilm-l6-v2';
/** Those that read English. */
const SENTENCE_MODELS: readonly ContextualId[] = [FIRST, 'multilingual-e5-small'];

/** The person's own beginnings, the two models, and what the marks mean. */
export function FutureForm(): ReactNode {
  const { t } = useTranslation('llm');
  const { link, change } = useLink();
  const { model, model2 } = llmOf(link);
  const card = useMap(({ cards }) => cards[model]);
  const answer = useLlm(({ frame }) => (frame?.answer.face === 'future' ? frame.answer : null));
  const ids = SENTENCE_MODELS.includes(model2) ? SENTENCE_MODELS : [...SENTENCE_MODELS, model2];
  return (
    <>
      {!answer && card && (
        <p className="hint">{t('future.form.first', { size: megabytes(cardBytes(card)) })}</p>
      )}
      {answer && <FutureLegend answer={answer} />}
      <OwnBeginnings />
      <ModelSelect
        label={t('future.form.language')}
        testId="model-select"
        ids={[model]}
        value={model}
        onChange={(chosen) => change({ model: chosen })}
      />
      <ModelSelect
        label={t('future.form.sentence')}
        testId="model2-select"
        ids={ids}
        value={model2}
        onChange={(chosen) => change({ model2: chosen === FIRST ? null : chosen })}
      />
      <Fold icon={SlidersHorizontal} title={t('future.form.settings')}>
        <DeviceSelect />
      </Fold>
    </>
  );
}
