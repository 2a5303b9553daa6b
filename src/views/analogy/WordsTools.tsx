import { type LucideIcon, MoveUpRight, Orbit, Shuffle, Split, Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { analogyOf, FACES, type Face } from '../../contract/deepLink.ts';
import { useLink } from '../../stores/linkStore.ts';
import { FaceToggles } from '../faces/FaceToggles.tsx';
import { FaceTools } from '../faces/FaceTools.tsx';
import { wordsFiles } from './wordsExports.ts';

const FACE_ICONS: Record<Face, LucideIcon> = {
  question: MoveUpRight,
  relations: Split,
  axes: Orbit,
  neighbours: Waypoints,
  random: Shuffle,
};
/** The faces of the view, how the figure is drawn, the guided path, and what is shown as files. */
export function WordsTools() {
  const { t } = useTranslation('analogy');
  const { link, change } = useLink();
  const { face } = analogyOf(link);
  return (
    <FaceTools
      faces={
        <FaceToggles
          legend={t('shell.faces')}
          icons={FACE_ICONS}
          faces={FACES}
          shown={face}
          nameOf={(value) => t(`faces.${value}.short`)}
          onChange={(value) => change({ face: value })}
        />
      }
      as={{ legend: t('shell.as'), map: t('shell.map'), table: t('shell.table') }}
      hasDims={face !== 'axes'}
      files={wordsFiles}
    />
  );
}
