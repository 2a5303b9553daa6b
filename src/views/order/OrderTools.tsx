import { ArrowLeftRight, type LucideIcon, MessageSquareQuote, Ruler } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ORDER_FACES, type OrderFace } from '../../contract/deepLink.ts';
import { orderOf } from '../../contract/insideLinks.ts';
import { useLink } from '../../stores/linkStore.ts';
import { FaceToggles } from '../faces/FaceToggles.tsx';
import { FaceTools } from '../faces/FaceTools.tsx';
import { orderFiles } from './orderExports.ts';

const ICONS: Record<OrderFace, LucideIcon> = {
  order: ArrowLeftRight,
  position: Ruler,
  sentences: MessageSquareQuote,
};

/** The faces of the view, how the figure is drawn, the guided path, and what is shown as files. */
export function OrderTools() {
  const { t } = useTranslation('order');
  const { link, change } = useLink();
  const { face } = orderOf(link);
  return (
    <FaceTools
      faces={
        <FaceToggles
          legend={t('shell.faces')}
          icons={ICONS}
          faces={ORDER_FACES}
          shown={face}
          nameOf={(value) => t(`faces.${value}.short`)}
          onChange={(value) => change({ face: value })}
        />
      }
      as={{ legend: t('shell.as'), map: t('shell.map'), table: t('shell.table') }}
      files={orderFiles}
    />
  );
}
