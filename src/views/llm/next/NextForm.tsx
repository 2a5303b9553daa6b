import { SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { llmOf } from '../../../contract/insideLinks.ts';
import { megabytes } from '../../../language/numbers.ts';
import { cardBytes } from '../../../pipeline/modelSessions.ts';
import { useLink } from '../../../stores/linkStore.ts';
import { useLlm } from '../../../stores/llm/llmStore.ts';
import { useMap } from '../../../stores/mapStore.ts';
import { Fold } from '../../../ui/Fold.tsx';
import { NumberField } from '../../../ui/fields.tsx';
import { insertFast } from '../../../ui/insertFast.ts';
import { ModelSelect } from '../../model/ModelSelect.tsx';
import { DeviceSelect } from '../../settings/DeviceSelect.tsx';
import { TemperatureField } from './TemperatureField.tsx';
import { goToText, typedText, writeText } from './writeText.ts';

/** A fact, small talk, a rule, digits, code, and Chinese. */
const READY = [
  { text: 'The capital of France is', lang: 'en' },
  { text: 'The weather today is really', lang: 'en' },
  { text: 'The opposite of hot is', lang: 'en' },
  { text: '1, 2, 3, 4,', lang: 'en' },
  { text: 'def add(a, b):\n    return', lang: 'en' },
  { text: '法国的首都是', lang: 'zh' },
] as const;

/** Spaces after a word: those that begin a line of code are its indent. */
const ENDS_IN_SPACE = /(?<=\S) +$/;

/** The text, how its answer is read, and what model answers. */
export function NextForm(): ReactNode {
  const { t } = useTranslation('llm');
  const { t: app } = useTranslation();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const { link, change } = useLink();
  const text = useLink(typedText);
  const card = useMap(({ cards }) => cards['smollm2-135m']);
  const here = useLlm(({ frame }) => frame?.answer.face === 'next');
  const { model } = llmOf(link);
  useEffect(() => (box.current ? insertFast(box.current) : undefined), []);
  // the box keeps what is typed; it changes otherwise only where the text does, by a step or by the address
  useEffect(() => {
    if (box.current && box.current.value !== text) box.current.value = text;
  }, [text]);
  const tick = () => useLlm.getState().tick('type');
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t('next.text')}</label>
        <textarea
          id={id}
          ref={box}
          data-testid="llm-text"
          rows={4}
          spellCheck={false}
          defaultValue={text}
          onChange={({ target }) => {
            writeText(target.value);
            tick();
          }}
        />
        <p className="hint">{t('next.english')}</p>
        {ENDS_IN_SPACE.test(text) && (
          <p className="hint next-space">
            {t('next.space')}
            <button
              type="button"
              className="button"
              data-testid="trim-space"
              onClick={() => {
                goToText(text.replace(ENDS_IN_SPACE, ''));
                box.current?.focus();
              }}
            >
              {t('next.trim')}
            </button>
          </p>
        )}
      </div>
      <fieldset className="chips next-ready">
        <legend className="visually-hidden">{t('next.ready')}</legend>
        {READY.map(({ text: ready, lang }) => (
          <button
            key={ready}
            type="button"
            className="chip"
            lang={lang}
            aria-pressed={ready === text}
            onClick={() => {
              goToText(ready);
              tick();
            }}
          >
            {ready.replace(/\s+/g, ' ')}
          </button>
        ))}
      </fieldset>
      <TemperatureField />
      <NumberField
        label={t('next.top')}
        value={link.top}
        min={1}
        max={50}
        onChange={(top) => change({ top: top ?? 10 })}
      />
      <ModelSelect
        label={app('data.model')}
        testId="model-select"
        ids={[model]}
        value={model}
        onChange={(chosen) => change({ model: chosen })}
      />
      {card && !here && <p className="hint">{t('next.size', { size: megabytes(cardBytes(card)) })}</p>}
      <Fold icon={SlidersHorizontal} title={t('next.settings')}>
        <DeviceSelect />
      </Fold>
    </>
  );
}
