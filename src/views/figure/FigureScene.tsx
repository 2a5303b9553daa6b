import { Suspense, useMemo } from 'react';
import { Fault } from '../../contract/fault.ts';
import type { Figure } from '../../pipeline/words/figure.ts';
import type { MapInsets } from '../../scene/mapProps.ts';
import { groupColourHex } from '../../scene/palette.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useMediaQuery } from '../../stores/mediaQuery.ts';
import { useSelection } from '../../stores/selectionStore.ts';
import { useStatus } from '../../stores/statusStore.ts';
import { SemanticMap } from '../scene/LazySemanticMap.ts';
import { useSceneLook } from '../scene/useSceneLook.ts';
import { figureArrows, figureMarks } from './figureMarks.ts';
import { figureScene } from './figureScene.ts';

/** Room for labels at the edges. */
const WIDE: MapInsets = { top: 44, right: 60, bottom: 44, left: 60 };
const NARROW: MapInsets = { top: 24, right: 36, bottom: 24, left: 36 };
/** Rows that are named at their ends keep that room themselves. */
const ROWS: MapInsets = { top: 8, right: 40, bottom: 20, left: 0 };
const NOTHING = new Int32Array(0);

function insetsOf({ arrows }: Figure, narrow: boolean): MapInsets {
  const named = arrows.some(({ group }) => group !== undefined);
  return named ? ROWS : narrow ? NARROW : WIDE;
}

/** Which point of a figure is pointed at, and which is chosen. */
export interface FigureLook {
  readonly hovered: number | null;
  readonly picked: number | null;
  readonly onHover: (index: number | null) => void;
  readonly onPick: (index: number | null) => void;
}

interface FigureSceneProps extends FigureLook {
  readonly figure: Figure;
  readonly label: string;
  readonly onUnavailable: () => void;
}

/** A picture of words and arrows in space, or flat. */
export function FigureScene({
  figure,
  label,
  hovered,
  picked,
  onHover,
  onPick,
  onUnavailable,
}: FigureSceneProps) {
  const scene = useSceneLook();
  const { theme } = scene;
  const language = useLink(({ link }) => link.lang);
  const narrow = useMediaQuery('(max-width: 860px)');
  const resetNonce = useSelection(({ resetNonce }) => resetNonce);
  const { points, coordinates, dims } = figure;

  const marks = useMemo(() => figureMarks(figure, theme), [figure, theme]);
  const arrows = useMemo(() => figureArrows(figure, theme, language), [figure, theme, language]);
  const labels = useMemo(() => points.map(({ text, label }) => label ?? text), [points]);
  const identities = useMemo(() => points.map(({ id }) => id), [points]);
  const captions = useMemo(
    () =>
      figure.captions.map(({ text, at, group }) => {
        const row = figure.groups.findIndex(({ id }) => id === group);
        return { text: text[language], at, colour: row < 0 ? undefined : groupColourHex(row, theme) };
      }),
    [figure, language, theme],
  );
  return (
    <Suspense fallback={<div className="stage-empty" />}>
      <SemanticMap
        ref={figureScene}
        positions={coordinates}
        dims={dims}
        extent={figure.extent}
        identities={identities}
        {...marks}
        labels={labels}
        selected={picked !== null && picked < points.length ? picked : null}
        compared={null}
        hovered={hovered !== null && hovered < points.length ? hovered : null}
        highlighted={NOTHING}
        arrows={arrows}
        captions={captions}
        {...scene}
        mode="orbit"
        insets={insetsOf(figure, narrow)}
        resetNonce={resetNonce}
        ariaLabel={label}
        onHover={onHover}
        onSelect={onPick}
        onReady={useStatus.getState().setDrawn}
        onLost={() => useStatus.getState().report(new Fault('webgl-lost'))}
        onUnavailable={(fault) => {
          useStatus.getState().report(fault);
          onUnavailable();
        }}
      />
    </Suspense>
  );
}
