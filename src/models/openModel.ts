import { Fault } from '../contract/fault.ts';
import type { Device } from '../contract/options.ts';
import { type Asset, fetchAsset } from './assets.ts';
import type { EmbeddingModel, LoadProgress } from './embeddingModel.ts';
import { LoadCounter } from './loadProgress.ts';
import type { ContextualCard, ModelCard, ModelFile, StaticCard } from './modelCard.ts';
import { modelFolder } from './registry.ts';
import { runtimeFiles } from './runtimeFiles.ts';
import { leastCosine, selfCheck } from './selfCheck.ts';

export interface OpenOptions {
  readonly device: Device;
  /** Absolute URL of the app. */
  readonly base: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
}

/** Fetches files for one model, and remembers whether the browser kept them all. */
class Shelf {
  cached = true;
  readonly #counter: LoadCounter;
  readonly #card: ModelCard;
  readonly #options: OpenOptions;

  constructor(card: ModelCard, options: OpenOptions) {
    this.#card = card;
    this.#options = options;
    this.#counter = new LoadCounter(options.onProgress);
  }

  take(file: ModelFile): Promise<Uint8Array<ArrayBuffer>> {
    return this.takeFrom({
      ...file,
      url: new URL(file.path, modelFolder(this.#card.id, this.#options.base)).href,
    });
  }

  async takeFrom(asset: Asset): Promise<Uint8Array<ArrayBuffer>> {
    const { signal } = this.#options;
    const { data, cached } = await fetchAsset(asset, { signal, ...this.#counter.track(asset.bytes) });
    this.cached &&= cached;
    return data;
  }
}

/**
 * Loads a model in this thread, checks it against the card's reference vectors, and gives it. What a kind needs is
 * imported with it. Throws Fault `asset-unreachable`, `asset-refused`, `asset-corrupt`, `out-of-memory`,
 * `runtime-failed`, `self-check-failed`, or an AbortError.
 */
export function openModel(card: ModelCard, options: OpenOptions): Promise<EmbeddingModel> {
  return card.kind === 'static' ? openStatic(card, options) : openContextual(card, options);
}

async function openStatic(card: StaticCard, options: OpenOptions): Promise<EmbeddingModel> {
  const shelf = new Shelf(card, options);
  const { origins } = card.files;
  const [bytes, list, parts] = await Promise.all([
    shelf.take(card.files.vectors),
    shelf.take(card.files.vocabulary),
    import('./staticParts.ts'),
  ]);
  options.onProgress({ stage: 'session', done: 0, total: 1 });
  const model = parts.makeStaticModel(card, bytes, list, {
    cached: shelf.cached,
    origins: origins
      ? async () =>
          (
            await fetchAsset({
              ...origins,
              url: new URL(origins.path, modelFolder(card.id, options.base)).href,
            })
          ).data
      : null,
  });
  options.onProgress({ stage: 'self-check', done: 0, total: 1 });
  const cosine = await selfCheck(model);
  if (!(cosine >= leastCosine)) throw failed(card, cosine);
  model.passed(cosine);
  return model;
}

async function openContextual(card: ContextualCard, options: OpenOptions): Promise<EmbeddingModel> {
  const shelf = new Shelf(card, options);
  const { signal, onProgress, device } = options;
  const tokenizerFile = shelf.take(card.files.tokenizer);
  const graph = shelf.take(card.files.graph);
  // both are awaited below; until then a failure of either must not count as unhandled
  tokenizerFile.catch(() => {});
  graph.catch(() => {});
  const [{ Encoder }, { OnnxModel }, { TextTokenizer }, { startRuntime }] = await Promise.all([
    import('./encoder.ts'),
    import('./onnxModel.ts'),
    import('../text/tokenizer.ts'),
    import('./onnxRuntime.ts'),
  ]);
  const encoder = await Encoder.open(device, {
    gpu: navigator.gpu,
    graph: () => graph,
    runtime: async (kind) => {
      const file = runtimeFiles[kind];
      const [binary] = await Promise.all([
        shelf.takeFrom({ ...file, url: new URL(file.url, import.meta.url).href }),
        graph,
        tokenizerFile,
      ]);
      signal.throwIfAborted();
      onProgress({ stage: 'session', done: 0, total: 1 });
      return startRuntime(kind, binary);
    },
  });
  const tokenizer = new TextTokenizer(JSON.parse(new TextDecoder().decode(await tokenizerFile)));
  const model = new OnnxModel(card, tokenizer, encoder, {
    cached: shelf.cached,
    held: (await graph).byteLength,
  });
  onProgress({ stage: 'self-check', done: 0, total: 1 });
  let cosine = await selfCheck(model);
  if (!(cosine >= leastCosine) && encoder.report.device === 'webgpu') {
    await encoder.moveToWasm('self-check-failed');
    cosine = await selfCheck(model);
  }
  if (!(cosine >= leastCosine)) throw failed(card, cosine);
  encoder.passed(cosine);
  return model;
}

function failed(card: ModelCard, cosine: number): Fault {
  return new Fault('self-check-failed', { model: card.id, cosine: Number(cosine.toFixed(4)) });
}
