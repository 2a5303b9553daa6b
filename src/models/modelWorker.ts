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

function moved(embedded: Embedded): Transfer<Embedded> {
  const { data, coverage } = embedded;
  return new Transfer(embedded, coverage ? [data.buffer, coverage.buffer] : [data.buffer]);
}

serve<ModelMethods>(self as DedicatedWorkerGlobalScope, {
  async load({ card, device, base }, { signal, progress }) {
    opened = openModel(card, { device, base, signal, onProgress: progress });
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
  memory: async () => (await model()).memory(),
  nearest: async ({ vector, k }) => (await model()).nearest(vector, k),
});
