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
  /** Asked before a download where the browser asks to save data; false stops the work. Aborting takes it back. */
  readonly consent: (card: ModelCard, bytes: number, signal: AbortSignal) => Promise<boolean>;
}

/** Loaded models stay for the next map; two, so that going to and fro between two costs nothing. */
const KEEP = 2;

/**
 * A model that is loaded or on its way. Its load outlives the work that began it, as long as other work waits for
 * it: who changes a setting in the middle of a download does not begin it again.
 */
interface Session {
  readonly key: string;
  readonly model: Promise<EmbeddingModel>;
  readonly controller: AbortController;
  readonly waiting: Set<WorkHooks>;
  loaded: boolean;
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
 * A loaded model, kept for later. A failed load is forgotten, and so is one that nobody waits for any more.
 * @throws Fault `download-declined` where the person said no to the download
 */
export function modelSession(id: ModelId, device: Device, hooks: WorkHooks): Promise<EmbeddingModel> {
  const key = `${id} ${device}`;
  const session = sessions.find((known) => known.key === key) ?? startSession(key, id, device, hooks);
  sessions = [...sessions.filter((other) => other !== session), session];
  for (const old of sessions.slice(0, -KEEP)) drop(old);
  return waitFor(session, hooks);
}

/** Forgets a model whose worker is gone, so that the next work loads it anew. */
export function forgetModel(id: ModelId, device: Device): void {
  const session = sessions.find((known) => known.key === `${id} ${device}`);
  if (session) drop(session);
}

function startSession(key: string, id: ModelId, device: Device, { consent }: WorkHooks): Session {
  const controller = new AbortController();
  const { signal } = controller;
  const waiting = new Set<WorkHooks>();
  const load = async (): Promise<EmbeddingModel> => {
    const card = await cardOf(id);
    if ((await needsConsent(card)) && !(await consent(card, cardBytes(card), signal))) {
      throw new Fault('download-declined', { model: id });
    }
    signal.throwIfAborted();
    return loadModel(card, {
      device,
      base: base(),
      signal,
      onProgress: ({ stage, done, total }) => {
        for (const { onActivity } of waiting) onActivity({ kind: 'model', model: id, stage, done, total });
      },
    });
  };
  const session: Session = { key, model: load(), controller, waiting, loaded: false };
  session.model.then(
    () => {
      session.loaded = true;
    },
    () => {
      sessions = sessions.filter((other) => other !== session);
    },
  );
  return session;
}

/** Waits for a session until the work is cancelled; with nobody left to wait for it, a load ends. */
function waitFor(session: Session, hooks: WorkHooks): Promise<EmbeddingModel> {
  const { signal } = hooks;
  return new Promise((resolve, reject) => {
    const leave = () => {
      session.waiting.delete(hooks);
      signal.removeEventListener('abort', cancelled);
    };
    const cancelled = () => {
      leave();
      reject(signal.reason);
      // The work that takes its place asks for its model first.
      setTimeout(() => {
        if (!session.loaded && session.waiting.size === 0) drop(session);
      });
    };
    if (signal.aborted) {
      cancelled();
      return;
    }
    session.waiting.add(hooks);
    signal.addEventListener('abort', cancelled);
    session.model.then(
      (model) => {
        leave();
        resolve(model);
      },
      (error) => {
        leave();
        reject(error);
      },
    );
  });
}

function drop(session: Session): void {
  sessions = sessions.filter((other) => other !== session);
  session.controller.abort();
  session.model.then((model) => model.dispose()).catch(() => {});
}
