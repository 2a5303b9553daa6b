import { Fault } from '../../contract/fault.ts';

/**
 * One computation's use of a device: its buffers, its submits and its end. Waiting throws Fault `device-lost` where the
 * GPU is gone, Fault `out-of-memory` or an Error where it refused something, and the signal's reason at once after an
 * abort. `end` must be called; the device stays the caller's.
 */
export class GpuWork {
  readonly device: GPUDevice;
  readonly #signal: AbortSignal | undefined;
  readonly #buffers: GPUBuffer[] = [];
  /** Rejects when the computation is not to go on. */
  readonly #stopped: Promise<never>;
  #stop: (reason: unknown) => void = () => {};

  constructor(device: GPUDevice, signal?: AbortSignal) {
    this.device = device;
    this.#signal = signal;
    this.#stopped = new Promise((_, reject) => {
      this.#stop = reject;
    });
    // it may be rejected while nobody waits
    this.#stopped.catch(() => {});
    void device.lost.then(() => this.#stop(new Fault('device-lost')));
    device.addEventListener('uncapturederror', this.#onError);
    signal?.addEventListener('abort', this.#onAbort);
    if (signal?.aborted) this.#onAbort();
  }

  #onError = ({ error }: GPUUncapturedErrorEvent): void => {
    const tooMuch = error instanceof GPUOutOfMemoryError;
    this.#stop(tooMuch ? new Fault('out-of-memory') : new Error(`WebGPU: ${error.message}`));
  };

  #onAbort = (): void => this.#stop(this.#signal?.reason);

  /** A buffer of `bytes`, zeros at first, until `end`. */
  buffer(bytes: number, usage: GPUBufferUsageFlags): GPUBuffer {
    const buffer = this.device.createBuffer({ size: roundUp(bytes, 4), usage });
    this.#buffers.push(buffer);
    return buffer;
  }

  /** A buffer of `bytes` to read in shaders, which `write` fills. */
  filled(bytes: number, write: (target: ArrayBuffer) => void): GPUBuffer {
    const size = Math.max(4, roundUp(bytes, 4));
    let buffer: GPUBuffer;
    try {
      buffer = this.device.createBuffer({ size, usage: GPUBufferUsage.STORAGE, mappedAtCreation: true });
    } catch (error) {
      // the specification has createBuffer throw a RangeError where the memory to be mapped cannot be had
      throw error instanceof RangeError ? new Fault('out-of-memory', {}, { cause: error }) : error;
    }
    this.#buffers.push(buffer);
    write(buffer.getMappedRange());
    buffer.unmap();
    return buffer;
  }

  /** A pipeline of one shader and, where several share bindings, their layout. */
  async pipeline(code: string, layout: GPUPipelineLayout | 'auto' = 'auto'): Promise<GPUComputePipeline> {
    const module = this.device.createShaderModule({ code });
    return this.#before(this.device.createComputePipelineAsync({ layout, compute: { module } }));
  }

  submit(encoder: GPUCommandEncoder): void {
    this.device.queue.submit([encoder.finish()]);
  }

  /** Waits until all that was submitted is done. */
  async settled(): Promise<void> {
    await this.#before(this.device.queue.onSubmittedWorkDone());
  }

  /** The contents of a buffer made with MAP_READ, copied; earlier submits are done then. */
  async read(buffer: GPUBuffer): Promise<ArrayBuffer> {
    await this.#before(buffer.mapAsync(GPUMapMode.READ));
    const copy = buffer.getMappedRange().slice(0);
    buffer.unmap();
    return copy;
  }

  /** Frees all buffers, also those in use: the GPU keeps them until it is done. */
  end(): void {
    this.device.removeEventListener('uncapturederror', this.#onError);
    this.#signal?.removeEventListener('abort', this.#onAbort);
    for (const buffer of this.#buffers) buffer.destroy();
  }

  async #before<T>(answer: Promise<T>): Promise<T> {
    // what a lost device rejects with (an AbortError for one) would be taken for a cancellation
    const known = answer.catch(async (error: unknown) => {
      const lost = await Promise.race([this.device.lost.then(() => true), nextTask()]);
      throw lost ? new Fault('device-lost') : new Error(`WebGPU: ${String(error)}`, { cause: error });
    });
    const result = await Promise.race([this.#stopped, known]);
    // an error that was told before the answer
    await Promise.race([this.#stopped, Promise.resolve()]);
    return result;
  }
}

const nextTask = () => new Promise<false>((resolve) => setTimeout(() => resolve(false)));

/** `value` or the next multiple of `step`. */
export function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
