import { serve, Transfer } from '../workers/rpc.ts';
import type { Embedded, EmbeddingModel } from './embeddingModel.ts';
import type { ModelMethods } from './modelProtocol.ts';
import { openModel } from './openModel.ts';
import { watchMemories } from './wasmMemory.ts';

watchMemories();

let opened: Promise<EmbeddingModel> | undefined;

async function model(): Promise<EmbeddingModel> {
  if (!opened) throw new Error('the model is asked before it is loaded');
  return opened;
}

/** Each buffer once: a tensor asked for twice is one buffer, which can be moved only once. */
function buffersOf(arrays: readonly { readonly buffer: ArrayBuffer }[]): ArrayBuffer[] {
  return [...new Set(arrays.map(({ buffer }) => buffer))];
}

function moved(embedded: Embedded): Transfer<Embedded> {
  const { data, coverage } = embedded;
  return new Transfer(embedded, coverage ? [data.buffer, coverage.buffer] : [data.buffer]);
}

serve<ModelMethods>(self as DedicatedWorkerGlobalScope, {
  async load({ card, device, form, base }, { signal, progress }) {
    opened = openModel(card, { device, form, base, signal, onProgress: progress });
    const { report, cached } = await opened;
    return { report, cached };
  },
  embedTexts: async ({ texts, ...pooled }, { signal, progress }) =>
    moved(
      await (await model()).embedTexts(texts, {
        ...pooled,
        signal,
        onProgress: (done, total) => progress({ done, total }),
      }),
    ),
  embedSpans: async ({ spans, ...pooled }, { signal, progress }) =>
    moved(
      await (await model()).embedSpans(spans, {
        ...pooled,
        signal,
        onProgress: (done, total) => progress({ done, total }),
      }),
    ),
  async embedOccurrences({ spans, layers }, { signal, progress }) {
    const embedded = await (await model()).embedOccurrences(spans, layers, {
      signal,
      onProgress: (done, total) => progress({ done, total }),
    });
    return new Transfer(embedded, embedded ? embedded.data.map(({ buffer }) => buffer) : []);
  },
  tokenize: async ({ texts }) => (await model()).tokenize(texts),
  origin: async ({ word }) => (await model()).origin(word),
  async dictionary() {
    const whole = await (await model()).dictionary();
    return new Transfer(whole, whole ? [whole.data.buffer] : []);
  },
  async tokenStates({ text, layers, ...read }, { signal, progress }) {
    const onProgress = (done: number, total: number) => progress({ done, total });
    const given = await (await model()).tokenStates(text, layers, { ...read, signal, onProgress });
    return new Transfer(given, buffersOf(given?.data ?? []));
  },
  async attention({ text, layers, ...read }, { signal }) {
    const given = await (await model()).attention(text, layers, { ...read, signal });
    return new Transfer(given, buffersOf(given?.data ?? []));
  },
  async queriesAndKeys({ text, layer, ...read }, { signal }) {
    const given = await (await model()).queriesAndKeys(text, layer, { ...read, signal });
    return new Transfer(given, buffersOf(given ? [given.queries, given.keys] : []));
  },
  async positionTable() {
    const table = await (await model()).positionTable();
    return new Transfer(table, buffersOf(table ? [table.data] : []));
  },
  async nearestTokens({ vectors, k }, { signal, progress }) {
    const onProgress = (done: number, total: number) => progress({ done, total });
    const found = await (await model()).nearestTokens(vectors, k, { signal, onProgress });
    return new Transfer(found, buffersOf(found ? [found.ids, found.scores] : []));
  },
  async predict({ texts, ...asked }, { signal, progress }) {
    const onProgress = (done: number, total: number) => progress({ done, total });
    const given = await (await model()).predict(texts, { ...asked, signal, onProgress });
    return new Transfer(given, buffersOf(given?.states ?? []));
  },
  vocabularyTexts: async ({ ids }) => (await model()).vocabularyTexts(ids),
  memory: async () => (await model()).memory(),
  nearest: async ({ vector, k }) => (await model()).nearest(vector, k),
});
