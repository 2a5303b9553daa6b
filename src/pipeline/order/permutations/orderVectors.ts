import type { ModelId } from '../../../contract/deepLink.ts';
import { Fault } from '../../../contract/fault.ts';
import type { Device, Layer, Pooling } from '../../../contract/options.ts';
import type { Embedded, EmbeddingModel, ModelForm } from '../../../models/embeddingModel.ts';
import { forgetModel, modelSession, type WorkHooks } from '../../modelSessions.ts';

interface VectorsAsked {
  readonly model: ModelId;
  readonly device: Device;
  readonly form: ModelForm;
  readonly layer: Layer;
  readonly pooling: Pooling;
}

/** Vectors, and whether the browser keeps the model that made them. */
export interface OrderVectors extends Embedded {
  readonly model: EmbeddingModel;
}

/** The last few results, so that a look at the other position of the switch computes nothing. */
const KEEP = 6;
let cache: { readonly key: string; readonly vectors: OrderVectors }[] = [];

/**
 * Pooled vectors of texts by a model in one of its forms; the same question is worked out once. Progress is told to the
 * hooks unless somebody else wants it.
 */
export async function orderVectors(
  texts: readonly string[],
  asked: VectorsAsked,
  hooks: WorkHooks,
  onProgress: (done: number, total: number) => void = (done, total) =>
    hooks.onActivity({ kind: 'embedding', done, total }),
): Promise<OrderVectors> {
  const key = JSON.stringify([asked, texts]);
  const known = cache.find((entry) => entry.key === key);
  if (known) return known.vectors;
  const { model: id, device, form, layer, pooling } = asked;
  const vectors = await withModel(id, device, form, hooks, async (model) => ({
    ...(await model.embedTexts(texts, { signal: hooks.signal, layer, pooling, onProgress })),
    model,
  }));
  cache = [...cache.slice(1 - KEEP), { key, vectors }];
  return vectors;
}

/** Work with a loaded model; one whose worker is gone is loaded anew the next time. */
export async function withModel<T>(
  id: ModelId,
  device: Device,
  form: ModelForm,
  hooks: WorkHooks,
  work: (model: EmbeddingModel) => Promise<T>,
): Promise<T> {
  const model = await modelSession(id, device, hooks, { form });
  try {
    return await work(model);
  } catch (error) {
    if (error instanceof Fault && error.code === 'worker-failed') forgetModel(id, device);
    throw error;
  }
}
