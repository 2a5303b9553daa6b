import { Fault } from '../contract/fault.ts';
import type { Device } from '../contract/options.ts';
import { neededFiles } from './assets.ts';
import type { EmbeddingModel, LoadProgress, ModelForm } from './embeddingModel.ts';
import type { Encoder } from './encoder.ts';
import { FileShelf } from './fileShelf.ts';
import { graphFiles } from './graphFiles.ts';
import { LongLists } from './kernels/longLists.ts';
import { LoadCounter } from './loadProgress.ts';
import { megabytesNeeded } from './memoryNeeded.ts';
import type { ContextualCard, ModelCard, StaticCard } from './modelCard.ts';
import { runtimeFiles } from './runtimeFiles.ts';
import { leastCosine, selfCheck } from './selfCheck.ts';

export interface OpenOptions {
  readonly device: Device;
  /** What the session of a contextual model is made for; `plain` by default. */
  readonly form?: ModelForm;
  /** Absolute URL of the app. */
  readonly base: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
}

/**
 * Loads a model in this thread, checks it against the card's reference vectors, and gives it. What a kind needs is
 * imported with it. Throws Fault `asset-unreachable`, `asset-refused`, `asset-corrupt`, `model-memory`,
 * `out-of-memory`, `runtime-failed`, `self-check-failed`, or an AbortError.
 */
export async function openModel(card: ModelCard, options: OpenOptions): Promise<EmbeddingModel> {
  const shelf = openShelf(card, options);
  try {
    return await (card.kind === 'static'
      ? openStatic(card, shelf, options)
      : openContextual(card, shelf, options));
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'out-of-memory') throw error;
    throw new Fault('model-memory', { model: card.id, megabytes: megabytesNeeded(card) }, { cause: error });
  }
}

function openShelf({ id }: ModelCard, { base, signal, onProgress }: OpenOptions): FileShelf {
  const counter = new LoadCounter(onProgress);
  return new FileShelf({ id, base, signal, track: (bytes) => counter.track(bytes) });
}

async function openStatic(card: StaticCard, shelf: FileShelf, options: OpenOptions): Promise<EmbeddingModel> {
  const { origins } = card.files;
  const [bytes, list, parts] = await Promise.all([
    shelf.take(card.files.vectors),
    shelf.take(card.files.vocabulary),
    import('./staticParts.ts'),
  ]);
  options.onProgress({ stage: 'session', done: 0, total: 1 });
  // what is made of them holds all that is needed
  for (const file of neededFiles(card)) shelf.drop(file);
  shelf.settle();
  const model = parts.makeStaticModel(card, bytes, list, {
    cached: shelf.cached,
    origins: origins
      ? async () => {
          const packed = await shelf.take(origins);
          shelf.drop(origins);
          return packed;
        }
      : null,
  });
  options.onProgress({ stage: 'self-check', done: 0, total: 1 });
  const cosine = await selfCheck(model);
  if (!(cosine >= leastCosine)) throw failed(card, cosine);
  model.passed(cosine);
  return model;
}

async function openContextual(
  card: ContextualCard,
  shelf: FileShelf,
  options: OpenOptions,
): Promise<EmbeddingModel> {
  const { signal, onProgress, device, form = 'plain' } = options;
  // each is awaited where it is needed; until then a failure must not count as unhandled
  const files = neededFiles(card).map((file) => shelf.take(file));
  for (const file of files) file.catch(() => {});
  // what waits for it must not keep the bytes themselves
  const arrived = Promise.all(files).then(() => {});
  arrived.catch(() => {});
  const tokenizerFile = shelf.take(card.files.tokenizer);
  const [{ Encoder }, { OnnxModel }, { TextTokenizer }, { startRuntime }] = await Promise.all([
    import('./encoder.ts'),
    import('./onnxModel.ts'),
    import('../text/tokenizer.ts'),
    import('./onnxRuntime.ts'),
  ]);
  let loading = true;
  const encoder = await Encoder.open(device, {
    gpu: navigator.gpu,
    graph: (name) => graphFiles(card, shelf, name, form),
    runtime: async (kind) => {
      const file = runtimeFiles[kind];
      const fetching = shelf.takeFrom({ ...file, url: new URL(file.url, import.meta.url).href });
      const [binary] = await Promise.all([fetching, arrived]);
      // the runtime compiles it once and needs it no more
      shelf.drop(file);
      if (loading) {
        signal.throwIfAborted();
        onProgress({ stage: 'session', done: 0, total: 1 });
      }
      return startRuntime(kind, binary);
    },
    made: () => shelf.clear(),
  });
  const tokenizer = new TextTokenizer(JSON.parse(new TextDecoder().decode(await tokenizerFile)));
  shelf.drop(card.files.tokenizer);
  const { cached } = shelf;
  const longLists = new LongLists(async () =>
    // the kernels know the body as it is, and are checked against the card's vectors
    form === 'plain' && card.family === 'BERT'
      ? (await import('./kernels/openKernels.ts')).openKernels({ card, files: shelf, tokenizer })
      : null,
  );
  const model = new OnnxModel(card, tokenizer, encoder, shelf, { cached, form, longLists });
  // without its positions a model gives other vectors, and is meant to
  if (form !== 'unplaced') await check(model, encoder, card, onProgress);
  loading = false;
  shelf.settle();
  return model;
}

/** Throws Fault `self-check-failed` where neither the GPU nor WASM gives the card's reference vectors. */
async function check(
  model: EmbeddingModel,
  encoder: Encoder,
  card: ContextualCard,
  onProgress: OpenOptions['onProgress'],
): Promise<void> {
  onProgress({ stage: 'self-check', done: 0, total: 1 });
  let cosine = await selfCheck(model);
  if (!(cosine >= leastCosine) && encoder.report.device === 'webgpu') {
    await encoder.moveToWasm('self-check-failed');
    cosine = await selfCheck(model);
  }
  if (!(cosine >= leastCosine)) throw failed(card, cosine);
  encoder.passed(cosine);
}

function failed(card: ModelCard, cosine: number): Fault {
  return new Fault('self-check-failed', { model: card.id, cosine: Number(cosine.toFixed(4)) });
}
