import { RotateCcw } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLink } from '../../../stores/linkStore.ts';
import { insertFast } from '../../../ui/insertFast.ts';

/** The person's own beginnings, one a line, beside the bundled ones; what is typed is shown after a pause. */
export function OwnBeginnings(): ReactNode {
  const { t } = useTranslation('llm');
  const typed = useLink(({ inside }) => inside.llm.sentences);
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  // the box follows the link: the browser's Back button may change it
  useEffect(() => {
    if (box.current && box.current.value !== (typed ?? '')) box.current.value = typed ?? '';
  }, [typed]);
  useEffect(() => (box.current ? insertFast(box.current) : undefined), []);
  const say = (sentences: string | null) => useLink.getState().typeInside('llm', { sentences });
  return (
    <div className="field">
      <label htmlFor={id}>{t('future.own.label')}</label>
      <textarea
        id={id}
        ref={box}
        data-testid="own-beginnings"
        rows={3}
        spellCheck={false}
        placeholder={t('future.own.placeholder')}
        onChange={({ target }) => say(target.value)}
      />
      <p className="hint">{t('future.own.hint')}</p>
      {typed !== null && (
        <button
          type="button"
          className="text-button"
          onClick={() => {
            say(null);
            useLink.getState().write();
          }}
        >
          <RotateCcw aria-hidden size={14} /> {t('future.own.back')}
        </button>
      )}
    </div>
  );
}
