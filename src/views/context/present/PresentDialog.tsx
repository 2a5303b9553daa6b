import { Dialog } from '@base-ui/react/dialog';
import { Copy, CopyCheck, TriangleAlert, X } from 'lucide-react';
import { useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { elideMiddle, onlyThisMachine } from './address.ts';
import { addressBytes, type QrCode, QUIET_ZONE, qrCodeOf } from './qrCode.ts';
import './presentDialog.css';

interface PresentDialogProps {
  /** The link to what is shown. */
  readonly address: string;
  /** The same without the person's sentences, for where they do not fit into a code. */
  readonly shortAddress: string;
  /** The words looked at. */
  readonly words: readonly string[];
  readonly onClose: () => void;
}

/** The link as a code that a class can scan off the projector, and as text. */
export default function PresentDialog({ address, shortAddress, words, onClose }: PresentDialogProps) {
  const { t } = useTranslation('context');
  const app = useTranslation().t;
  const whole = useMemo(() => qrCodeOf(address), [address]);
  const code = useMemo(() => whole ?? qrCodeOf(shortAddress), [whole, shortAddress]);
  const shown = whole ? address : shortAddress;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog present-dialog">
          {code && <QrImage code={code} name={t('present.code')} />}
          <div className="present-side">
            <Dialog.Title className="dialog-title">{t('present.title')}</Dialog.Title>
            <Dialog.Close className="icon-button dialog-close" aria-label={app('app.close')}>
              <X aria-hidden size={18} />
            </Dialog.Close>
            {words.length > 0 && <p className="present-words">{words.join(' · ')}</p>}
            {code && (
              <Dialog.Description>{t(code.fine ? 'present.howFine' : 'present.how')}</Dialog.Description>
            )}
            {!whole && (
              <Note>{t(code ? 'present.tooLong' : 'present.noCode', { length: addressBytes(address) })}</Note>
            )}
            {onlyThisMachine(address) && <Note>{t('present.local')}</Note>}
            {code && <Address name={t(whole ? 'present.link' : 'present.shortLink')} address={shown} />}
            {!whole && <Address name={t('present.wholeLink')} address={address} />}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Dark on light in both themes: many cameras do not read a code the other way round. */
function QrImage({ code, name }: { readonly code: QrCode; readonly name: string }) {
  const side = code.modules + 2 * QUIET_ZONE;
  return (
    <svg
      className="present-code"
      role="img"
      aria-label={name}
      viewBox={`${-QUIET_ZONE} ${-QUIET_ZONE} ${side} ${side}`}
      data-modules={code.modules}
    >
      <rect x={-QUIET_ZONE} y={-QUIET_ZONE} width={side} height={side} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  );
}

function Note({ children }: { readonly children: string }) {
  return (
    <p className="present-note">
      <TriangleAlert aria-hidden size="1.2em" />
      <span>{children}</span>
    </p>
  );
}

/** What of an address is seen; a copy takes all of it. */
const SEEN = 64;

function Address({ name, address }: { readonly name: string; readonly address: string }) {
  const { t } = useTranslation('context');
  const id = useId();
  const text = useRef<HTMLElement>(null);
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const { head, middle, tail } = elideMiddle(address, SEEN);

  const copy = async () => {
    try {
      // Absent where the page is served over plain http under a machine's name.
      await navigator.clipboard.writeText(address);
      setState('copied');
    } catch {
      if (text.current) getSelection()?.selectAllChildren(text.current);
      setState('refused');
    }
  };

  return (
    <div className="present-address">
      <span id={id}>{name}</span>
      <code ref={text}>
        {head}
        {middle && (
          <span className="present-elided" aria-hidden>
            {middle}
          </span>
        )}
        {tail}
      </code>
      <button type="button" className="button" aria-describedby={id} onClick={() => void copy()}>
        {state === 'copied' ? <CopyCheck aria-hidden size="1.2em" /> : <Copy aria-hidden size="1.2em" />}
        {t(state === 'copied' ? 'present.copied' : 'present.copy')}
      </button>
      <p role="status">
        {state === 'refused' && t('present.copyRefused')}
        {state === 'copied' && <span className="visually-hidden">{t('present.copied')}</span>}
      </p>
    </div>
  );
}
