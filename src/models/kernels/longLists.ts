import { isAbort } from '../../contract/fault.ts';
import { allFinite } from '../encoder.ts';
import type { OutputTensor, TokenBatch } from '../onnxRuntime.ts';
import type { KernelEncoder } from './kernelEncoder.ts';

/** Kernels for long lists, as the runner of batches asks for them. */
type Kernels = Pick<KernelEncoder, 'run' | 'gives' | 'dispose'>;

/**
 * Tokens from which on a list is run on kernels of our own. By the number alone, so that a list gives the same vectors
 * whatever was asked before it.
 */
export const LONG_LIST = 2048;

/**
 * The kernels of a model, made for its first long list and kept as long as the model. Where they cannot be had, or fail,
 * the runtime does the work, as it does for short lists.
 */
export class LongLists {
  readonly #open: () => Promise<Kernels | null>;
  #kernels: Promise<Kernels | null> | null = null;

  /** `open` gives null where the browser or the model has none. */
  constructor(open: () => Promise<Kernels | null>) {
    this.#open = open;
  }

  /** Whether a list of so many tokens can have these outputs from kernels. Never throws. */
  async take(tokens: number, outputs: readonly string[]): Promise<boolean> {
    if (tokens < LONG_LIST) return false;
    this.#kernels ??= this.#open().catch(() => null);
    return (await this.#kernels)?.gives(outputs) ?? false;
  }

  /** As KernelEncoder.run, all numbers finite; null, now and for ever, once they have failed. */
  async run(
    batch: TokenBatch,
    outputs: readonly string[],
    firstOnly: boolean,
  ): Promise<OutputTensor[] | null> {
    const kernels = await this.#kernels;
    if (!kernels) return null;
    try {
      const results = kernels.run(batch, outputs, firstOnly);
      if (results.every(allFinite)) return results;
    } catch (error) {
      if (isAbort(error)) throw error;
    }
    this.dispose();
    return null;
  }

  dispose(): void {
    void this.#kernels?.then((kernels) => kernels?.dispose());
    this.#kernels = Promise.resolve(null);
  }
}
