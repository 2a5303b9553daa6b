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
import { median } from '../../vectors/median.ts';
import { SemanticMap } from '../scene/LazySemanticMap.ts';
import { useSceneLook } from '../scene/useSceneLook.ts';
import { occurrenceScene } from './sceneHandles.ts';
import { type OccurrenceLook, senseOf } from './senseLook.ts';
import { snippetOf } from './snippet.ts';
import type { LabLook } from './useLabLook.ts';

/** What the pane's heading covers, and room for labels. */
const WIDE = { top: 112, right: 28, bottom: 16, left: 28 };
/** Where the heading has more lines. */
const MEDIUM = { ...WIDE, top: 176 };
const NARROW = { top: 96, right: 20, bottom: 8, left: 20 };
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
  const medium = useMediaQuery('(max-width: 1100px)');
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
        insets={narrow ? NARROW : medium ? MEDIUM : WIDE}
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

/** How far a sense's name stands from its dots, as a share of the layer's extent. */
const NAME_GAP = 0.06;

/**
 * The name of each sense in the middle of its dots (the median, which strays less than the mean), over those of its
 * middle half; under them where dots or the name of another sense are nearer to the place over them.
 */
function senseCaptions(
  coordinates: Float32Array,
  dims: number,
  { labels, senses }: OccurrenceLook,
): MapCaption[] {
  if (senses.length < 2) return [];
  const placeOf = (row: number) => coordinates.subarray(row * dims, (row + 1) * dims);
  const gap = NAME_GAP * extentOf(coordinates, dims);
  const all = [...labels.keys()];
  const captions: MapCaption[] = [];
  for (const [sense, { name, colour }] of senses.entries()) {
    const own = all.filter((row) => labels[row] === sense).map(placeOf);
    if (own.length < 2) continue;
    const at = Array.from({ length: dims }, (_, axis) => median(own.map((place) => place[axis])));
    own.sort((a, b) => a[0] - b[0]);
    const heights = own.slice(own.length >> 2, Math.ceil(own.length * 0.75)).map((place) => place[1]);
    const others = [
      ...all.filter((row) => labels[row] !== sense).map(placeOf),
      ...captions.map((caption) => caption.at),
    ];
    const room = (y: number) =>
      Math.min(...others.map((other) => Math.hypot(other[0] - at[0], other[1] - y)));
    const [over, under] = [Math.max(...heights) + gap, Math.min(...heights) - gap];
    at[1] = room(over) >= Math.min(2 * gap, room(under)) ? over : under;
    captions.push({ text: name, at, colour });
  }
  return captions;
}

/** The widest range of an axis. */
function extentOf(coordinates: Float32Array, dims: number): number {
  const ranges = Array.from({ length: dims }, (_, axis) => {
    const values = coordinates.filter((_, at) => at % dims === axis).sort();
    return values[values.length - 1] - values[0];
  });
  return Math.max(...ranges);
}
