import { Popover } from '@base-ui/react/popover';
import { CircleQuestionMark } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';

/** What the chart's numbers mean, when asked. */
export const LayerHelp = memo(function LayerHelp() {
  const { t } = useTranslation('context');
  return (
    <Popover.Root>
      <Popover.Trigger className="icon-button small layer-help" aria-label={t('layers.help')}>
        <CircleQuestionMark aria-hidden size="1.05rem" strokeWidth={1.75} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" align="end" sideOffset={8} className="layer-popup">
          <Popover.Popup className="popup note layer-note">
            <p>{t('layers.aboutSilhouette')}</p>
            <p>{t('layers.aboutAri')}</p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
});
