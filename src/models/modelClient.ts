import type { Device, Layer } from '../contract/options.ts';
import { type Client, connect } from '../workers/rpc.ts';
import type {
  DeviceReport,
  Embedded,
  EmbeddedOccurrences,
  EmbeddingModel,
  LoadProgress,
  Span,
  TextOptions,
  WorkOptions,
} from './embeddingModel.ts';
import type { ModelCard } from './modelCard.ts';
import type { ModelMethods } from './modelProtocol.ts';
import { loadCard } from './registry.ts';

export interface LoadOptions {
  readonly device?: Device;
  /** Absolute URL of the app, under which `models/` lies; by default that of the page. */
  readonly base?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
}

/** A model in a worker of its own. */
class RemoteModel implements EmbeddingModel {
  readonly card: ModelCard;
  readonly cached: boolean;
  readonly #client: Client<ModelMethods>;
  #report: DeviceReport;

  constructor(
    card: ModelCard,
    client: Client<ModelMethods>,
    loaded: { report: DeviceReport; cached: boolean },
  ) {
    this.card = card;
    this.cached = loaded.cached;
    this.#client = client;
    this.#report = loaded.report;
  }

  /** As the last answer said: a session whose GPU is lost moves to WASM. */
  get report(): DeviceReport {
    return this.#report;
  }

  embedTexts(texts: readonly string[], options: TextOptions = {}): Promise<Embedded> {
    const { layer, pooling } = options;
    return this.#noted(this.#client.call('embedTexts', { texts, layer, pooling }, counted(options)));
  }

  embedSpans(spans: readonly Span[], options: TextOptions = {}): Promise<Embedded> {
    const { layer, pooling } = options;
    return this.#noted(this.#client.call('embedSpans', { spans, layer, pooling }, counted(options)));
  }

  async embedOccurrences(
    spans: readonly Span[],
    layers: readonly Layer[],
    options: WorkOptions = {},
  ): Promise<EmbeddedOccurrences | null> {
    return this.#noted(this.#client.call('embedOccurrences', { spans, layers }, counted(options)));
  }

  tokenize(texts: readonly string[]) {
    return this.#client.call('tokenize', { texts });
  }

  origin(word: string) {
    return this.#client.call('origin', { word });
  }

  nearest(vector: Float32Array<ArrayBuffer>, k: number) {
    return this.#client.call('nearest', { vector, k });
  }

  dictionary() {
    return this.#client.call('dictionary', null);
  }

  memory() {
    return this.#client.call('memory', null);
  }

  /** Ends the worker, which frees all its memory and its GPU device. */
  dispose(): void {
    this.#client.dispose();
  }

  async #noted<T extends { report: DeviceReport } | null>(answer: Promise<T>): Promise<T> {
    const embedded = await answer;
    if (embedded) this.#report = embedded.report;
    return embedded;
  }
}

function counted({ signal, onProgress }: WorkOptions) {
  return {
    signal,
    onProgress: ({ done, total }: { done: number; total: number }) => onProgress?.(done, total),
  };
}

/**
 * Loads a model, by its id or its card, into a worker of its own. `dispose` ends that worker; so does a load that
 * fails or is cancelled, and the next one starts from nothing. Throws Fault `card-invalid`, `asset-unreachable`,
 * `asset-refused`, `asset-corrupt`, `out-of-memory`, `runtime-failed`, `self-check-failed`, `worker-failed`, or an
 * AbortError.
 */
export async function loadModel(
  model: string | ModelCard,
  options: LoadOptions = {},
): Promise<EmbeddingModel> {
  const { device = 'auto', base = new URL('.', document.baseURI).href, signal, onProgress } = options;
  const card = typeof model === 'string' ? await loadCard(model, base, signal) : model;
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./modelWorker.ts', import.meta.url), { type: 'module' });
  const client = connect<ModelMethods>(worker);
  try {
    return new RemoteModel(
      card,
      client,
      await client.call('load', { card, device, base }, { signal, onProgress }),
    );
  } catch (error) {
    client.dispose();
    throw error;
  }
}
