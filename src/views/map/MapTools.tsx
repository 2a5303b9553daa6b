import { Home, Lasso, Plane, Rotate3d, SquareDashed, Table2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLink } from '../../stores/linkStore.ts';
import { type PointerMode, useSelection } from '../../stores/selectionStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { ExportButtons } from '../files/ExportButtons.tsx';
import { DimsToggle } from '../settings/DimsToggle.tsx';
import { exportImage, exportJson, exportVectors } from './exports.ts';

const MODES = [
  { mode: 'orbit', icon: Rotate3d },
  { mode: 'fly', icon: Plane },
  { mode: 'box', icon: SquareDashed },
  { mode: 'lasso', icon: Lasso },
] as const satisfies readonly { mode: PointerMode; icon: unknown }[];

/** What the pointer does on the map, how many dimensions, table, export. */
export function MapTools() {
  const { t } = useTranslation();
  const mode = useSelection(({ mode }) => mode);
  const table = useSelection(({ table }) => table);
  const { setMode, setTable, resetCamera } = useSelection.getState();
  const along = useLink(({ link }) => link.axis !== null);
  return (
    <section className="tools" aria-label={t('tools.title')}>
      {!along && <DimsToggle />}
      {!table &&
        MODES.map(({ mode: value, icon }) => (
          <IconButton
            key={value}
            icon={icon}
            label={t(`tools.${value}`)}
            side="top"
            aria-pressed={mode === value}
            onClick={() => setMode(value)}
          />
        ))}
      {!table && <IconButton icon={Home} label={t('tools.reset')} side="top" onClick={resetCamera} />}
      <IconButton
        icon={Table2}
        label={t('tools.table')}
        side="top"
        aria-pressed={table}
        onClick={() => setTable(!table)}
      />
      <span className="divider" />
      <ExportButtons json={exportJson} vectors={exportVectors} image={exportImage} side="top" />
    </section>
  );
}
