import { useMemo } from 'react';
import { bestLayer } from '../../pipeline/lab/labResult.ts';
import { showLayer, stopPlaying, togglePlaying } from '../../stores/lab.ts';
import { useLab } from '../../stores/labStore.ts';
import { LayerBar } from './layers/LayerBar.tsx';
import type { LabLook } from './useLabLook.ts';

/** The layers along the bottom: a slider, a play button, and how well the senses part at each. */
export function TimeBar({ frame, layer }: LabLook) {
  const playhead = useLab(({ playhead }) => playhead);
  const { vectors, separations } = frame;
  const { layers } = vectors;
  const scores = useMemo(
    () =>
      layers.map((_, place) => {
        const at = separations?.[place];
        return {
          given: at?.silhouetteGiven ?? null,
          found: at?.silhouetteFound ?? null,
          ari: at?.ari ?? null,
        };
      }),
    [layers, separations],
  );
  return (
    <LayerBar
      layers={layers}
      step={playhead ?? layer}
      playing={playhead !== null}
      scores={scores}
      best={separations ? bestLayer(separations) : null}
      hasLabels={scores.some(({ given }) => given !== null)}
      onStep={(place) => {
        stopPlaying();
        showLayer(place);
        if (place === 0) useLab.getState().tick('table');
      }}
      onPlay={togglePlaying}
    />
  );
}
