import { SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CONTEXTUAL_IDS, type ContextualId } from '../../../contract/deepLink.ts';
import { llmOf } from '../../../contract/insideLinks.ts';
import { MOST_TOKENS } from '../../../pipeline/llm/inside/readInside.ts';
import { llmRequestOf } from '../../../pipeline/llm/llmRequest.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { followNearest } from '../../../stores/llm/insideQuestion.ts';
import { Fold } from '../../../ui/Fold.tsx';
import { ModelSelect } from '../../model/ModelSelect.tsx';
import { DeviceSelect } from '../../settings/DeviceSelect.tsx';

const ZH = [
  '我在银行门口等你，风很大。',
  '苹果很甜，苹果公司发布了新手机。',
  '小狗没有过马路，因为它太累了。',
] as const;
const EN = [
  'She sat on the bank of the river and watched the water.',
  'The bank raised its rates, so she left the bank.',
  'The animal didn’t cross the street because it was too tired.',
] as const;

/** Ready texts that a model reads. */
const READY: Record<ContextualId, readonly string[]> = {
  'bge-small-zh-v1.5': ZH,
  'all-minilm-l6-v2': EN,
  'multilingual-e5-small': [...ZH.slice(1), ...EN.slice(1)],
  'smollm2-135m': EN,
};

/** The text whose tokens are followed, and the model that reads it. */
export function InsideForm(): ReactNode {
  const { t } = useTranslation('llm');
  const { link, inside, change, typeInside } = useLink();
  const id = useId();
  const { model } = llmOf(link);
  const { asked } = llmRequestOf(link, inside.llm);
  const shown = asked.face === 'inside' ? asked.text : '';
  useEffect(followNearest, []);
  const type = (text: string) => typeInside('llm', { own: { texts: text.split('\n'), add: false } });
  return (
    <>
      <ModelSelect
        label={t('inside.model')}
        testId="model-select"
        ids={CONTEXTUAL_IDS}
        value={model}
        onChange={(chosen) => change({ model: chosen, layer: null, head: null, at: null })}
      />
      <div className="field">
        <label htmlFor={id}>{t('inside.text')}</label>
        <textarea
          id={id}
          data-testid="inside-text"
          rows={3}
          dir="auto"
          spellCheck={false}
          value={shown}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => type(target.value)}
        />
        <p id={`${id}-hint`} className="hint">
          {t('inside.textHint', { most: MOST_TOKENS })}
        </p>
      </div>
      <fieldset className="chips inside-texts">
        <legend className="visually-hidden">{t('inside.ready')}</legend>
        {READY[model].map((text) => (
          <button
            key={text}
            type="button"
            className="chip inside-ready"
            onClick={() => {
              change({ at: null });
              type(text);
            }}
          >
            {text}
          </button>
        ))}
      </fieldset>
      <Fold icon={SlidersHorizontal} title={t('inside.settings')}>
        <DeviceSelect />
      </Fold>
    </>
  );
}
