import type { ModelId } from '../contract/deepLink.ts';
import { Fault } from '../contract/fault.ts';
import type { Device, Layer, Pooling } from '../contract/options.ts';
import type { Embedded, EmbeddingModel } from '../models/embeddingModel.ts';
import type { Item } from '../text/item.ts';
import { forgetModel, modelSession, type WorkHooks } from './modelSessions.ts';

export interface EmbedRequest {
  readonly model: ModelId;
  readonly device: Device;
  readonly layer: Layer | null;
  readonly pooling: Pooling | null;
}

/** Vectors for every item: texts by themselves as whole texts, those in a sentence as occurrences. */
export interface EmbeddedItems extends Embedded {
  readonly model: EmbeddingModel;
  readonly pooling: Pooling;
  readonly layer: Layer | null;
}

interface Cached {
  readonly key: string;
  readonly items: readonly Item[];
  readonly embedded: EmbeddedItems;
}

/** The last few sets of vectors, so that a change of the projection alone embeds nothing. */
const KEEP = 4;
let cache: Cached[] = [];

/**
 * Embeds items with a model, in the items' order. The same list of items (by identity) with the same model,
 * layer and pooling is embedded once.
 */
export async function embedItems(
  items: readonly Item[],
  request: EmbedRequest,
  hooks: WorkHooks,
): Promise<EmbeddedItems> {
  // whoever asks may say more, which is no matter of the vectors
  const { model: id, device, layer, pooling } = request;
  const key = JSON.stringify([id, device, layer, pooling]);
  const known = cache.find((entry) => entry.key === key && entry.items === items);
  if (known) return known.embedded;

  const model = await modelSession(request.model, request.device, hooks);
  try {
    const embedded = await embedWith(model, items, request, hooks);
    cache = [...cache.slice(1 - KEEP), { key, items, embedded }];
    return embedded;
  } catch (error) {
    if (error instanceof Fault && error.code === 'worker-failed') forgetModel(request.model, request.device);
    throw error;
  }
}

async function embedWith(
  model: EmbeddingModel,
  items: readonly Item[],
  request: EmbedRequest,
  hooks: WorkHooks,
): Promise<EmbeddedItems> {
  const { card } = model;
  const layers = card.kind === 'contextual';
  const layer = layers ? clippedLayer(request.layer, card.layers) : null;
  const pooling = layers ? (request.pooling ?? card.pooling) : card.pooling;
  const work = { signal: hooks.signal, layer: layer ?? undefined, pooling };

  const spans: number[] = [];
  const texts: number[] = [];
  items.forEach((item, index) => {
    (item.sentence === undefined ? texts : spans).push(index);
  });
  const report = (done: number) => hooks.onActivity({ kind: 'embedding', done, total: items.length });
  report(0);
  const whole = await model.embedTexts(
    texts.map((index) => items[index].text),
    { ...work, onProgress: (done) => report(done) },
  );
  const parts = spans.length
    ? await model.embedSpans(
        spans.map((index) => {
          const { text, sentence = text, start = 0, end = sentence.length } = items[index];
          return { sentence, start, end };
        }),
        { ...work, onProgress: (done) => report(texts.length + done) },
      )
    : null;
  return { ...merge(items.length, texts, whole, spans, parts), model, layer, pooling };
}

/** A layer that the model lacks becomes its last one. */
function clippedLayer(layer: Layer | null, last: number): Layer {
  return layer === null || (layer !== 'table' && layer > last) ? last : layer;
}

function merge(
  n: number,
  texts: readonly number[],
  whole: Embedded,
  spans: readonly number[],
  parts: Embedded | null,
): Embedded {
  if (!parts) return whole;
  const { dim } = parts;
  const data = new Float32Array(n * dim);
  const place = (rows: readonly number[], source: Embedded) => {
    rows.forEach((index, row) => {
      data.set(source.data.subarray(row * dim, (row + 1) * dim), index * dim);
    });
  };
  place(texts, whole);
  place(spans, parts);
  const collect = (field: 'missing' | 'truncated') =>
    [...whole[field].map((row) => texts[row]), ...parts[field].map((row) => spans[row])].sort(
      (a, b) => a - b,
    );
  return {
    dim,
    data,
    missing: collect('missing'),
    truncated: collect('truncated'),
    coverage: null,
    report: parts.report,
  };
}
