import { type LinkState, labOf } from '../contract/deepLink.ts';
import { buildLab } from '../pipeline/lab/buildLab.ts';
import { type LabRequest, labWords } from '../pipeline/lab/labRequest.ts';
import type { LabFrame, LabResult } from '../pipeline/lab/labResult.ts';
import { type Anchor, alignedTo, anchorOf } from './labPlaces.ts';
import { stopAsking } from './labQuestions.ts';
import { layerPlace, type Trail, useLab } from './labStore.ts';
import { useLink } from './linkStore.ts';
import { loadCards } from './mapStore.ts';
import { announceLink, comeBack, perform, redraw } from './perform.ts';
import { useStatus } from './statusStore.ts';

/** The part of a link that decides what the lab computes. */
function requestOf(link: LinkState, sentences: string | null): LabRequest {
  const { projector, dims, metric, nNeighbors, minDist, nEpochs, seed, engine } = link;
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
    projection: { projector, dims, metric, nNeighbors, minDist, nEpochs, seed, engine },
  };
}

/** The dots have arrived at another layer by then. */
const GLIDE_MS = 350;
/** A person who types pauses so long before the work begins. */
const TYPING_MS = 200;
let lastRequest = '';
/** Another view is looked at. */
let away = false;
let lastLang: string | null = null;
let lastTyped = '';
let lastLook = '';
let typing: ReturnType<typeof setTimeout> | undefined;

/** Starts the lab anew where the link asks for something else than the last time. */
function follow(): void {
  const { link, sentences } = useLink.getState();
  // another language has begun the run already
  const spoken = lastLang !== null && lastLang !== link.lang;
  lastLang = link.lang;
  if (link.view !== 'context') {
    leave();
    return;
  }
  const back = away;
  away = false;
  const request = requestOf(link, sentences);
  const key = JSON.stringify(request);
  const look = JSON.stringify([link.layer, link.colour, link.show, link.theme]);
  if (key !== lastRequest) {
    const typed = JSON.stringify([request.words, request.sentences]);
    // words and sentences may still be being typed; everything else is one click
    make(request, lastTyped !== '' && typed !== lastTyped, spoken ? 'more' : undefined);
    lastRequest = key;
    lastTyped = typed;
  } else if (back) comeBack();
  else if (look !== lastLook) redraw(link.show === 'map' ? GLIDE_MS : 0);
  lastLook = look;
}

/** Another view is looked at: what is still being made is not waited for. */
function leave(): void {
  away = true;
  stopPlaying();
  stopAsking();
  const { job } = useLab.getState();
  if (!job && !waiting) return;
  clearTimeout(typing);
  waiting?.();
  waiting = null;
  job?.cancel();
  useLab.setState({ job: null });
  lastRequest = '';
}

function make(request: LabRequest, pause: boolean, kind?: 'more'): void {
  const end = useStatus.getState().begin(kind);
  useLab.getState().job?.cancel();
  stopAsking();
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
          const { result: before, placed } = useLab.getState();
          const origin = anchor;
          show(result);
          const edited = before === null ? [] : editedRows(before, result);
          const trails = origin && edited.length <= MOST_TRAILS ? trailsOf(edited, origin) : [];
          useLab.setState({ result, job: null, trails });
          anchor = anchorOf(result, useLab.getState().placed ?? placed);
          if (edited.length > 0 || (before !== null && added(before, result))) useLab.getState().tick('edit');
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
  const placed = frame.coordinates && alignedTo(anchor, frame, frame.coordinates);
  if (before?.vectors.data === frame.vectors.data) {
    useLab.setState({ frame, placed });
    return;
  }
  const old = picked === null ? null : before?.vectors.occurrences[picked];
  const still = frame.vectors.occurrences.findIndex(
    ({ sentence, start }) => sentence === old?.sentence && start === old.start,
  );
  useLab.setState({
    frame,
    placed,
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

/** Where the occurrences of the last finished lab stand, as they are shown. */
let anchor: Anchor | null = null;

/** More edited sentences than this are another text, not an edit. */
const MOST_TRAILS = 5;

interface Edited {
  readonly index: number;
  /** Its row before. */
  readonly old: number;
}

/** Occurrences whose sentence was edited: that of their line is another, and the rest of the text is the same. */
function editedRows(before: LabResult, after: LabResult): Edited[] {
  const [lines, old] = [after.list.lines, before.list.lines];
  if (before.list.words.join() !== after.list.words.join() || lines.length !== old.length) return [];
  const changed = new Set([...lines.keys()].filter((line) => lines[line].sentence !== old[line].sentence));
  if (changed.size > MOST_TRAILS || (changed.size === lines.length && lines.length > 1)) return [];
  return after.vectors.occurrences.flatMap(({ line, word }, index): Edited[] => {
    if (!changed.has(line)) return [];
    const mates = (of: LabResult) =>
      [...of.vectors.occurrences.keys()].filter(
        (row) => of.vectors.occurrences[row].line === line && of.vectors.occurrences[row].word === word,
      );
    const row = mates(before)[mates(after).indexOf(index)];
    return row === undefined ? [] : [{ index, old: row }];
  });
}

function trailsOf(edited: readonly Edited[], { places, dims }: Anchor): Trail[] {
  return edited.map(({ index, old }) => ({
    index,
    from: places.map((of) => [...of.subarray(old * dims, (old + 1) * dims)]),
  }));
}

/** Whether a sentence with the word is there that was not there before, the others staying. */
function added(before: LabResult, after: LabResult): boolean {
  const known = new Set(before.vectors.occurrences.map(({ sentence }) => sentence));
  const fresh = after.vectors.occurrences.filter(({ sentence }) => !known.has(sentence));
  return (
    after.list.data === 'own' && before.list.words.join() === after.list.words.join() && fresh.length > 0
  );
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
  useLab.subscribe(({ picked }, before) => {
    if (picked !== before.picked) stopAsking();
  });
  useLink.subscribe((state, before) => {
    if (state.link !== before.link || state.sentences !== before.sentences) follow();
  });
}
