import { Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Fault } from '../../contract/fault.ts';
import type { ComparisonFrame, ComparisonResult } from '../../pipeline/comparison/comparisonResult.ts';
import type { ViewLink } from '../../scene/camera/viewLink.ts';
import { useComparison } from '../../stores/comparisonStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useMediaQuery } from '../../stores/mediaQuery.ts';
import { useSelection } from '../../stores/selectionStore.ts';
import { useStatus } from '../../stores/statusStore.ts';
import { groupCaptions } from '../map/captions.ts';
import { SemanticMap } from '../scene/LazySemanticMap.ts';
import { useSceneLook } from '../scene/useSceneLook.ts';
import { nearestOn } from './changedItems.ts';
import { leftScene, rightScene } from './compareScenes.ts';
import { PaneHead } from './PaneHead.tsx';
import { pickItem } from './pickItem.ts';
import type { CompareLook } from './useCompareLook.ts';

/** What the pane's heading covers, and room for labels. */
const WIDE = { top: 52, right: 4, bottom: 8, left: 4 };
const NARROW = { top: 30, right: 4, bottom: 4, left: 4 };
const NOBODY = new Int32Array(0);
const NO_GROUPS = new Set<string>();

/** Where the camera flies to; a new nonce flies again. */
export type Flight = { readonly index: number; readonly nonce: number } | null;

interface ComparePaneProps {
  readonly side: 'left' | 'right';
  readonly frame: ComparisonFrame;
  /** Null while another comparison is on its way. */
  readonly result: ComparisonResult | null;
  readonly look: CompareLook;
  readonly viewLink: ViewLink;
  readonly flight: Flight;
}

/** One of the two maps. Both show the same items, and are looked at from the same place. */
export function ComparePane({ side, frame, result, look, viewLink, flight }: ComparePaneProps) {
  const { t } = useTranslation('compare');
  const scene = useSceneLook();
  const language = useLink(({ link }) => link.lang);
  const narrow = useMediaQuery('(max-width: 860px)');
  const resetNonce = useSelection(({ resetNonce }) => resetNonce);
  const hovered = useComparison(({ hovered }) => hovered);
  const picked = useComparison(({ picked }) => picked);
  const { items, groups, dims } = frame;
  const coordinates = frame[side];
  const { theme } = scene;
  const captions = useMemo(
    () =>
      coordinates
        ? groupCaptions({ items, groups, dims, coordinates }, look.grouping, NO_GROUPS, theme, language)
        : [],
    [items, groups, dims, coordinates, look.grouping, theme, language],
  );
  const highlighted = useMemo(
    () =>
      result && picked !== null
        ? Int32Array.from(nearestOn(result[side], picked, result.k), ({ row }) => row)
        : NOBODY,
    [result, side, picked],
  );
  const name = t(`settings.sides.${side}`);
  return (
    <section className="compare-pane" data-side={side} aria-label={name}>
      {coordinates ? (
        <Suspense>
          <SemanticMap
            ref={side === 'left' ? leftScene : rightScene}
            positions={coordinates}
            dims={dims}
            {...look.scene}
            selected={picked}
            compared={null}
            hovered={hovered}
            highlighted={highlighted}
            captions={captions}
            {...scene}
            mode="orbit"
            insets={narrow ? NARROW : WIDE}
            flyTo={flight}
            resetNonce={resetNonce}
            viewLink={viewLink}
            ariaLabel={t('panes.canvas', { side: name, count: items.length })}
            onHover={(row) => {
              useComparison.getState().hover(row);
              if (row !== null) useComparison.getState().tick('look');
            }}
            onSelect={pickItem}
            onReady={useStatus.getState().setDrawn}
            onLost={() => useStatus.getState().report(new Fault('webgl-lost'))}
            onUnavailable={(fault) => {
              if (side === 'left') useStatus.getState().report(fault);
              useLink.getState().change({ show: 'table' });
            }}
          />
        </Suspense>
      ) : (
        <p className="compare-waiting hint">{t('panes.waiting')}</p>
      )}
      <PaneHead side={side} result={result} />
    </section>
  );
}
