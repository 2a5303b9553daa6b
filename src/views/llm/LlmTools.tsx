import { Layers, type LucideIcon, Telescope, TextCursorInput } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LLM_FACES, type LlmFace } from '../../contract/deepLink.ts';
import { llmOf } from '../../contract/insideLinks.ts';
import { useLink } from '../../stores/linkStore.ts';
import { FaceToggles } from '../faces/FaceToggles.tsx';
import { FaceTools } from '../faces/FaceTools.tsx';
import { llmFiles } from './llmExports.ts';

const ICONS: Record<LlmFace, LucideIcon> = { next: TextCursorInput, inside: Layers, future: Telescope };

/** The faces of the view, how the figure is drawn, the guided path, and what is shown as files. */
export function LlmTools() {
  const { t } = useTranslation('llm');
  const { link, change } = useLink();
  const { face } = llmOf(link);
  return (
    <FaceTools
      faces={
        <FaceToggles
          legend={t('shell.faces')}
          icons={ICONS}
          faces={LLM_FACES}
          shown={face}
          nameOf={(value) => t(`faces.${value}.short`)}
          onChange={(value) => change({ face: value })}
        />
      }
      as={{ legend: t('shell.as'), map: t('shell.map'), table: t('shell.table') }}
      files={llmFiles}
    />
  );
}
