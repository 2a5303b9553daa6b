import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useTranslation } from 'react-i18next';
import { megabytes } from '../language/numbers.ts';
import type { ConsentRequest } from '../stores/mapStore.ts';

/** Says how much would be downloaded, and waits for yes or no. */
export default function ConsentQuestion({ request }: { readonly request: ConsentRequest }) {
  const { t, i18n } = useTranslation();
  const { card, bytes, answer } = request;
  const model = card.names[i18n.language === 'zh' ? 'zh' : 'en'];
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && answer(false)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="backdrop" />
        <AlertDialog.Popup className="dialog">
          <AlertDialog.Title className="dialog-title">{t('consent.title', { model })}</AlertDialog.Title>
          <AlertDialog.Description>{t('consent.body', { size: megabytes(bytes) })}</AlertDialog.Description>
          <div className="dialog-actions">
            <AlertDialog.Close className="button">{t('consent.no')}</AlertDialog.Close>
            <button type="button" className="button primary" onClick={() => answer(true)}>
              {t('consent.yes')}
            </button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
