import { Pause, Play } from 'lucide-react';
import { Suspense, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fault } from '../../contract/fault.ts';
import type { ComparisonFrame } from '../../pipeline/comparison/comparisonResult.ts';
import type { ViewLink } from '../../scene/camera/viewLink.ts';
import type { MapArrow } from '../../scene/mapProps.ts';
import { groupColourHex } from '../../scene/palette.ts';
import { useComparison } from '../../stores/comparisonStore.ts';
import { useLink } from '../../stores/linkStore.ts';
import { useMediaQuery } from '../../stores/mediaQuery.ts';
import { useSelection } from '../../stores/selectionStore.ts';
import { useStatus } from '../../stores/statusStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { groupCaptions } from '../map/captions.ts';
import { SemanticMap } from '../scene/LazySemanticMap.ts';
import { useSceneLook } from '../scene/useSceneLook.ts';
import type { Flight } from './ComparePane.tsx';
import { leftScene } from './compareScenes.ts';
import { pickItem } from './pickItem.ts';
import type { CompareLook } from './useCompareLook.ts';

const INSETS = { top: 16, right: 16, bottom: 72, left: 16 };
const NOBODY = new Int32Array(0);
const NO_GROUPS = new Set<string>();
/** The whole way from left to right while it plays, ms: slow enough to follow one dot. */
const WAY_MS = 2400;
/** The slider must rest so long before labels are laid out anew. */
const REST_MS = 250;
/** Ways are drawn of so many items at most: more would be a tangle. */
const MOST_WAYS = 60;

interface MorphPaneProps {
  readonly frame: ComparisonFrame & { readonly right: Float32Array };
  readonly look: CompareLook;
  readonly viewLink: ViewLink;
  readonly flight: Flight;
}

/** One map whose dots glide from their places on the left to those on the right. */
export function MorphPane({ frame, look, viewLink, flight }: MorphPaneProps) {
  const { t } = useTranslation('compare');
  const scene = useSceneLook();
  const language = useLink(({ link }) => link.lang);
  const resetNonce = useSelection(({ resetNonce }) => resetNonce);
  const { hovered, picked, chosen } = useComparison();
  const { items, groups, left, right, dims } = frame;
  /** How far along the way the slider is, and the dots are where all else rests, 0 … 1. */
  const [share, setShare] = useState(0);
  const [rested, setRested] = useState(0);
  const [playing, setPlaying] = useState(false);
  const { theme } = scene;

  const positions = useMemo(() => placesBetween(left, right, rested), [left, right, rested]);
  const move = useCallback(
    (to: number) => {
      setShare(to);
      leftScene.current?.moveTo(placesBetween(left, right, to));
      useComparison.getState().tick('morph');
    },
    [left, right],
  );
  useEffect(() => {
    if (playing || share === rested) return;
    const timer = setTimeout(() => setRested(share), REST_MS);
    return () => clearTimeout(timer);
  }, [playing, share, rested]);
  const from = useRef(0);
  useEffect(() => {
    if (!playing) return;
    let started: number | null = null;
    let request = requestAnimationFrame(function step(now) {
      started ??= now;
      const to = Math.min(1, from.current + (now - started) / WAY_MS);
      move(to);
      if (to < 1) request = requestAnimationFrame(step);
      else setPlaying(false);
    });
    return () => cancelAnimationFrame(request);
  }, [playing, move]);

  const captions = useMemo(
    () =>
      groupCaptions(
        { items, groups, dims, coordinates: positions },
        look.grouping,
        NO_GROUPS,
        theme,
        language,
      ),
    [items, groups, dims, positions, look.grouping, theme, language],
  );
  const arrows = useMemo((): MapArrow[] => {
    const rows = chosen.length > 0 ? chosen.slice(0, MOST_WAYS) : picked === null ? [] : [picked];
    return rows.map((row) => ({
      from: [...left.subarray(row * dims, (row + 1) * dims)],
      to: [...right.subarray(row * dims, (row + 1) * dims)],
      colour: groupColourHex(Math.max(look.grouping.rows[row], 0), theme),
      look: rows.length > 1 ? 'faint' : 'arrow',
    }));
  }, [chosen, picked, left, right, dims, look.grouping, theme]);

  return (
    <section className="compare-pane" data-side="both" aria-label={t('tools.morph')}>
      <Suspense>
        <SemanticMap
          ref={leftScene}
          positions={positions}
          dims={dims}
          {...look.scene}
          selected={picked}
          compared={null}
          hovered={hovered}
          highlighted={NOBODY}
          arrows={arrows}
          captions={captions}
          {...scene}
          mode="orbit"
          insets={INSETS}
          flyTo={flight}
          resetNonce={resetNonce}
          viewLink={viewLink}
          ariaLabel={t('panes.morphCanvas', { count: items.length })}
          onHover={useComparison.getState().hover}
          onSelect={pickItem}
          onReady={useStatus.getState().setDrawn}
          onLost={() => useStatus.getState().report(new Fault('webgl-lost'))}
          onUnavailable={(fault) => {
            useStatus.getState().report(fault);
            useLink.getState().change({ show: 'table' });
          }}
        />
      </Suspense>
      <MorphSlider
        share={share}
        playing={playing}
        onMove={(to) => {
          setPlaying(false);
          move(to);
        }}
        onPlay={() => {
          from.current = share >= 1 ? 0 : share;
          setPlaying(!playing);
        }}
      />
    </section>
  );
}

interface MorphSliderProps {
  readonly share: number;
  readonly playing: boolean;
  readonly onMove: (share: number) => void;
  readonly onPlay: () => void;
}

/** How far the dots have come, and a button that plays the way where motion is wanted. */
function MorphSlider({ share, playing, onMove, onPlay }: MorphSliderProps) {
  const { t } = useTranslation('compare');
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  const id = useId();
  const said = t('morph.share', { percent: Math.round(share * 100) });
  return (
    <div className="compare-morph">
      {!still && (
        <IconButton
          icon={playing ? Pause : Play}
          label={t(playing ? 'morph.pause' : 'morph.play')}
          side="top"
          onClick={onPlay}
        />
      )}
      <label htmlFor={id} className="visually-hidden">
        {t('morph.title')}
      </label>
      <span aria-hidden>{t('morph.left')}</span>
      <input
        id={id}
        type="range"
        data-testid="morph"
        min={0}
        max={1}
        step={0.01}
        value={share}
        aria-valuetext={said}
        onChange={({ target }) => onMove(target.valueAsNumber)}
      />
      <span aria-hidden>{t('morph.right')}</span>
    </div>
  );
}

/** Straight on the way from one set of places to another. */
function placesBetween(left: Float32Array, right: Float32Array, share: number): Float32Array {
  return left.map((value, at) => value + (right[at] - value) * share);
}
