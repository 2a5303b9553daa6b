import type { ModelId } from '../contract/deepLink.ts';
import { Fault } from '../contract/fault.ts';
import type { Device } from '../contract/options.ts';
import { isCached, ownBytes, totalBytes } from '../models/assets.ts';
import type { EmbeddingModel, ModelForm } from '../models/embeddingModel.ts';
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

/**
 * Loaded models stay for the next map. Three, so that going to and fro between two costs nothing while a third, or
 * another form of one, is looked at; the largest three together hold about 1 GB, which a tab of 4 GB has room for.
 */
const KEEP = 3;
/** A model with more files than this is held only while a view wants it. */
const HEAVY_BYTES = 60e6;

/**
 * A model that is loaded or on its way. Its load outlives the work that began it, as long as other work waits for
 * it: who changes a setting in the middle of a download does not begin it again.
 */
interface Session {
  readonly id: ModelId;
  readonly device: Device;
  readonly form: ModelForm;
  readonly model: Promise<EmbeddingModel>;
  readonly controller: AbortController;
  readonly waiting: Set<WorkHooks>;
  loaded: boolean;
  /** Whether its files are over HEAVY_BYTES; false until its card is here. */
  heavy: boolean;
}

/** What a session is wanted for. */
export interface SessionOptions {
  /** `plain` by default, which a session `inside` serves as well. */
  readonly form?: ModelForm;
}

const base = () => new URL('.', document.baseURI).href;
const cards = new Map<string, Promise<ModelCard>>();
let sessions: Session[] = [];
const held = new WeakSet<EmbeddingModel>();

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
export function modelSession(
  id: ModelId,
  device: Device,
  hooks: WorkHooks,
  { form = 'plain' }: SessionOptions = {},
): Promise<EmbeddingModel> {
  const session = findSession(id, device, form) ?? startSession(id, device, form, hooks);
  sessions = [...sessions.filter((other) => other !== session), session];
  for (const old of sessions.slice(0, -KEEP)) drop(old);
  return waitFor(session, hooks);
}

/** A session that serves: of the form asked for, or one `inside`, whose vectors are those of a plain one. */
function findSession(id: ModelId, device: Device, form: ModelForm): Session | undefined {
  const ofModel = sessions.filter((known) => known.id === id && known.device === device);
  const exact = ofModel.find((known) => known.form === form);
  return exact ?? (form === 'plain' ? ofModel.find((known) => known.form === 'inside') : undefined);
}

/** Forgets a model whose worker is gone, in all its forms, so that the next work loads it anew. */
export function forgetModel(id: ModelId, device: Device): void {
  for (const session of sessions) if (session.id === id && session.device === device) drop(session);
}

/** Whether a model that was given out still has its worker; one that made room for others answers no more. */
export function isHeld(model: EmbeddingModel): boolean {
  return held.has(model);
}

/** Ends loaded models whose files are over 60 MB and whose ids are not in `keep`: no view wants them now. */
export function freeHeavy(keep: readonly string[]): void {
  for (const session of sessions) {
    if (session.heavy && session.loaded && !keep.includes(session.id)) drop(session);
  }
}

function startSession(id: ModelId, device: Device, form: ModelForm, { consent }: WorkHooks): Session {
  const controller = new AbortController();
  const { signal } = controller;
  const waiting = new Set<WorkHooks>();
  const load = async (): Promise<EmbeddingModel> => {
    const card = await cardOf(id);
    session.heavy = ownBytes(card) > HEAVY_BYTES;
    if ((await needsConsent(card)) && !(await consent(card, cardBytes(card), signal))) {
      throw new Fault('download-declined', { model: id });
    }
    signal.throwIfAborted();
    return loadModel(card, {
      device,
      form,
      base: base(),
      signal,
      onProgress: ({ stage, done, total }) => {
        for (const { onActivity } of waiting) onActivity({ kind: 'model', model: id, stage, done, total });
      },
    });
  };
  // the load reads the session, so it begins when the session is there
  const model = Promise.resolve().then(load);
  const session: Session = { id, device, form, model, controller, waiting, loaded: false, heavy: false };
  session.model.then(
    (loaded) => {
      session.loaded = true;
      held.add(loaded);
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
  session.model
    .then((model) => {
      held.delete(model);
      model.dispose();
    })
    .catch(() => {});
}
