import { FileText } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { modelOf } from '../../contract/deepLink.ts';
import { Fault } from '../../contract/fault.ts';
import { bundledModel } from '../../models/registry.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useStatus } from '../../stores/statusStore.ts';
import { insertFast } from '../../ui/insertFast.ts';
import { SwitchField } from '../../ui/SwitchField.tsx';

/** A text file above this is not read into the page. */
const LARGEST_FILE = 20e6;

/** A box for a person's own words or sentences, one a line, shown instead of or beside the bundled points. */
export function OwnTextsForm() {
  const { t } = useTranslation();
  const own = useLink(({ own }) => own);
  const setOwn = useLink(({ setOwn }) => setOwn);
  const change = useLink(({ change }) => change);
  const added = useLink(({ link }) => link.added);
  // what is not UMAP of the raw vectors is always laid out anew
  const placeable = useLink(({ link }) => link.projector === 'umap' && link.centre !== 'shown');
  const isStatic = useLink(({ link }) => bundledModel(modelOf(link))?.kind === 'static');
  const box = useRef<HTMLTextAreaElement>(null);
  const [add, setAdd] = useState(own?.add ?? false);
  const id = useId();

  // The box follows the link: own texts may come with the address, and go when the bundled points come back.
  useEffect(() => {
    if (box.current) box.current.value = own?.texts.join('\n') ?? '';
    setAdd(own?.add ?? false);
  }, [own]);

  useEffect(() => (box.current ? insertFast(box.current) : undefined), []);

  const show = () => {
    const text = box.current?.value ?? '';
    if (text.trim() === '') useStatus.getState().report(new Fault('no-texts'));
    else setOwn({ texts: text.split(/\r\n|\r|\n/), add });
  };
  const open = async (file: File | undefined) => {
    if (!file || !box.current) return;
    if (file.size > LARGEST_FILE)
      useStatus.getState().report(new Fault('file-too-large', { file: file.name }));
    else box.current.value = await file.text();
  };

  return (
    <form
      className="own"
      onSubmit={(event) => {
        event.preventDefault();
        show();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        void open(event.dataTransfer.files[0]);
      }}
    >
      <label htmlFor={id}>{t('data.ownLabel')}</label>
      <textarea
        id={id}
        ref={box}
        data-testid="own-texts"
        rows={3}
        spellCheck={false}
        placeholder={t('data.ownPlaceholder')}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) show();
        }}
      />
      <SwitchField label={t('data.ownAdd')} checked={add} onChange={setAdd} />
      {add && placeable && (
        <SwitchField
          label={t('data.ownPlace')}
          checked={added === 'place'}
          onChange={(place) => change({ added: place ? 'place' : 'anew' })}
        />
      )}
      <div className="own-actions">
        <button type="submit" className="button primary" data-testid="embed">
          {t('data.ownShow')}
        </button>
        <label className="icon-button" title={t('data.ownFile')}>
          <FileText aria-hidden size={18} />
          <span className="visually-hidden">{t('data.ownFile')}</span>
          <input
            type="file"
            accept=".txt,.csv,.tsv,.md,text/plain"
            className="visually-hidden"
            onChange={({ target }) => {
              void open(target.files?.[0]);
              target.value = '';
            }}
          />
        </label>
        {own && (
          <button type="button" className="text-button" onClick={() => setOwn(null)}>
            {t('data.ownClear')}
          </button>
        )}
      </div>
      {isStatic && own && <p className="hint">{t('data.ownWithStatic')}</p>}
      <p className="hint">{t('data.ownPrivate')}</p>
    </form>
  );
}
