import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabFrame } from '../../pipeline/lab/labResult.ts';
import { layerPlace, useLab } from '../../stores/labStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useTheme } from '../../stores/theme.ts';
import { type OccurrenceLook, occurrenceLook, sensesShown } from './senseLook.ts';

/** The lab as it is looked at: its frame, the layer shown (its place among the layers), and how senses look there. */
export interface LabLook {
  readonly frame: LabFrame;
  readonly layer: number;
  readonly look: OccurrenceLook;
}

/** null until the first occurrences have vectors. */
export function useLabLook(): LabLook | null {
  const { t } = useTranslation('context');
  const frame = useLab(({ frame }) => frame);
  const asked = useLink(({ link }) => link.layer);
  const colour = useLink(({ link }) => link.colour);
  const language = useLink(({ link }) => link.lang);
  const theme = useTheme();
  const playing = useLab(({ playhead }) => playhead !== null);
  const layer = frame ? layerPlace(frame.vectors.layers, asked) : 0;
  // given senses are the same at every layer; while layers play, those found at the last one are followed back
  const given = frame !== null && sensesShown(frame, colour) === 'given';
  const senses = given ? 0 : playing && frame ? frame.vectors.layers.length - 1 : layer;
  const shown = useMemo(() => {
    if (!frame) return null;
    const nameOf = (sense: number) => t('lab.senseNumber', { number: sense + 1 });
    return occurrenceLook(frame, senses, colour, { theme, language, nameOf });
  }, [frame, senses, colour, theme, language, t]);
  return useMemo(() => (frame && shown ? { frame, layer, look: shown } : null), [frame, layer, shown]);
}
