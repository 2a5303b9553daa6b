import type { ModelId } from '../contract/deepLink.ts';
import { Fault } from '../contract/fault.ts';
import type { Device } from '../contract/options.ts';
import { isCached, totalBytes } from '../models/assets.ts';
import type { EmbeddingModel } from '../models/embeddingModel.ts';
import type { ModelCard } from '../models/modelCard.ts';
import { loadModel } from '../models/modelClient.ts';
import { loadCard } from '../models/registry.ts';
import type { Activity } from './activity.ts';

/** What a long piece of work reports to, and is stopped by. */
export interface WorkHooks {
  readonly signal: AbortSignal;
  readonly onActivity: (activity: Activity) => void;
  /** Asked before a download where the browser asks to save data; false stops the work. */
  readonly consent: (card: ModelCard, bytes: number) => Promise<boolean>;
}

/** Loaded models stay for the next map; two, so that going to and fro between two costs nothing. */
const KEEP = 2;

interface Session {
  readonly key: string;
  readonly model: Promise<EmbeddingModel>;
}

const base = () => new URL('.', document.baseURI).href;
const cards = new Map<string, Promise<ModelCard>>();
let sessions: Session[] = [];

/** The card of a model, fetched once; a failed fetch is tried anew the next time. */
export function cardOf(id: ModelId): Promise<ModelCard> {
  const known = cards.get(id);
  if (known) return known;
  const card = loadCard(id, base());
  cards.set(id, card);
  card.catch(() => cards.delete(id));
  return card;
}

/** Bytes that a model and the runtime it needs download at its first use. */
export function cardBytes(card: ModelCard): number {
  return totalBytes(card);
}

function savesData(): boolean {
  const connection = (navigator as { connection?: { saveData?: boolean } }).connection;
  return connection?.saveData === true;
}

/** Whether the browser asks to save data and the model would have to be downloaded. */
export async function needsConsent(card: ModelCard): Promise<boolean> {
  return savesData() && !(await isCached(card));
}

/**
 * A loaded model, kept for later. A cancelled or failed load is forgotten.
 * @throws Fault `download-declined` where the person said no to the download
 */
export async function modelSession(id: ModelId, device: Device, hooks: WorkHooks): Promise<EmbeddingModel> {
  const key = `${id} ${device}`;
  const known = sessions.find((session) => session.key === key);
  if (known) {
    sessions = [...sessions.filter((session) => session !== known), known];
    return known.model;
  }
  const card = await cardOf(id);
  hooks.signal.throwIfAborted();
  if ((await needsConsent(card)) && !(await hooks.consent(card, cardBytes(card)))) {
    throw new Fault('download-declined', { model: id });
  }
  hooks.signal.throwIfAborted();
  const model = loadModel(card, {
    device,
    base: base(),
    signal: hooks.signal,
    onProgress: ({ stage, done, total }) =>
      hooks.onActivity({ kind: 'model', model: id, stage, done, total }),
  });
  const session = { key, model };
  sessions.push(session);
  model.catch(() => forget(session));
  for (const old of sessions.slice(0, -KEEP)) {
    forget(old);
    old.model.then((loaded) => loaded.dispose()).catch(() => {});
  }
  return model;
}

function forget(session: Session): void {
  sessions = sessions.filter((other) => other !== session);
}
