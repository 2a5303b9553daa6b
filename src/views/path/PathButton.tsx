import { Signpost } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLink } from '../../stores/linkStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';

/** Opens and closes the view's guided path. */
export function PathButton() {
  const { t } = useTranslation();
  const { link, change } = useLink();
  return (
    <IconButton
      icon={Signpost}
      label={t('path.start')}
      aria-pressed={link.step !== null}
      onClick={() => change({ step: link.step === null ? 1 : null })}
    />
  );
}
