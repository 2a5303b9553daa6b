import type { AssetOptions } from './assets.ts';
import type { LoadProgress } from './embeddingModel.ts';

/** Adds up the bytes of files that load side by side, and says when the last of them is only being verified. */
export class LoadCounter {
  readonly #report: (progress: LoadProgress) => void;
  readonly #files: { done: number; bytes: number; arrived: boolean }[] = [];

  constructor(report: (progress: LoadProgress) => void) {
    this.#report = report;
  }

  /** The callbacks of one more file. */
  track(bytes: number): Pick<AssetOptions, 'onBytes' | 'onVerify'> {
    const file = { done: 0, bytes, arrived: false };
    this.#files.push(file);
    return {
      onBytes: (done) => {
        file.done = done;
        this.#tell();
      },
      onVerify: () => {
        file.arrived = true;
        if (this.#files.every(({ arrived }) => arrived)) this.#report({ stage: 'verify', done: 0, total: 1 });
      },
    };
  }

  #tell(): void {
    const sum = (pick: (file: { done: number; bytes: number }) => number) =>
      this.#files.reduce((total, file) => total + pick(file), 0);
    this.#report({ stage: 'download', done: sum(({ done }) => done), total: sum(({ bytes }) => bytes) });
  }
}
