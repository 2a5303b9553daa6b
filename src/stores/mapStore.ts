import { create } from 'zustand';
import { MODEL_IDS, type ModelId } from '../contract/deepLink.ts';
import type { ModelCard } from '../models/modelCard.ts';
import type { MapFrame, MapJob } from '../pipeline/buildMap.ts';
import type { MapResult } from '../pipeline/mapResult.ts';
import { cardOf, type WorkHooks } from '../pipeline/modelSessions.ts';

/** A download that waits for the person's word, since the browser asks to save data. */
export interface ConsentRequest {
  readonly card: ModelCard;
  readonly bytes: number;
  readonly answer: (allowed: boolean) => void;
}

interface MapState {
  /** The last finished map; it stays while the next one is made, and when that fails. */
  readonly result: MapResult | null;
  /** The points as they stand now: of the result, or of the map that is settling. */
  readonly frame: MapFrame | null;
  /** The job that makes the next map, for pause and stop. */
  readonly job: MapJob | null;
  readonly consent: ConsentRequest | null;
  readonly cards: Partial<Record<ModelId, ModelCard>>;
}

export const useMap = create<MapState>()(() => ({
  result: null,
  frame: null,
  job: null,
  consent: null,
  cards: {},
}));

/** Asks the person whether a model may be downloaded; the question goes when the work that asked it does. */
export const askConsent: WorkHooks['consent'] = (card, bytes, signal) =>
  new Promise((resolve) => {
    const answer = (allowed: boolean) => {
      useMap.setState({ consent: null });
      resolve(allowed);
    };
    signal.addEventListener('abort', () => answer(false), { once: true });
    useMap.setState({ consent: { card, bytes, answer } });
  });

/** Fetches every model's card, so that names and sizes can be shown; one that fails stays without. */
export async function loadCards(): Promise<void> {
  await Promise.all(
    MODEL_IDS.map(async (id) => {
      try {
        const card = await cardOf(id);
        useMap.setState(({ cards }) => ({ cards: { ...cards, [id]: card } }));
      } catch {
        // The select still names the model; choosing it says what is wrong.
      }
    }),
  );
}
