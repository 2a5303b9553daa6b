import { Blend, Columns2, Home, Table2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLink } from '../../stores/linkStore.ts';
import { useSelection } from '../../stores/selectionStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { ExportButtons } from '../files/ExportButtons.tsx';
import { PathButton } from '../path/PathButton.tsx';
import { DimsToggle } from '../settings/DimsToggle.tsx';
import { exportCompareImage, exportCompareJson, exportCompareVectors } from './compareExports.ts';

const FACES = [
  { show: 'map', icon: Columns2 },
  { show: 'table', icon: Table2 },
] as const;
interface CompareToolsProps {
  readonly morphing: boolean;
  readonly onMorph: () => void;
}

/** How the comparison is drawn, the guided path, and what is shown as files. */
export function CompareTools({ morphing, onMorph }: CompareToolsProps) {
  const { t } = useTranslation('compare');
  const { t: app } = useTranslation();
  const { link, change } = useLink();
  const isTable = link.show === 'table';
  return (
    <section className="tools compare-tools" aria-label={app('tools.title')}>
      <fieldset className="toggles">
        <legend className="visually-hidden">{t('tools.faces')}</legend>
        {FACES.map(({ show, icon: Icon }) => (
          <label key={show} className="toggle">
            <input
              type="radio"
              name="show"
              className="visually-hidden"
              aria-label={t(`tools.${show}`)}
              checked={isTable === (show === 'table')}
              onChange={() => change({ show })}
            />
            <Icon aria-hidden size={16} /> <span aria-hidden>{t(`tools.${show}`)}</span>
          </label>
        ))}
      </fieldset>
      {!isTable && (
        <>
          <button type="button" className="compare-toggle" aria-pressed={morphing} onClick={onMorph}>
            <Blend aria-hidden size={16} /> {t('tools.morph')}
          </button>
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
      <ExportButtons json={exportCompareJson} vectors={exportCompareVectors} image={exportCompareImage} />
    </section>
  );
}
