import { type LinkState, labOf } from '../contract/deepLink.ts';
import { buildLab } from '../pipeline/lab/buildLab.ts';
import { type LabRequest, labWords } from '../pipeline/lab/labRequest.ts';
import type { LabFrame, LabResult } from '../pipeline/lab/labResult.ts';
import { layerPlace, type Trail, useLab } from './labStore.ts';
import { useLink } from './linkStore.ts';
import { loadCards } from './mapStore.ts';
import { announceLink, perform } from './perform.ts';
import { useStatus } from './statusStore.ts';

/** The part of a link that decides what the lab computes. */
function requestOf(link: LinkState, sentences: string | null): LabRequest {
  const { projector, dims, metric, nNeighbors, minDist, nEpochs, seed } = link;
  const { contextual, static: model2, word, data } = labOf(link);
  return {
    words: labWords(word),
    sentences,
    data,
    inside: link.inside,
    model: contextual,
    model2,
    device: link.device,
    pooling: link.pooling,
    centre: link.centre,
    k: link.k,
    projection: { projector, dims, metric, nNeighbors, minDist, nEpochs, seed },
  };
}

/** A person who types pauses so long before the work begins. */
const TYPING_MS = 200;
let lastRequest = '';
let lastTyped = '';
let lastLook = '';
let typing: ReturnType<typeof setTimeout> | undefined;

/** Starts the lab anew where the link asks for something else than the last time. */
function follow(): void {
  const { link, sentences } = useLink.getState();
  if (link.view !== 'context') {
    leave();
    return;
  }
  const request = requestOf(link, sentences);
  const key = JSON.stringify(request);
  const look = JSON.stringify([link.layer, link.colour, link.show, link.theme]);
  if (key !== lastRequest) {
    const typed = JSON.stringify([request.words, request.sentences]);
    // words and sentences may still be being typed; everything else is one click
    make(request, lastTyped !== '' && typed !== lastTyped);
    lastRequest = key;
    lastTyped = typed;
  } else if (look !== lastLook) redraw();
  lastLook = look;
}

/** Another view is looked at: what is still being made is not waited for. */
function leave(): void {
  stopPlaying();
  const { job } = useLab.getState();
  if (!job && lastRequest === '') return;
  job?.cancel();
  if (job) {
    useLab.setState({ job: null });
    lastRequest = '';
  }
}

/** What was computed is shown in another way: ready again once that is drawn. */
function redraw(): void {
  const end = useStatus.getState().begin();
  requestAnimationFrame(() => requestAnimationFrame(end));
}

function make(request: LabRequest, pause: boolean): void {
  const end = useStatus.getState().begin();
  useLab.getState().job?.cancel();
  useLab.setState({ job: null });
  stopPlaying();
  clearTimeout(typing);
  waiting?.();
  waiting = end;
  const start = () => {
    waiting = null;
    useLink.getState().write();
    announceLink();
    void perform<LabFrame, LabResult>(
      {
        build: (hooks) => buildLab(request, hooks),
        take: (job) => useLab.setState({ job }),
        isCurrent: (job) => useLab.getState().job === job,
        show,
        async finish(result) {
          const trails = trailsOf(useLab.getState().result, result);
          show(result);
          useLab.setState({ result, job: null, trails });
          noteLayer(result);
          await drawn(result);
        },
        fail: keepLast,
        retry,
      },
      end,
    );
  };
  if (pause) typing = setTimeout(start, TYPING_MS);
  else start();
}
/** Ends the status of the work that has not begun yet. */
let waiting: (() => void) | null = null;

/** A scene that has not drawn by then has no graphics card to draw with, and says so itself. */
const DRAWN_MS = 8000;

/** Waits for the first frames of the two scenes, where they are what is shown. */
function drawn({ entry }: LabResult): Promise<void> {
  const done = () => {
    const { drawn } = useLab.getState();
    const asMap = useLink.getState().link.show === 'map' && useLink.getState().link.view === 'context';
    return !asMap || (drawn.occurrences && (drawn.still || entry.points.length === 0));
  };
  return new Promise((resolve) => {
    if (done()) return resolve();
    const end = () => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(end, DRAWN_MS);
    const unsubscribe = useLab.subscribe(() => {
      if (done()) end();
    });
  });
}

