import { Box, Home, Layers, type LucideIcon, Table2, Telescope, TextCursorInput } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LLM_FACES, type LlmFace } from '../../contract/deepLink.ts';
import { llmOf } from '../../contract/insideLinks.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useSelection } from '../../stores/selectionStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { FaceToggles } from '../faces/FaceToggles.tsx';
import { ExportButtons } from '../files/ExportButtons.tsx';
import { PathButton } from '../path/PathButton.tsx';
import { DimsToggle } from '../settings/DimsToggle.tsx';
import { exportLlmImage, exportLlmJson, exportLlmVectors } from './llmExports.ts';

const ICONS: Record<LlmFace, LucideIcon> = { next: TextCursorInput, inside: Layers, future: Telescope };

/** The faces of the view, how the figure is drawn, the guided path, and what is shown as files. */
export function LlmTools() {
  const { t } = useTranslation('llm');
  const { t: app } = useTranslation();
  const { link, change } = useLink();
  const { face } = llmOf(link);
  return (
    <section className="tools faces-tools" aria-label={app('tools.title')}>
      <FaceToggles
        legend={t('shell.faces')}
        icons={ICONS}
        faces={LLM_FACES}
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
      <ExportButtons json={exportLlmJson} vectors={exportLlmVectors} image={exportLlmImage} />
    </section>
  );
}
