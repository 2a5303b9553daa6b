import { Popover } from '@base-ui/react/popover';
import { useTranslation } from 'react-i18next';
import { QualityBadge } from './QualityBadge.tsx';

interface QualityPopoverProps {
  readonly trustworthiness: number;
  readonly continuity: number;
  readonly k: number;
}

/** The badge, which explains its number when pressed. */
export default function QualityPopover({ trustworthiness, continuity, k }: QualityPopoverProps) {
  const { t } = useTranslation();
  return (
    <Popover.Root>
      <Popover.Trigger className="badge-button">
        <QualityBadge trustworthiness={trustworthiness} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" sideOffset={8} className="layer-popup">
          <Popover.Popup className="popup note">
            {t('quality.explain', {
              trust: trustworthiness.toFixed(3),
              continuity: continuity.toFixed(3),
              k,
            })}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
