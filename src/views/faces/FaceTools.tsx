import { Box, Home, Table2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLink } from '../../stores/linkStore.ts';
import { useSelection } from '../../stores/selectionStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { ExportButtons } from '../files/ExportButtons.tsx';
import { PathButton } from '../path/PathButton.tsx';
import { DimsToggle } from '../settings/DimsToggle.tsx';
import type { FaceFiles } from './faceExports.ts';

interface FaceToolsProps {
  /** Chooses the face. */
  readonly faces: ReactNode;
  /** What the choice between picture and table is called. */
  readonly as: { readonly legend: string; readonly map: string; readonly table: string };
  /** Whether the picture can be flat or in space. */
  readonly hasDims?: boolean;
  readonly files: FaceFiles;
}

/** The faces of a view, how the figure is drawn, the guided path, and what is shown as files. */
export function FaceTools({ faces, as, hasDims = true, files }: FaceToolsProps) {
  const { t } = useTranslation();
  const { link, change } = useLink();
  return (
    <section className="tools faces-tools" aria-label={t('tools.title')}>
      {faces}
      <span className="divider" />
      <fieldset className="toggles">
        <legend className="visually-hidden">{as.legend}</legend>
        {(['map', 'table'] as const).map((show) => (
          <label key={show} className="toggle" title={as[show]}>
            <input
              type="radio"
              name="show"
              className="visually-hidden"
              aria-label={as[show]}
              checked={(link.show === 'table') === (show === 'table')}
              onChange={() => change({ show })}
            />
            {show === 'map' ? <Box aria-hidden size={16} /> : <Table2 aria-hidden size={16} />}
          </label>
        ))}
      </fieldset>
      {link.show !== 'table' && (
        <>
          {hasDims && <DimsToggle />}
          <IconButton
            icon={Home}
            label={t('tools.reset')}
            onClick={() => useSelection.getState().resetCamera()}
          />
        </>
      )}
      <span className="divider" />
      <PathButton />
      <ExportButtons {...files} />
    </section>
  );
}
