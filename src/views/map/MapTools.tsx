import {
  FileJson,
  Grid3x3,
  Home,
  ImageDown,
  Lasso,
  Plane,
  Rotate3d,
  SquareDashed,
  Table2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLink } from '../../stores/linkStore.ts';
import { type PointerMode, useSelection } from '../../stores/selectionStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
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
  const dims = useLink(({ link }) => link.dims);
  const change = useLink(({ change }) => change);
  const { mode, setMode, table, setTable, resetCamera } = useSelection();
  return (
    <section className="tools" aria-label={t('tools.title')}>
      <fieldset className="toggles">
        <legend className="visually-hidden">{t('settings.dims')}</legend>
        {([3, 2] as const).map((value) => (
          <label key={value} className="toggle" title={t(value === 3 ? 'tools.dims3' : 'tools.dims2')}>
            <input
              type="radio"
              name="dims"
              className="visually-hidden"
              checked={dims === value}
              onChange={() => change({ dims: value })}
            />
            {value}D
          </label>
        ))}
      </fieldset>
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
      {EXPORTS.map(({ id, name, icon, run }) => (
        <IconButton
          key={id}
          icon={icon}
          label={t(`tools.${name}`)}
          side="top"
          data-testid={id}
          onClick={() => void run()}
        />
      ))}
    </section>
  );
}

/** What is shown, as files. */
const EXPORTS = [
  { id: 'export-json', name: 'exportJson', icon: FileJson, run: exportJson },
  { id: 'export-vectors', name: 'exportVectors', icon: Grid3x3, run: exportVectors },
  { id: 'export-image', name: 'exportImage', icon: ImageDown, run: exportImage },
] as const;
