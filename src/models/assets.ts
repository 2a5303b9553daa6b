import { Fault, isAbort } from '../contract/fault.ts';
import { evict, isKept, keep, takeKept } from './assetCache.ts';
import { startChecksum } from './checksum.ts';
import type { ModelCard, ModelFile } from './modelCard.ts';
import { type RuntimeKind, runtimeFiles } from './runtimeFiles.ts';

/** A file with the address it is served from. */
export interface Asset extends ModelFile {
  readonly url: string;
}

export interface FetchedAsset {
  readonly data: Uint8Array<ArrayBuffer>;
  /** Whether the browser keeps it, so that the next visit needs no download. */
  readonly cached: boolean;
}

export interface AssetOptions {
  readonly signal?: AbortSignal;
  /** Called with the bytes of this file that are here, after every chunk; may start again at 0. */
  readonly onBytes?: (done: number) => void;
  /** Called when the last byte is here and the checksum is computed. */
  readonly onVerify?: () => void;
}

/** The files of its own that a model fetches when it is loaded: all but the origins of a static model's words. */
export function neededFiles(card: ModelCard): ModelFile[] {
  if (card.kind === 'static') return [card.files.vectors, card.files.vocabulary];
  const { graph, tokenizer, weights = [], head } = card.files;
  return [graph, tokenizer, ...weights, ...(head ? [head] : [])];
}

/** Bytes of the files of its own that a model fetches when it is loaded, unpacked. */
export function ownBytes(card: ModelCard): number {
  return neededFiles(card).reduce((sum, file) => sum + file.bytes, 0);
}

function allFiles(card: ModelCard, runtime: RuntimeKind): ModelFile[] {
  return card.kind === 'contextual' ? [...neededFiles(card), runtimeFiles[runtime]] : neededFiles(card);
}

/**
 * Bytes that are read before the model's first vector, unpacked, the runtime of a contextual model included;
 * `runtime` is `wasm` unless it is known that the GPU will be used.
 */
export function totalBytes(card: ModelCard, runtime: RuntimeKind = 'wasm'): number {
  return allFiles(card, runtime).reduce((sum, file) => sum + file.bytes, 0);
}

/** Whether the browser keeps all that `totalBytes` counts, so that loading it downloads nothing. Never throws. */
export async function isCached(card: ModelCard, runtime: RuntimeKind = 'wasm'): Promise<boolean> {
  const kept = await Promise.all(allFiles(card, runtime).map((file) => isKept(file.sha256)));
  return kept.every(Boolean);
}

function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0];
}

/**
 * One request, with what can go wrong before the first byte told apart: `asset-unreachable` when nobody
 * answers, `asset-refused` when the answer is an error or an HTML page that stands in for a missing file.
 */
async function request(url: string, file: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new Fault('asset-unreachable', { file, url: withoutQuery(url) }, { cause: error });
  }
  const html = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (response.ok && !html) return response;
  await response.body?.cancel().catch(() => {});
  // hosts that answer every unknown path with their start page say 200 where they mean 404
  throw new Fault('asset-refused', { file, status: html && response.ok ? 404 : response.status });
}

/** Fetches and parses a small JSON file. Throws Fault `asset-unreachable`, `asset-refused` or `asset-corrupt`. */
export async function fetchJson(url: string, file: string, signal?: AbortSignal): Promise<unknown> {
  const response = await request(url, file, { signal });
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new Fault('asset-unreachable', { file, url: withoutQuery(url) }, { cause: error });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Fault('asset-corrupt', { file, expected: 'JSON', got: text.slice(0, 40) }, { cause: error });
  }
}

function corrupt(file: string, expected: string | number, got: string | number): Fault {
  return new Fault('asset-corrupt', { file, expected, got });
}

async function download(
  asset: Asset,
  init: RequestInit,
  options: AssetOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await request(asset.url, asset.path, { ...init, signal: options.signal });
  const checksum = await startChecksum();
  const data = new Uint8Array(asset.bytes);
  const reader = response.body?.getReader();
  let done = 0;
  options.onBytes?.(0);
  while (reader) {
    let chunk: ReadableStreamReadResult<Uint8Array<ArrayBuffer>>;
    try {
      chunk = await reader.read();
    } catch (error) {
      if (isAbort(error)) throw error;
      const details = { file: asset.path, url: withoutQuery(asset.url), done, bytes: asset.bytes };
      throw new Fault('asset-unreachable', details, { cause: error });
    }
    if (chunk.done) break;
    if (done + chunk.value.byteLength > asset.bytes) {
      await reader.cancel().catch(() => {});
      throw corrupt(asset.path, asset.bytes, `> ${asset.bytes}`);
    }
    data.set(chunk.value, done);
    checksum.update(chunk.value);
    done += chunk.value.byteLength;
    options.onBytes?.(done);
  }
  if (done !== asset.bytes) throw corrupt(asset.path, asset.bytes, done);
  options.onVerify?.();
  const got = await checksum.finish(data);
  if (got !== asset.sha256) throw corrupt(asset.path, asset.sha256.slice(0, 12), got.slice(0, 12));
  return data;
}

async function fromCache(asset: Asset, options: AssetOptions): Promise<Uint8Array<ArrayBuffer> | null> {
  const data = await takeKept(asset.sha256);
  if (!data) return null;
  options.signal?.throwIfAborted();
  options.onBytes?.(data.byteLength);
  options.onVerify?.();
  const checksum = await startChecksum();
  checksum.update(data);
  if (data.byteLength === asset.bytes && (await checksum.finish(data)) === asset.sha256) return data;
  await evict(asset.sha256);
  return null;
}

/**
 * The verified bytes of a file: from the browser's cache by its sha256, or streamed from its address and then
 * kept. What does not have the size and sha256 of the card is never kept; since the browser's own HTTP cache
 * may hold the broken copy, it is asked for once more past that cache.
 * Throws Fault `asset-unreachable`, `asset-refused`, `asset-corrupt`, `out-of-memory`, or an AbortError.
 */
export async function fetchAsset(asset: Asset, options: AssetOptions = {}): Promise<FetchedAsset> {
  options.signal?.throwIfAborted();
  try {
    const kept = await fromCache(asset, options);
    if (kept) return { data: kept, cached: true };
    const data = await download(asset, {}, options).catch((error) => {
      if (!(error instanceof Fault) || error.code !== 'asset-corrupt') throw error;
      return download(asset, { cache: 'reload' }, options);
    });
    return { data, cached: await keep(asset.sha256, data) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Fault('out-of-memory', { bytes: asset.bytes, file: asset.path }, { cause: error });
  }
}
