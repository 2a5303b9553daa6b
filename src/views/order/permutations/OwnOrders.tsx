import { RotateCcw } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLink } from '../../../stores/linkStore.ts';
import { insertFast } from '../../../ui/insertFast.ts';

/** The person's own lines; what is typed is shown after a pause, and an empty box gives the ready sets back. */
export function OwnOrders() {
  const { t } = useTranslation('order');
  const typed = useLink(({ inside }) => inside.order.sentences);
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  // the box follows the link: the browser's Back button may change it
  useEffect(() => {
    if (box.current && box.current.value !== (typed ?? '')) box.current.value = typed ?? '';
  }, [typed]);
  useEffect(() => (box.current ? insertFast(box.current) : undefined), []);
  const say = (sentences: string | null) => useLink.getState().typeInside('order', { sentences });
  const back = () => {
    say(null);
    useLink.getState().write();
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t('permutations.form.own')}</label>
      <textarea
        id={id}
        ref={box}
        data-testid="own-orders"
        rows={4}
        spellCheck={false}
        placeholder={t('permutations.form.placeholder')}
        onChange={({ target }) => (target.value.trim() === '' ? back() : say(target.value))}
      />
      <p className="hint">{t('permutations.form.hint')}</p>
      {typed !== null && (
        <button type="button" className="text-button" onClick={back}>
          <RotateCcw aria-hidden size={14} /> {t('permutations.form.back')}
        </button>
      )}
    </div>
  );
}
