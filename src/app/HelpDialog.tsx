import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

const LINES = ['what', 'turn', 'click', 'own', 'contexts', 'trust', 'keys'] as const;

/** What one can do here, in seven lines. */
export default function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog">
          <Dialog.Title className="dialog-title">{t('help.title')}</Dialog.Title>
          <Dialog.Close className="icon-button dialog-close" aria-label={t('app.close')}>
            <X aria-hidden size={18} />
          </Dialog.Close>
          <ul className="help-lines">
            {LINES.map((line) => (
              <li key={line}>{t(`help.${line}`)}</li>
            ))}
          </ul>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
