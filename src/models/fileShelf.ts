import { type Asset, type AssetOptions, fetchAsset } from './assets.ts';
import type { ModelFile } from './modelCard.ts';
import { modelFolder } from './registry.ts';

/** Where a shelf's files come from, and who hears of their arrival. */
export interface ShelfOptions {
  readonly id: string;
  /** Absolute URL of the app. */
  readonly base: string;
  readonly signal: AbortSignal;
  /** The callbacks of one more file of this size. */
  readonly track: (bytes: number) => Pick<AssetOptions, 'onBytes' | 'onVerify'>;
}

interface OnShelf {
  readonly data: Promise<Uint8Array<ArrayBuffer>>;
  /** 0 until they are here. */
  bytes: number;
  /** Whether the browser keeps the file, so that it can be had again without a network. */
  kept: boolean;
}

/**
 * The verified files of one model in this thread. A file is fetched once while it lies here; `clear` takes away what
 * the browser keeps anyway, and a later `take` reads it from there again, verified again.
 */
export class FileShelf {
  readonly #options: ShelfOptions;
  readonly #files = new Map<string, OnShelf>();
  #loading = true;
  #cached = true;

  constructor(options: ShelfOptions) {
    this.#options = options;
  }

  /** Whether the browser keeps every file that was taken. */
  get cached(): boolean {
    return this.#cached;
  }

  /** Bytes of the files that lie here now. */
  get held(): number {
    let sum = 0;
    for (const { bytes } of this.#files.values()) sum += bytes;
    return sum;
  }

  /** A file of the model's folder. Throws what fetchAsset throws. */
  take(file: ModelFile): Promise<Uint8Array<ArrayBuffer>> {
    const { id, base } = this.#options;
    return this.takeFrom({ ...file, url: new URL(file.path, modelFolder(id, base)).href });
  }

  /** A file of any address. Throws what fetchAsset throws. */
  takeFrom(asset: Asset): Promise<Uint8Array<ArrayBuffer>> {
    const known = this.#files.get(asset.sha256);
    if (known) return known.data;
    // once the model is there, nobody waits for its load any more
    const { signal, track } = this.#options;
    const options = this.#loading ? { signal, ...track(asset.bytes) } : {};
    const fetched = fetchAsset(asset, options);
    const file: OnShelf = { data: fetched.then(({ data }) => data), bytes: 0, kept: false };
    this.#files.set(asset.sha256, file);
    fetched.then(
      ({ data, cached }) => {
        file.bytes = data.byteLength;
        file.kept = cached;
        this.#cached &&= cached;
      },
      () => this.#files.delete(asset.sha256),
    );
    return file.data;
  }

  /** Takes a file away, kept or not: it is not needed again. */
  drop({ sha256 }: ModelFile): void {
    this.#files.delete(sha256);
  }

  /** Takes away what can be had again. */
  clear(): void {
    for (const [sha256, { kept }] of this.#files) if (kept) this.#files.delete(sha256);
  }

  /** The load is over: what is taken from now on is nobody's progress, and is not cancelled with it. */
  settle(): void {
    this.#loading = false;
    this.clear();
  }
}
