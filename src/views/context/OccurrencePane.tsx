import { Suspense, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { Fault } from '../../contract/fault.ts';
import type { MapArrow, MapCaption } from '../../scene/mapProps.ts';
import { useLab } from '../../stores/labStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useMediaQuery } from '../../stores/mediaQuery.ts';
import { useSelection } from '../../stores/selectionStore.ts';
import { useStatus } from '../../stores/statusStore.ts';
import { SemanticMap } from '../scene/LazySemanticMap.ts';
import { useSceneLook } from '../scene/useSceneLook.ts';
import { occurrenceScene } from './sceneHandles.ts';
import { type OccurrenceLook, senseOf } from './senseLook.ts';
import { snippetOf } from './snippet.ts';
import type { LabLook } from './useLabLook.ts';

/** What the pane's heading covers, and room for labels. */
const WIDE = { top: 84, right: 28, bottom: 16, left: 28 };
const NARROW = { top: 72, right: 20, bottom: 8, left: 20 };
const NOBODY = new Int32Array(0);
/** Above so many occurrences, ways through the layers are drawn for the chosen one alone. */
const MOST_WAYS = 150;

interface OccurrencePaneProps extends LabLook {
  /** Whether the ways of the dots through the layers are drawn. */
  readonly ways: boolean;
  readonly textScale: number;
}

/** The contextual pane: one point an occurrence, at the layer shown. */
export function OccurrencePane(props: OccurrencePaneProps) {
  const { frame, layer, look, ways, textScale } = props;
  const { t } = useTranslation('context');
  const narrow = useMediaQuery('(max-width: 860px)');
  const scene = useSceneLook();
  const { dims, vectors } = frame;
  const coordinates = useLab(({ placed }) => placed);
  const { occurrences } = vectors;
  const { hovered, picked, pair, trails } = useLab(
    useShallow(({ hovered, picked, pair, trails }) => ({ hovered, picked, pair, trails })),
  );
  useEffect(() => () => useLab.getState().setDrawn('occurrences', false), []);
  // While layers play, dots move past React: rendering the view for each layer would hold them up.
  useEffect(
    () =>
      useLab.subscribe(({ playhead }, before) => {
        if (playhead === null || playhead === before.playhead || !coordinates) return;
        occurrenceScene.current?.moveTo(coordinates[playhead]);
      }),
    [coordinates],
  );
  const resetNonce = useSelection(({ resetNonce }) => resetNonce);

  const extent = useMemo(() => joined(coordinates ?? []), [coordinates]);
  const identities = useMemo(() => occurrenceKeys(occurrences), [occurrences]);
  const { words } = frame.list;
  const labels = useMemo(
    () =>
      occurrences.map((one) => (words.length > 1 ? `${words[one.word]}: ${snippetOf(one)}` : snippetOf(one))),
    [occurrences, words],
  );
  const priority = useMemo(() => Float32Array.from(occurrences, (_, row) => -row), [occurrences]);
  const captions = useMemo(
    () => (coordinates && layer > 0 ? senseCaptions(coordinates[layer], dims, look) : []),
    [coordinates, layer, dims, look],
  );
  const one = ways && occurrences.length > MOST_WAYS ? picked : null;
  const drawnWays = useMemo((): MapArrow[] => {
    if (!ways || !coordinates) return [];
    const rows =
      occurrences.length > MOST_WAYS ? (one === null ? [] : [one]) : occurrences.map((_, row) => row);
    return rows.flatMap((row) => wayOf(row, coordinates, dims, senseOf(look, row).colour));
  }, [ways, coordinates, dims, occurrences, look, one]);
  const arrows = useMemo((): MapArrow[] => {
    if (!coordinates) return drawnWays;
    const moved = trails.map(({ index, from }) => ({
      from: from[layer],
      to: [...coordinates[layer].subarray(index * dims, (index + 1) * dims)],
      colour: senseOf(look, index).colour,
    }));
    return moved.length > 0 ? [...drawnWays, ...moved] : drawnWays;
  }, [drawnWays, trails, coordinates, layer, dims, look]);

  if (!coordinates) return null;
  return (
    <Suspense>
      <SemanticMap
        ref={occurrenceScene}
        positions={coordinates[layer]}
        dims={dims}
        extent={extent}
        identities={identities}
        colours={look.colours}
        shapes={look.shapes}
        labels={labels}
        labelPriority={priority}
        selected={picked}
        compared={pair?.[1] ?? null}
        hovered={hovered}
        highlighted={NOBODY}
        arrows={arrows}
        captions={captions}
        {...scene}
        textScale={textScale}
        mode="orbit"
        insets={narrow ? NARROW : WIDE}
        resetNonce={resetNonce}
        ariaLabel={t('panes.occurrenceCanvas', { count: occurrences.length })}
        onHover={(row) => useLab.getState().hover(row)}
        onSelect={(row, { compare }) => {
          const { picked, pick, compare: set } = useLab.getState();
          if (compare && row !== null && picked !== null && picked !== row) set([picked, row]);
          else pick(row);
        }}
        onReady={() => {
          useStatus.getState().setDrawn();
          useLab.getState().setDrawn('occurrences', true);
        }}
        onLost={() => useStatus.getState().report(new Fault('webgl-lost'))}
        onUnavailable={(fault) => {
          useStatus.getState().report(fault);
          useLink.getState().change({ show: 'table' });
        }}
      />
    </Suspense>
  );
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** By what an occurrence is known again when sentences change: its line, its word, and which of them in the line. */
function occurrenceKeys(occurrences: readonly { line: number; word: number }[]): string[] {
  const counts = new Map<string, number>();
  return occurrences.map(({ line, word }) => {
    const key = `${line} ${word}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return `${key} ${count}`;
  });
}

/** A dot's way through the layers. */
function wayOf(row: number, coordinates: readonly Float32Array[], dims: number, colour: string): MapArrow[] {
  const places = coordinates.map((of) => [...of.subarray(row * dims, (row + 1) * dims)]);
  return places.slice(1).map((to, at) => ({ from: places[at], to, colour, look: 'trail' }));
}

/** By how much of its height a sense's name stands over it; a flat sense counts as so much of the whole. */
const ABOVE = 0.3;
const LEAST_HEIGHT = 0.3;

/** The name of each sense over its dots: in the middle (the median, which strays less than the mean), above the top. */
function senseCaptions(
  coordinates: Float32Array,
  dims: number,
  { labels, senses }: OccurrenceLook,
): MapCaption[] {
  if (senses.length < 2) return [];
  const heights = coordinates.filter((_, at) => at % dims === 1).sort();
  const height = heights[heights.length - 1] - heights[0];
  return senses.flatMap(({ name, colour }, sense) => {
    const rows = [...labels.keys()].filter((row) => labels[row] === sense);
    if (rows.length < 2) return [];
    const at = Array.from({ length: dims }, (_, axis) => {
      const values = Float32Array.from(rows, (row) => coordinates[row * dims + axis]).sort();
      const [low, high] = [values[0], values[values.length - 1]];
      // over its dots, not on them
      return axis === 1
        ? high + ABOVE * Math.max(high - low, LEAST_HEIGHT * height)
        : values[values.length >> 1];
    });
    return [{ text: name, at, colour }];
  });
}
