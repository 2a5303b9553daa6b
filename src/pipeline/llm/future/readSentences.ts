import type { ContextualId } from '../../../contract/deepLink.ts';
import { Fault } from '../../../contract/fault.ts';
import type { Device } from '../../../contract/options.ts';
import type { DeviceReport } from '../../../models/embeddingModel.ts';
import { pool } from '../../../models/pooling.ts';
import { cardOf, forgetModel, modelSession, type WorkHooks } from '../../modelSessions.ts';
import type { Readings } from './readPredictions.ts';

interface Shelf {
  report: DeviceReport | null;
  /** Of each text (L + 1) × dim. */
  readonly known: Map<string, Float32Array<ArrayBuffer>>;
}

const MOST_KEPT = 600;
const shelves = new Map<string, Shelf>();

/**
 * Each text's tokens pooled as the model's card says, at layers 0 … L of one run: (L + 1) × dim, not normalised, which a
 * cosine does not see. Kept as `readPredictions` keeps.
 * @throws the Faults of the model, or an AbortError
 */
export async function readSentences(
  texts: readonly string[],
  { model: id, device }: { readonly model: ContextualId; readonly device: Device },
  hooks: WorkHooks,
): Promise<Readings<Float32Array<ArrayBuffer>>> {
  const card = await cardOf(id);
  const key = `${id} ${device}`;
  const shelf: Shelf = shelves.get(key) ?? { report: null, known: new Map() };
  shelves.set(key, shelf);
  const { known } = shelf;
  const missing = [...new Set(texts)].filter((text) => !known.has(text));
  if (missing.length > 0 || !shelf.report) {
    const model = await modelSession(id, device, hooks);
    const { signal, onActivity } = hooks;
    const layers = Array.from({ length: card.layers + 1 }, (_, layer) => layer);
    shelf.report ??= model.report;
    try {
      for (const [done, text] of missing.entries()) {
        onActivity({ kind: 'embedding', done, total: missing.length });
        const states = await model.tokenStates(text, layers, { signal });
        if (!states) throw new Fault('runtime-failed', { message: `${id} gives no states` });
        const { dim } = states;
        const pooled = new Float32Array(layers.length * dim);
        for (const [order, data] of states.data.entries()) {
          pool(data, dim, card.pooling, pooled.subarray(order * dim, (order + 1) * dim));
        }
        shelf.report = states.report;
        known.set(text, pooled);
      }
    } catch (error) {
      if (error instanceof Fault && error.code === 'worker-failed') forgetModel(id, device);
      throw error;
    }
  }
  const rows = texts.map((text) => known.get(text) ?? new Float32Array((card.layers + 1) * card.dim));
  const wanted = new Set(texts);
  for (const text of known.keys()) {
    if (known.size <= MOST_KEPT) break;
    if (!wanted.has(text)) known.delete(text);
  }
  return { card, report: shelf.report, rows };
}
