import type { Device, Layer } from '../contract/options.ts';
import { type Client, connect } from '../workers/rpc.ts';
import type {
  Attention,
  DeviceReport,
  Embedded,
  EmbeddedOccurrences,
  EmbeddingModel,
  LoadProgress,
  ModelForm,
  Predictions,
  PredictOptions,
  QueriesAndKeys,
  Span,
  TextOptions,
  TokenOptions,
  TokenStates,
  WorkOptions,
} from './embeddingModel.ts';
import type { ModelCard } from './modelCard.ts';
import type { ModelMethods } from './modelProtocol.ts';
import { loadCard } from './registry.ts';

export interface LoadOptions {
  readonly device?: Device;
  /** What the session of a contextual model is made for; `plain` by default. */
  readonly form?: ModelForm;
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
    const { layer, pooling, role } = options;
    return this.#noted(this.#client.call('embedTexts', { texts, layer, pooling, role }, counted(options)));
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

  async tokenStates(text: string, layers: readonly Layer[], options: TokenOptions = {}) {
    const { role, maxTokens } = options;
    return this.#noted<TokenStates | null>(
      this.#client.call('tokenStates', { text, layers, role, maxTokens }, counted(options)),
    );
  }

  async attention(text: string, layers: readonly number[], options: TokenOptions = {}) {
    const { role, maxTokens } = options;
    return this.#noted<Attention | null>(
      this.#client.call('attention', { text, layers, role, maxTokens }, { signal: options.signal }),
    );
  }

  async queriesAndKeys(text: string, layer: number, options: TokenOptions = {}) {
    const { role, maxTokens } = options;
    return this.#noted<QueriesAndKeys | null>(
      this.#client.call('queriesAndKeys', { text, layer, role, maxTokens }, { signal: options.signal }),
    );
  }

  positionTable() {
    return this.#client.call('positionTable', null);
  }

  nearestTokens(vectors: Float32Array<ArrayBuffer>, k: number, options: WorkOptions = {}) {
    return this.#client.call('nearestTokens', { vectors, k }, counted(options));
  }

  async predict(texts: readonly string[], options: PredictOptions) {
    const { layers, k, temperature, at } = options;
    return this.#noted<Predictions | null>(
      this.#client.call('predict', { texts, layers, k, temperature, at }, counted(options)),
    );
  }

  vocabularyTexts(ids: readonly number[]) {
    return this.#client.call('vocabularyTexts', { ids });
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
 * `asset-refused`, `asset-corrupt`, `model-memory`, `out-of-memory`, `runtime-failed`, `self-check-failed`, `worker-failed`, or an
 * AbortError.
 */
export async function loadModel(
  model: string | ModelCard,
  options: LoadOptions = {},
): Promise<EmbeddingModel> {
  const {
    device = 'auto',
    form = 'plain',
    base = new URL('.', document.baseURI).href,
    signal,
    onProgress,
  } = options;
  const card = typeof model === 'string' ? await loadCard(model, base, signal) : model;
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./modelWorker.ts', import.meta.url), { type: 'module' });
  const client = connect<ModelMethods>(worker);
  try {
    return new RemoteModel(
      card,
      client,
      await client.call('load', { card, device, form, base }, { signal, onProgress }),
    );
  } catch (error) {
    client.dispose();
    throw error;
  }
}