/** After a fault the last finished lab stands again, as it was. */
function keepLast(): void {
  const { result } = useLab.getState();
  useLab.setState({ job: null });
  if (result) show(result);
  lastRequest = '';
}

/** Shows a lab; what was looked at stays so as long as its sentence stands. */
function show(frame: LabFrame): void {
  const { frame: before, picked } = useLab.getState();
  if (before?.vectors.data === frame.vectors.data) {
    useLab.setState({ frame });
    return;
  }
  const old = picked === null ? null : before?.vectors.occurrences[picked];
  const still = frame.vectors.occurrences.findIndex(
    ({ sentence, start }) => sentence === old?.sentence && start === old.start,
  );
  useLab.setState({
    frame,
    hovered: null,
    picked: still < 0 ? null : still,
    pair: null,
    entryPicked: null,
    trails: [],
    similarity: null,
    moved: null,
    like: null,
  });
}

/** More edited sentences than this are another text, not an edit. */
const MOST_TRAILS = 5;

/** Where the occurrences of edited sentences come from: those that stood in the same line before. */
function trailsOf(before: LabResult | null, after: LabResult): Trail[] {
  if (!before || before.list === after.list || before.dims !== after.dims) return [];
  if (before.list.data !== 'own' && after.list.data !== 'own') return [];
  if (before.coordinates.length !== after.coordinates.length) return [];
  const order = new Map<string, number>();
  const keysOf = ({ vectors }: LabResult) => {
    order.clear();
    return vectors.occurrences.map(({ line, word }) => {
      const key = `${line} ${word}`;
      const count = order.get(key) ?? 0;
      order.set(key, count + 1);
      return `${key} ${count}`;
    });
  };
  const places = new Map(keysOf(before).map((key, index) => [key, index]));
  const trails = keysOf(after).flatMap((key, index): Trail[] => {
    const old = places.get(key);
    if (old === undefined) return [];
    if (before.vectors.occurrences[old].sentence === after.vectors.occurrences[index].sentence) return [];
    const from = before.coordinates.map((of) => [...of.subarray(old * before.dims, (old + 1) * before.dims)]);
    return [{ index, from }];
  });
  return trails.length <= MOST_TRAILS ? trails : [];
}

function noteLayer({ vectors }: LabResult): void {
  const { layer } = useLink.getState().link;
  const last = vectors.layers.length - 1;
  if (layer === null || vectors.layers[layerPlace(vectors.layers, layer)] === layer) return;
  const details = { asked: layer, layer: vectors.layers[last] };
  useStatus.getState().say({ kind: 'note', note: { kind: 'layer-clipped', details } });
}

/** A layer stays so long while the layers are played: the glide, and a moment to look. */
const LAYER_MS = 1000;
let player: ReturnType<typeof setInterval> | undefined;

/**
 * Plays the layers from the one shown to the last, or from the bare look-up where that is the last; or stops. While
 * they play only dots move: what else belongs to a layer follows when they rest.
 */
export function togglePlaying(): void {
  const { frame, playhead } = useLab.getState();
  if (playhead !== null) stopPlaying();
  if (playhead !== null || !frame) return;
  const { layers } = frame.vectors;
  const last = layers.length - 1;
  const from = layerPlace(layers, useLink.getState().link.layer);
  if (from === last) showLayer(0);
  useLab.setState({ playhead: from === last ? 0 : from });
  player = setInterval(() => {
    const place = (useLab.getState().playhead ?? last) + 1;
    if (place > last) {
      stopPlaying();
      useLab.getState().tick('play');
    } else useLab.setState({ playhead: place });
  }, LAYER_MS);
}

/** Ends the playing, and shows the layer it has come to. */
export function stopPlaying(): void {
  clearInterval(player);
  const { playhead } = useLab.getState();
  if (playhead === null) return;
  useLab.setState({ playhead: null });
  showLayer(playhead);
}

/** Shows a layer, by its place among the layers. */
export function showLayer(place: number): void {
  const layers = useLab.getState().frame?.vectors.layers ?? [];
  useLink.getState().change({ layer: place === layers.length - 1 ? null : layers[place] });
}

/** Tries the same again, after a fault. */
function retry(): void {
  lastRequest = '';
  follow();
}

/** Follows the link as long as its view is the lab. */
export function startLab(): void {
  void loadCards();
  follow();
  useLink.subscribe((state, before) => {
    if (state.link !== before.link || state.sentences !== before.sentences) follow();
  });
}
