import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { type RunningProjection, startProjection } from '../../src/projection/client.ts';
import type { ProjectionInfo, ProjectionInput } from '../../src/projection/projection.ts';
import type { SemanticMapProps } from '../../src/scene/mapProps.ts';
import { groupColours, groupShapes } from '../../src/scene/palette.ts';
import SemanticMap from '../../src/scene/SemanticMap.tsx';
import { latest } from '../../src/stores/latest.ts';

type Settings = Omit<ProjectionInput, 'data' | 'dim' | 'method'>;
type Stage = ProjectionInfo['stage'];

declare global {
  var settlingBench: {
    /** Fetches n × dim float32 numbers and a list of words, one a line; the points are named by them in turn. */
    load(vectors: string, dim: number, words: string): Promise<number>;
    /** Computes a map and draws it as it settles, as the app does. Gives the milliseconds, and the frames drawn. */
    run(settings: Settings): Promise<{ totalMs: number; frames: number }>;
    /**
     * Starts a map, drawn too, and aborts it `afterMs` into a stage: when that was (Unix time, ms), and the milliseconds
     * until its promise rejected.
     */
    cancel(settings: Settings, stage: Stage, afterMs: number): Promise<{ at: number; rejectedMs: number }>;
    /** Pauses a map that settles: ms from the call to the last frame after it, and from `resume` to the next one. */
    pause(settings: Settings): Promise<{ lastMs: number; resumedMs: number }>;
    /** Milliseconds from each move of the pointer that got an answer to that answer, since this was last asked. */
    answers(): number[];
  };
}

/** The app shows a settling map so often: src/stores/perform.ts. */
const FRAME_MS = 33;
const GROUPS = 12;
/** Nothing came for so long: the work rests. */
const QUIET_MS = 500;

let data = new Float32Array(0);
let dim = 1;
let props: SemanticMapProps | null = null;
let frames = 0;
let movedAt: number | null = null;
let answered: number[] = [];
const root = createRoot(document.getElementById('root') as HTMLElement);

addEventListener('pointermove', () => (movedAt = performance.now()), { capture: true });

function draw(change: Partial<SemanticMapProps>): void {
  if (!props) return;
  props = { ...props, ...change };
  root.render(createElement(SemanticMap, props));
}

/** All of a map but its positions, made once: points that keep their names keep these arrays. */
function looks(words: readonly string[], n: number): SemanticMapProps {
  const palette = groupColours(GROUPS, 'dark');
  const forms = groupShapes(GROUPS);
  const colours = Uint8Array.from({ length: n * 3 }, (_, k) => {
    const group = Math.floor(k / 3) % GROUPS;
    return palette[group * 3 + (k % 3)];
  });
  return {
    positions: new Float32Array(0),
    dims: 3,
    colours,
    shapes: Uint8Array.from({ length: n }, (_, i) => forms[i % GROUPS]),
    labels: Array.from({ length: n }, (_, i) =>
      i < words.length ? words[i] : `${words[i % words.length]} ${Math.floor(i / words.length)}`,
    ),
    labelPriority: Float32Array.from({ length: n }, (_, i) => -i),
    selected: null,
    compared: null,
    hovered: null,
    highlighted: new Int32Array(0),
    theme: 'dark',
    lang: 'en',
    reducedMotion: false,
    mode: 'orbit',
    ariaLabel: 'map',
    onHover(hovered) {
      if (movedAt !== null) answered.push(performance.now() - movedAt);
      movedAt = null;
      draw({ hovered });
    },
  };
}

/** Starts a map that is drawn as it settles; `onStage` is told each message. */
function start(settings: Settings, signal?: AbortSignal, onStage: (stage: Stage) => void = () => {}) {
  const shown = latest((positions: Float32Array) => {
    frames += 1;
    draw({ positions, dims: settings.dims });
  }, FRAME_MS);
  const running: RunningProjection = startProjection(
    { ...settings, data, dim, method: 'umap' },
    {
      signal,
      onFrame: (coordinates, { stage }) => {
        shown.push(coordinates);
        onStage(stage);
      },
    },
  );
  return { running, shown };
}

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

globalThis.settlingBench = {
  async load(vectors, width, words) {
    data = new Float32Array(await (await fetch(vectors)).arrayBuffer());
    dim = width;
    const n = data.length / dim;
    const lines = (await (await fetch(words)).text()).trimEnd().split('\n');
    props = looks(lines.slice(0, n), n);
    return n;
  },

  async run(settings) {
    frames = 0;
    const begun = performance.now();
    const { running, shown } = start(settings);
    const { coordinates } = await running.result;
    shown.drop();
    const totalMs = performance.now() - begun;
    draw({ positions: coordinates });
    return { totalMs, frames };
  },

  async cancel(settings, wanted, afterMs) {
    const controller = new AbortController();
    let aborted = 0;
    let seen = false;
    const { running, shown } = start(settings, controller.signal, (stage) => {
      if (seen || stage !== wanted) return;
      seen = true;
      setTimeout(() => {
        aborted = performance.now();
        controller.abort();
      }, afterMs);
    });
    try {
      await running.result;
    } catch (error) {
      if ((error as Error).name !== 'AbortError') throw error;
      return { at: performance.timeOrigin + aborted, rejectedMs: performance.now() - aborted };
    } finally {
      shown.drop();
    }
    throw new Error(`the map was done before it was cancelled in ${wanted}`);
  },

  async pause(settings) {
    let last = 0;
    let settling: (() => void) | null = null;
    const begun = new Promise<void>((resolve) => {
      settling = resolve;
    });
    const controller = new AbortController();
    const { running, shown } = start(settings, controller.signal, (stage) => {
      last = performance.now();
      if (stage === 'umap') settling?.();
    });
    const ended = running.result.then(
      () => {},
      () => {},
    );
    await begun;
    const paused = performance.now();
    last = paused;
    running.pause();
    do await rest(QUIET_MS);
    while (performance.now() - last < QUIET_MS);
    const lastMs = last - paused;
    const resumed = performance.now();
    running.resume();
    while (last < resumed) await rest(1);
    const resumedMs = last - resumed;
    controller.abort();
    await ended;
    shown.drop();
    return { lastMs, resumedMs };
  },

  answers() {
    const list = answered;
    answered = [];
    return list;
  },
};
