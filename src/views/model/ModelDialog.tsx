import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ModelId } from '../../contract/deepLink.ts';
import { megabytes } from '../../language/numbers.ts';
import { cardBytes } from '../../pipeline/modelSessions.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useMap } from '../../stores/mapStore.ts';

/** What a model is, where it comes from, and under which licence. */
export default function ModelDialog({ id, onClose }: { readonly id: ModelId; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLink(({ link }) => link.lang);
  const card = useMap(({ cards }) => cards[id]);
  if (!card) return null;
  const { source } = card;
  const facts: readonly (readonly [string, string])[] = [
    [t('card.kind'), t(`data.${card.kind}`)],
    [t('card.family'), `${card.family}, ${card.year}`],
    [t('card.dim'), String(card.dim)],
    ...(card.layers > 0 ? ([[t('card.layers'), String(card.layers)]] as const) : []),
    [t('card.size'), megabytes(cardBytes(card))],
    [t('card.licence'), source.licence],
    [t('card.source'), `${source.origin} (${source.registry}: ${source.package} ${source.version})`],
    [t('card.made'), source.made[language]],
  ];
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog">
          <Dialog.Title className="dialog-title">{card.names[language]}</Dialog.Title>
          <Dialog.Close className="icon-button dialog-close" aria-label={t('app.close')}>
            <X aria-hidden size={18} />
          </Dialog.Close>
          <Dialog.Description>{card.about[language]}</Dialog.Description>
          <dl className="facts">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
