import { Suspense, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { StaticEntry } from '../../pipeline/lab/staticEntry.ts';
import { bytesFromHex } from '../../scene/colourSpace.ts';
import { useLab } from '../../stores/labStore.ts';
import { useMediaQuery } from '../../stores/mediaQuery.ts';
import { useSelection } from '../../stores/selectionStore.ts';
import { SemanticMap } from '../scene/LazySemanticMap.ts';
import { useSceneLook } from '../scene/useSceneLook.ts';
import { staticScene } from './sceneHandles.ts';
import type { LabLook } from './useLabLook.ts';

/** What the pane's heading covers, and room for labels. */
const WIDE = { top: 84, right: 28, bottom: 16, left: 28 };
const NARROW = { top: 44, right: 20, bottom: 8, left: 20 };
/** The word itself, its neighbours, words of the sentences: colour, marker shape, size. */
const LOOKS = {
  dark: { word: '#ffd166', neighbour: '#9db8ff', context: '#a9b5d0' },
  light: { word: '#b3261e', neighbour: '#2748b8', context: '#515b72' },
};
const SHAPES = { word: 3, neighbour: 0, context: 4 };
const SIZES = { word: 2.1, neighbour: 0.9, context: 0.9 };

interface StaticPaneProps extends LabLook {
  readonly entry: StaticEntry;
  readonly textScale: number;
}

/** The static pane: the word's one entry among its neighbours, whatever the sentence. */
export function StaticPane({ frame, entry, textScale }: StaticPaneProps) {
  const { t } = useTranslation('context');
  const narrow = useMediaQuery('(max-width: 860px)');
  const scene = useSceneLook();
  const { theme } = scene;
  const { hovered, picked, entryPicked } = useLab(
    useShallow(({ hovered, picked, entryPicked }) => ({ hovered, picked, entryPicked })),
  );
  useEffect(() => () => useLab.getState().setDrawn('still', false), []);
  const resetNonce = useSelection(({ resetNonce }) => resetNonce);
  const { points, coordinates, dims } = entry;
  const { occurrences } = frame.vectors;

  const marks = useMemo(() => {
    const colours = new Uint8Array(points.length * 3);
    for (const [row, { kind }] of points.entries()) colours.set(bytesFromHex(LOOKS[theme][kind]), row * 3);
    return {
      colours,
      shapes: Uint8Array.from(points, ({ kind }) => SHAPES[kind]),
      sizes: Float32Array.from(points, ({ kind }) => SIZES[kind]),
      priority: Float32Array.from(points, ({ kind, score }) => (kind === 'word' ? 10 : score)),
    };
  }, [points, theme]);
  const labels = useMemo(() => {
    const counts = frame.list.words.map((_, word) => occurrences.filter((one) => one.word === word).length);
    return points.map(({ text, kind, word }) => (kind === 'word' ? `${text} ×${counts[word]}` : text));
  }, [points, occurrences, frame.list.words]);
  const identities = useMemo(() => points.map(({ text, kind }) => `${kind} ${text}`), [points]);
  /** The words themselves, whose names are always written. */
  const own = useMemo(
    () => Int32Array.from(points.flatMap(({ kind }, row) => (kind === 'word' ? [row] : []))),
    [points],
  );
  /** The one point of the occurrence's word: the same for all of them. */
  const rowOf = (occurrence: number | null) => {
    if (occurrence === null) return null;
    const word = occurrences[occurrence]?.word;
    const row = points.findIndex((point) => point.kind === 'word' && point.word === word);
    return row < 0 ? null : row;
  };
  return (
    <Suspense>
      <SemanticMap
        ref={staticScene}
        positions={coordinates}
        dims={dims}
        identities={identities}
        colours={marks.colours}
        shapes={marks.shapes}
        sizes={marks.sizes}
        labels={labels}
        labelPriority={marks.priority}
        selected={entryPicked ?? rowOf(picked)}
        compared={null}
        hovered={rowOf(hovered)}
        highlighted={own}
        {...scene}
        textScale={textScale}
        mode="orbit"
        insets={narrow ? NARROW : WIDE}
        resetNonce={resetNonce}
        ariaLabel={t('panes.staticCanvas', { count: points.length })}
        onReady={() => useLab.getState().setDrawn('still', true)}
        onSelect={(row) => {
          const point = row === null ? null : points[row];
          useLab.getState().pickEntry(point?.kind === 'word' ? row : null);
        }}
      />
    </Suspense>
  );
}
