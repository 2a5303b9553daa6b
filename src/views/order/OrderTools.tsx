import { ArrowLeftRight, Box, Home, type LucideIcon, MessageSquareQuote, Ruler, Table2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ORDER_FACES, type OrderFace } from '../../contract/deepLink.ts';
import { orderOf } from '../../contract/insideLinks.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useSelection } from '../../stores/selectionStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { FaceToggles } from '../faces/FaceToggles.tsx';
import { ExportButtons } from '../files/ExportButtons.tsx';
import { PathButton } from '../path/PathButton.tsx';
import { DimsToggle } from '../settings/DimsToggle.tsx';
import { exportOrderImage, exportOrderJson, exportOrderVectors } from './orderExports.ts';

const ICONS: Record<OrderFace, LucideIcon> = {
  order: ArrowLeftRight,
  position: Ruler,
  sentences: MessageSquareQuote,
};

/** The faces of the view, how the figure is drawn, the guided path, and what is shown as files. */
export function OrderTools() {
  const { t } = useTranslation('order');
  const { t: app } = useTranslation();
  const { link, change } = useLink();
  const { face } = orderOf(link);
  return (
    <section className="tools faces-tools" aria-label={app('tools.title')}>
      <FaceToggles
        legend={t('shell.faces')}
        icons={ICONS}
        faces={ORDER_FACES}
        shown={face}
        nameOf={(value) => t(`faces.${value}.short`)}
        onChange={(value) => change({ face: value })}
      />
      <span className="divider" />
      <fieldset className="toggles">
        <legend className="visually-hidden">{t('shell.as')}</legend>
        {(['map', 'table'] as const).map((show) => (
          <label key={show} className="toggle" title={t(`shell.${show}`)}>
            <input
              type="radio"
              name="show"
              className="visually-hidden"
              aria-label={t(`shell.${show}`)}
              checked={(link.show === 'table') === (show === 'table')}
              onChange={() => change({ show })}
            />
            {show === 'map' ? <Box aria-hidden size={16} /> : <Table2 aria-hidden size={16} />}
          </label>
        ))}
      </fieldset>
      {link.show !== 'table' && (
        <>
          <DimsToggle />
          <IconButton
            icon={Home}
            label={app('tools.reset')}
            onClick={() => useSelection.getState().resetCamera()}
          />
        </>
      )}
      <span className="divider" />
      <PathButton />
      <ExportButtons json={exportOrderJson} vectors={exportOrderVectors} image={exportOrderImage} />
    </section>
  );
}
