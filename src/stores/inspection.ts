import { create } from 'zustand';
import { modelOf } from '../contract/deepLink.ts';
import { faultFrom, isAbort } from '../contract/fault.ts';
import type { WordOrigin } from '../models/embeddingModel.ts';
import type { MapResult } from '../pipeline/mapResult.ts';
import { cardOf, modelSession, needsConsent } from '../pipeline/modelSessions.ts';
import { cosineSimilarity, euclideanDistance, norm } from '../vectors/similarity.ts';
import { rowOf } from '../vectors/vectorSet.ts';
import { useLink } from './linkStore.ts';
import { askConsent, useMap } from './mapStore.ts';
import { useSelection } from './selectionStore.ts';
import { useStatus } from './statusStore.ts';

/** A neighbour in the original space: cosine similarity, or with the Euclidean metric the distance. */
interface Neighbour {
  readonly index: number;
  readonly score: number;
}

interface Comparison {
  /** Cosine similarity of the two vectors. */
  readonly cosine: number;
  readonly distance: number;
  /** Distance of the two dots, in units of the map, and that of a typical pair. */
  readonly mapDistance: number;
}

interface InspectionState {
  readonly neighbours: readonly Neighbour[];
  /** The vector of the selected point and its norm, once the model is there. */
  readonly vector: Float32Array | null;
  readonly norm: number;
  readonly origin: WordOrigin | null;
  /** Of a static model: the nearest words of its whole dictionary, the word itself left out. */
  readonly dictionary: readonly string[];
  readonly comparison: Comparison | null;
  /** The vector waits for a download that the browser asks to avoid. */
  readonly withheld: boolean;
}

const nothing: InspectionState = {
  neighbours: [],
  vector: null,
  norm: 0,
  origin: null,
  dictionary: [],
  comparison: null,
  withheld: false,
};

/** What the inspector shows of the selected point. */
export const useInspection = create<InspectionState>()(() => nothing);

const SHOWN_NEIGHBOURS = 10;
let current: AbortController | null = null;

/** Looks at a point, and at a second one beside it; null looks away. The address remembers the word. */
export async function inspect(
  selected: number | null,
  compared: number | null,
  insist = false,
): Promise<void> {
  current?.abort();
  const controller = new AbortController();
  current = controller;
  useSelection.setState({ selected, compared });
  const { frame, result } = useMap.getState();
  useInspection.setState(nothing);
  if (selected === null || !frame) return;
  const end = useStatus.getState().begin();
  try {
    useLink.getState().change({ word: frame.items[selected].text.slice(0, 200) });
    // While a map settles there are no neighbours yet: they come with the result, which selects the word again.
    if (result?.items === frame.items) await fill(result, selected, compared, controller.signal, insist);
  } catch (error) {
    if (!isAbort(error) && !controller.signal.aborted) useStatus.getState().report(faultFrom(error));
  } finally {
    end();
  }
}

async function fill(
  result: MapResult,
  selected: number,
  compared: number | null,
  signal: AbortSignal,
  insist: boolean,
): Promise<void> {
  const { k, indices, distances } = await result.neighbours();
  signal.throwIfAborted();
  const cosine = result.projection.metric === 'cosine';
  const neighbours = Array.from({ length: Math.min(k, SHOWN_NEIGHBOURS) }, (_, rank): Neighbour => {
    const at = selected * k + rank;
    return { index: indices[at], score: cosine ? 1 - distances[at] : distances[at] };
  });
  useInspection.setState({ neighbours });

  const model = modelOf(useLink.getState().link);
  if (result.report.device === 'none' && !insist && (await needsConsent(await cardOf(model)))) {
    useInspection.setState({ withheld: true });
    return;
  }
  const hooks = { signal, onActivity: useStatus.getState().setActivity, consent: askConsent };
  const { data, dim } = await result.vectors(hooks);
  signal.throwIfAborted();
  const vector = rowOf(data, dim, selected);
  useInspection.setState({ vector, norm: norm(vector) });
  if (compared !== null) {
    const other = rowOf(data, dim, compared);
    useInspection.setState({
      comparison: {
        cosine: cosineSimilarity(vector, other),
        distance: euclideanDistance(vector, other),
        mapDistance: euclideanDistance(
          rowOf(result.coordinates, result.dims, selected),
          rowOf(result.coordinates, result.dims, compared),
        ),
      },
    });
  }
  if (result.layer === null) {
    const session = await modelSession(model, useLink.getState().link.device, hooks);
    const { text } = result.items[selected];
    const [origin, nearest] = await Promise.all([
      session.origin(text),
      session.nearest(vector.slice(), SHOWN_NEIGHBOURS + 1),
    ]);
    signal.throwIfAborted();
    const own = origin?.word ?? text.toLowerCase();
    const dictionary = nearest?.words.filter((word) => word !== own).slice(0, SHOWN_NEIGHBOURS) ?? [];
    useInspection.setState({ origin, dictionary });
  }
}

/** Looks at nothing, and takes the word out of the address. */
export function lookAway(): void {
  useLink.getState().change({ word: null });
  void inspect(null, null);
}

/** Selects the point of a word, as a link asks: an exact match first, then without regard to case. Says where there is none. */
export async function selectWord(word: string | null): Promise<void> {
  const { frame } = useMap.getState();
  if (!word || !frame) return;
  const folded = word.toLowerCase();
  let found = frame.items.findIndex(({ text }) => text === word);
  if (found < 0) found = frame.items.findIndex(({ text }) => text.toLowerCase() === folded);
  if (found >= 0) return inspect(found, null);
  useStatus.getState().say({ kind: 'note', note: { kind: 'word-not-shown', details: { word } } });
  useLink.getState().change({ word: null });
}

/** Looks at a word: where it stands on the map, or, put beside what is shown, as a new point. */
export function lookUp(word: string): void {
  const { frame } = useMap.getState();
  const found = frame?.items.findIndex(({ text }) => text.toLowerCase() === word.toLowerCase()) ?? -1;
  if (found >= 0) {
    void inspect(found, null);
    useSelection.getState().fly(found);
    return;
  }
  const { own, setOwn, change } = useLink.getState();
  change({ word });
  setOwn({ texts: [...(own?.texts ?? []), word], add: own ? own.add : true });
}
