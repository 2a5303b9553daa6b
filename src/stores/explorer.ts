import { dataOf, type LinkState, modelOf } from '../contract/deepLink.ts';
import type { OwnTexts } from '../contract/fragment.ts';
import { buildMap, type MapFrame } from '../pipeline/buildMap.ts';
import type { MapRequest } from '../pipeline/mapRequest.ts';
import type { MapResult } from '../pipeline/mapResult.ts';
import { inspect, selectWord } from './inspection.ts';
import { readAddress, useLink } from './linkStore.ts';
import { loadCards, useMap } from './mapStore.ts';
import { announceLink, comeBack, perform } from './perform.ts';
import { useSelection } from './selectionStore.ts';
import { useStatus } from './statusStore.ts';

/** The part of a link that decides what the map looks like. */
function requestOf(link: LinkState, own: OwnTexts | null): MapRequest {
  const { projector, dims, metric, nNeighbors, minDist, nEpochs, seed, engine } = link;
  return {
    data: dataOf(link),
    own,
    model: modelOf(link),
    device: link.device,
    layer: link.layer,
    pooling: link.pooling,
    centre: link.centre ?? 'none',
    added: own?.add ? link.added : 'place',
    projection: { projector, dims, metric, nNeighbors, minDist, nEpochs, seed, engine },
  };
}

let lastRequest = '';
/** Another view is looked at. */
let away = false;

/** Starts a new map where the link asks for another one than the last. */
function follow(link: LinkState, own: OwnTexts | null): void {
  if (link.view !== 'map') {
    leave();
    return;
  }
  const request = requestOf(link, own);
  const key = JSON.stringify(request);
  const back = away;
  away = false;
  if (key !== lastRequest) {
    lastRequest = key;
    void make(request);
  } else if (back) comeBack();
}

/** Another view is looked at: a map that is still being made is not waited for. */
function leave(): void {
  away = true;
  const { job } = useMap.getState();
  if (!job) return;
  job.cancel();
  useMap.setState({ job: null });
  lastRequest = '';
}

function make(request: MapRequest): Promise<void> {
  const end = useStatus.getState().begin();
  useMap.getState().job?.cancel();
  announceLink();
  return perform<MapFrame, MapResult>(
    {
      build: (hooks) => buildMap(request, hooks),
      take: (job) => useMap.setState({ job }),
      isCurrent: (job) => useMap.getState().job === job,
      show,
      async finish(result) {
        show(frameOf(result));
        useMap.setState({ result, job: null });
        await selectWord(useLink.getState().link.word);
      },
      fail: keepLast,
      retry,
    },
    end,
  );
}

/** After a fault the last finished map stands again, as it was. */
function keepLast(): void {
  const { result } = useMap.getState();
  useMap.setState({ job: null });
  if (result) show(frameOf(result));
  // The same choice may be tried again at once.
  lastRequest = '';
}

function frameOf({ items, groups, coordinates, dims }: MapResult): MapFrame {
  return { items, groups, coordinates, dims };
}

function show(frame: MapFrame): void {
  const before = useMap.getState().frame;
  if (before?.items !== frame.items) {
    const groups = new Set(frame.groups.map(({ id }) => id));
    const selection = useSelection.getState();
    selection.forgetRows();
    if (![...selection.hiddenGroups].every((id) => groups.has(id))) selection.showAllGroups();
    void inspect(null, null);
    selection.resetCamera();
  }
  useMap.setState({ frame });
}

/** Tries the same request again, after a fault. */
function retry(): void {
  lastRequest = '';
  const { link, own } = useLink.getState();
  follow(link, own);
}

/** Makes the first map, and another one whenever the link asks for it. */
export function startExplorer(): void {
  const unsubscribe = useStatus.subscribe(({ drawn }) => {
    if (!drawn) return;
    unsubscribe();
    // Names and sizes of the models are wanted next, after the first map.
    void loadCards();
  });
  const { link, own } = useLink.getState();
  follow(link, own);
  useLink.subscribe((state) => follow(state.link, state.own));
  const reread = async () => {
    await readAddress();
    if (useLink.getState().link.view !== 'map') return;
    // A map that is being made selects the word itself, once its points are there.
    if (useMap.getState().job) return;
    const { word } = useLink.getState().link;
    await (word ? selectWord(word) : inspect(null, null));
  };
  window.addEventListener('popstate', () => void reread());
}
