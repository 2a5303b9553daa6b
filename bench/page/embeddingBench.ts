import type { Device } from '../../src/contract/options.ts';

/** One side of the comparison: a model, loaded in a worker. */
export interface Embedder {
  readonly dim: number;
  readonly device: string;
  readonly threads: number;
  /** One call of the library; n × dim numbers. */
  embed(texts: readonly string[]): Promise<Float32Array>;
}

/** How a list is cut into calls: as it stands, in `size` texts a call, or sorted by length before that. */
interface Batching {
  readonly size: number;
  readonly sorted: boolean;
}

/** What bench/embedding.mjs calls in the page. */
interface EmbeddingBench {
  /** Waits for the model; `ms` is the time from navigation until it was ready. */
  ready(): Promise<{ ms: number; dim: number; device: string; threads: number }>;
  /** Milliseconds for the whole list. */
  time(texts: readonly string[], batching: Batching): Promise<number>;
  /** The vectors of the list in its order, n × dim. */
  vectors(texts: readonly string[], batching: Batching): Promise<number[]>;
}

declare global {
  var embeddingBench: EmbeddingBench;
}

/** The indices of the texts of each call. */
function calls(texts: readonly string[], { size, sorted }: Batching): number[][] {
  const order = texts.map((_, index) => index);
  if (sorted) order.sort((a, b) => texts[b].length - texts[a].length || a - b);
  return Array.from({ length: Math.ceil(order.length / size) }, (_, call) =>
    order.slice(call * size, (call + 1) * size),
  );
}

async function embedAll(embedder: Embedder, texts: readonly string[], batching: Batching) {
  const { dim } = embedder;
  const all = new Float32Array(texts.length * dim);
  for (const indices of calls(texts, batching)) {
    const rows = await embedder.embed(indices.map((index) => texts[index]));
    for (const [row, index] of indices.entries()) {
      all.set(rows.subarray(row * dim, (row + 1) * dim), index * dim);
    }
  }
  return all;
}

/** Starts loading at once, with the model and device that the page's address names, and offers the bench. */
export function offerBench(open: (model: string, device: Device) => Promise<Embedder>): void {
  const asked = new URLSearchParams(location.search);
  const device = asked.get('device') === 'webgpu' ? 'webgpu' : 'wasm';
  const opened = open(asked.get('model') ?? '', device).then((embedder) => ({
    embedder,
    ms: performance.now(),
  }));
  opened.catch(() => {});
  globalThis.embeddingBench = {
    async ready() {
      const { embedder, ms } = await opened;
      return { ms, dim: embedder.dim, device: embedder.device, threads: embedder.threads };
    },
    async time(texts, batching) {
      const { embedder } = await opened;
      const start = performance.now();
      await embedAll(embedder, texts, batching);
      return performance.now() - start;
    },
    async vectors(texts, batching) {
      return Array.from(await embedAll((await opened).embedder, texts, batching));
    },
  };
}
