import type { ContextualId } from '../../../contract/deepLink.ts';
import { Fault } from '../../../contract/fault.ts';
import type { Device } from '../../../contract/options.ts';
import type { DeviceReport, EmbeddingModel, NextToken } from '../../../models/embeddingModel.ts';
import type { ModelCard } from '../../../models/modelCard.ts';
import { cardOf, forgetModel, modelSession, type WorkHooks } from '../../modelSessions.ts';

/** What the language model made of one beginning. */
export interface Prediction {
  /** (L + 1) × dim: the last token's state at layers 0 … L. */
  readonly states: Float32Array<ArrayBuffer>;
  readonly top: readonly NextToken[];
  /** The best token by each layer's state, 0 … L. */
  readonly lens: readonly string[];
  readonly truncated: boolean;
}

/** What a model made of texts, one row each. */
export interface Readings<T> {
  readonly card: ModelCard;
  readonly report: DeviceReport;
  readonly rows: readonly T[];
}

/** Texts of like length at a time: some seconds of work, so that progress shows and cancelling is soon heard. */
const AT_ONCE = 16;
const TOP = 3;
/** A reading takes 70 kB; more are forgotten, oldest first. */
const MOST_KEPT = 600;

interface Shelf {
  report: DeviceReport | null;
  readonly known: Map<string, Prediction>;
}

/** What was read since the page was opened: coming back, or one more line, asks only for what is new. */
const shelves = new Map<string, Shelf>();

/**
 * The last token's states of each text at all layers, and what comes next. Texts read before are not read again, and
 * where all are known the model is not loaded. Work that is cancelled keeps what it has.
 * @throws the Faults of the model, or an AbortError
 */
export async function readPredictions(
  texts: readonly string[],
  { model: id, device }: { readonly model: ContextualId; readonly device: Device },
  hooks: WorkHooks,
): Promise<Readings<Prediction>> {
  const key = `${id} ${device}`;
  const shelf: Shelf = shelves.get(key) ?? { report: null, known: new Map() };
  shelves.set(key, shelf);
  const missing = [...new Set(texts)].filter((text) => !shelf.known.has(text));
  if (missing.length > 0 || !shelf.report) {
    const model = await modelSession(id, device, hooks, { form: 'inside' });
    try {
      await readMissing(model, missing, shelf, hooks);
    } catch (error) {
      if (error instanceof Fault && error.code === 'worker-failed') forgetModel(id, device);
      throw error;
    }
    shelf.report ??= model.report;
  }
  const rows = texts.map((text) => {
    const row = shelf.known.get(text);
    if (!row) throw new Fault('runtime-failed', { message: `${id} predicts nothing` });
    return row;
  });
  const wanted = new Set(texts);
  for (const text of shelf.known.keys()) {
    if (shelf.known.size <= MOST_KEPT) break;
    if (!wanted.has(text)) shelf.known.delete(text);
  }
  return { card: await cardOf(id), report: shelf.report, rows };
}

async function readMissing(
  model: EmbeddingModel,
  missing: readonly string[],
  shelf: Shelf,
  { signal, onActivity }: WorkHooks,
): Promise<void> {
  const layers = Array.from({ length: model.card.layers + 1 }, (_, layer) => layer);
  const total = missing.length;
  const ordered = [...missing].sort((a, b) => b.length - a.length);
  for (let from = 0; from < total; from += AT_ONCE) {
    onActivity({ kind: 'embedding', done: from, total });
    const texts = ordered.slice(from, from + AT_ONCE);
    const found = await model.predict(texts, { layers, k: TOP, signal });
    signal.throwIfAborted();
    if (!found) throw new Fault('runtime-failed', { message: `${model.card.id} predicts nothing` });
    shelf.report = found.report;
    for (const [row, text] of texts.entries()) {
      const prediction = found.texts[row];
      const last = prediction.layers.at(-1);
      if (!last) continue;
      const states = new Float32Array(layers.length * found.dim);
      for (const [order, data] of found.states.entries()) {
        states.set(data.subarray(row * found.dim, (row + 1) * found.dim), order * found.dim);
      }
      shelf.known.set(text, {
        states,
        top: last.top,
        lens: prediction.layers.map(({ top }) => top[0].text),
        truncated: prediction.truncated,
      });
    }
  }
}
