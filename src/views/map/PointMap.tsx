import { Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fault } from '../../contract/fault.ts';
import type { MapFrame } from '../../pipeline/buildMap.ts';
import type { MapInsets } from '../../scene/mapProps.ts';
import { inspect, lookAway, useInspection } from '../../stores/inspection.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useMapAxis } from '../../stores/mapAxisStore.ts';
import { useMap } from '../../stores/mapStore.ts';
import { useMediaQuery } from '../../stores/mediaQuery.ts';
import { useSelection } from '../../stores/selectionStore.ts';
import { useStatus } from '../../stores/statusStore.ts';
import { figureArrows } from '../figure/figureMarks.ts';
import { latePart } from '../late/latePart.tsx';
import { loadScene, SemanticMap } from '../scene/LazySemanticMap.ts';
import { useSceneLook } from '../scene/useSceneLook.ts';
import { groupCaptions } from './captions.ts';
import { clusterRegions } from './clusterRegions.ts';
import { pointMarks, pointVisibility } from './groupMarks.ts';
import { sceneHandle } from './sceneHandle.ts';
import { useGrouping } from './useGrouping.ts';

const PointTable = latePart(() => import('./PointTable.tsx'));

/** What the panels of theme.css cover at each width. */
const COVERED: MapInsets = { top: 16, right: 332, bottom: 124, left: 376 };
/** Where nothing is looked at, there are only the search box and a hint at the right. */
const FREE: MapInsets = { ...COVERED, rightHeight: 148 };
const WIDE = { covered: COVERED, free: FREE };
const COVERED_LESS = { right: 280, left: 332 };
const MEDIUM = { covered: { ...COVERED, ...COVERED_LESS }, free: { ...FREE, ...COVERED_LESS } };
const NARROW: MapInsets = { top: 120, right: 8, bottom: 112, left: 8 };

/** The points of the map, as a scene or as a table. */
export function PointMap() {
  const frame = useMap(({ frame }) => frame);
  const table = useSelection(({ table }) => table);
  const [drawable, setDrawable] = useState(true);
  // The scene is fetched beside the points, not after them.
  useEffect(() => void loadScene().catch(() => {}), []);
  if (!frame) return <div className="stage-empty" />;
  return (
    <Suspense fallback={<div className="stage-empty" />}>
      {table || !drawable ? (
        <PointTable frame={frame} />
      ) : (
        <Scene frame={frame} onUnavailable={() => setDrawable(false)} />
      )}
    </Suspense>
  );
}

function Scene({ frame, onUnavailable }: { readonly frame: MapFrame; readonly onUnavailable: () => void }) {
  const { t } = useTranslation();
  const scene = useSceneLook();
  const { theme } = scene;
  const language = useLink(({ link }) => link.lang);
  const selection = useSelection();
  const neighbours = useInspection(({ neighbours }) => neighbours);
  const narrow = useMediaQuery('(max-width: 860px)');
  const medium = useMediaQuery('(max-width: 1200px)');
  const { items, coordinates, dims } = frame;

  const grouping = useGrouping(frame);
  const marks = useMemo(() => pointMarks(grouping.rows, grouping.groups.length, theme), [grouping, theme]);
  const { hiddenGroups, region } = selection;
  const free = selection.selected === null && region.length === 0;
  const insets = medium ? MEDIUM : WIDE;
  const visible = useMemo(
    () => pointVisibility(grouping, hiddenGroups, region),
    [grouping, hiddenGroups, region],
  );
  const labels = useMemo(() => items.map(({ text }) => text), [items]);
  const highlighted = useMemo(() => Int32Array.from(neighbours, ({ index }) => index), [neighbours]);
  const axes = useMapAxis(({ layout }) => (layout?.coordinates === coordinates ? layout : null));
  // the rows of an axis have names of their own
  const isNamed = grouping.kind === 'given' && (axes === null || axes.captions.length > 0);
  const captions = useMemo(
    () => (isNamed ? groupCaptions(frame, grouping, hiddenGroups, theme, language) : []),
    [isNamed, frame, grouping, hiddenGroups, theme, language],
  );
  const arrows = useMemo(
    () =>
      axes
        ? figureArrows(
            { arrows: axes.arrows, groups: grouping.kind === 'given' ? frame.groups : [] },
            theme,
            language,
          )
        : undefined,
    [axes, grouping.kind, frame.groups, theme, language],
  );
  const regions = useMemo(() => clusterRegions(grouping, theme, language), [grouping, theme, language]);

  return (
    <SemanticMap
      ref={sceneHandle}
      positions={coordinates}
      dims={dims}
      extent={axes?.extent}
      arrows={arrows}
      colours={marks.colours}
      shapes={marks.shapes}
      visible={visible}
      labels={labels}
      selected={selection.selected}
      compared={selection.compared}
      hovered={selection.hovered}
      highlighted={highlighted}
      captions={captions}
      regions={regions}
      {...scene}
      mode={selection.mode}
      insets={narrow ? NARROW : insets[free ? 'free' : 'covered']}
      flyTo={selection.flyTo}
      resetNonce={selection.resetNonce}
      ariaLabel={t('map.canvas', { count: items.length })}
      onHover={selection.hover}
      onSelect={(index, { compare }) => {
        const { selected } = useSelection.getState();
        if (index === null) lookAway();
        else if (compare && selected !== null && selected !== index) void inspect(selected, index);
        else void inspect(index, null);
      }}
      onRegion={(indices) => useSelection.setState({ region: Array.from(indices) })}
      onReady={useStatus.getState().setDrawn}
      onLost={() => useStatus.getState().report(new Fault('webgl-lost'))}
      onUnavailable={(fault) => {
        useStatus.getState().report(fault);
        onUnavailable();
      }}
    />
  );
}
