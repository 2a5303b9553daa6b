import { Home, LayoutGrid, Map as MapIcon, Presentation, QrCode, Route, Table2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLink } from '../../stores/linkStore.ts';
import { useSelection } from '../../stores/selectionStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { ExportButtons } from '../files/ExportButtons.tsx';
import { PathButton } from '../path/PathButton.tsx';
import { DimsToggle } from '../settings/DimsToggle.tsx';
import { exportLabImage, exportLabJson, exportLabVectors } from './labExports.ts';

const FACES = [
  { show: 'map', icon: MapIcon },
  { show: 'matrix', icon: LayoutGrid },
  { show: 'table', icon: Table2 },
] as const;

interface LabToolsProps {
  readonly ways: boolean;
  readonly presenting: boolean;
  readonly onWays: () => void;
  readonly onPresent: () => void;
  readonly onShare: () => void;
}

/** The lab's faces, how the map is drawn, presenting, the guided path, and what is shown as files. */
export function LabTools({ ways, presenting, onWays, onPresent, onShare }: LabToolsProps) {
  const { t } = useTranslation('context');
  const { t: app } = useTranslation();
  const { link, change } = useLink();
  return (
    <section className="tools lab-tools" aria-label={app('tools.title')}>
      <fieldset className="toggles">
        <legend className="visually-hidden">{t('tools.faces')}</legend>
        {FACES.map(({ show, icon: Icon }) => (
          <label key={show} className="toggle">
            <input
              type="radio"
              name="face"
              className="visually-hidden"
              aria-label={t(`tools.${show}`)}
              checked={link.show === show}
              onChange={() => change({ show })}
            />
            <Icon aria-hidden size={16} /> <span aria-hidden>{t(`tools.${show}`)}</span>
          </label>
        ))}
      </fieldset>
      {link.show === 'map' && (
        <>
          <DimsToggle />
          <IconButton icon={Route} label={t('tools.ways')} aria-pressed={ways} onClick={onWays} />
          <IconButton
            icon={Home}
            label={app('tools.reset')}
            onClick={() => useSelection.getState().resetCamera()}
          />
        </>
      )}
      <span className="divider" />
      <PathButton />
      <IconButton
        icon={Presentation}
        label={presenting ? t('present.stop') : t('present.start')}
        aria-pressed={presenting}
        onClick={onPresent}
      />
      <IconButton icon={QrCode} label={t('present.share')} onClick={onShare} />
      <span className="divider" />
      <ExportButtons json={exportLabJson} vectors={exportLabVectors} image={exportLabImage} />
    </section>
  );
}
