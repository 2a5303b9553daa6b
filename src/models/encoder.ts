import { Fault, isAbort } from '../contract/fault.ts';
import type { Device } from '../contract/options.ts';
import { decideDevice, describeAdapter, findAdapter, requestDevice } from './device.ts';
import type { DeviceReason, DeviceReport } from './embeddingModel.ts';
import type { OnnxRuntime, OnnxSession, TokenBatch } from './onnxRuntime.ts';
import type { RuntimeKind } from './runtimeFiles.ts';

/** What the encoder takes from outside; tests give their own. */
export interface EncoderParts {
  readonly gpu: GPU | undefined;
  readonly graph: () => Promise<Uint8Array<ArrayBuffer>>;
  readonly runtime: (kind: RuntimeKind) => Promise<OnnxRuntime>;
}

/** Milliseconds to wait for the browser's word that a device is lost, once a run on it has failed. */
const lossGrace = 200;

/**
 * A session that always answers: it runs on the GPU where that was chosen, and moves to WASM for good when the
 * GPU cannot make a session, fails in a run, gives numbers that are none, or is lost. Runs are serialised.
 */
export class Encoder {
  readonly #parts: EncoderParts;
  #runtime: OnnxRuntime | null = null;
  #session: OnnxSession | null = null;
  #device: GPUDevice | null = null;
  /** Why the GPU cannot be used any more; set by the browser's events, read after each run. */
  #trouble: DeviceReason | null = null;
  #report: DeviceReport = { device: 'wasm', reason: 'asked', threads: 1, selfCheck: null };
  #last: Promise<unknown> = Promise.resolve();

  private constructor(parts: EncoderParts) {
    this.#parts = parts;
  }

  /** Throws Fault `runtime-failed`, `out-of-memory`, what the parts throw, or an AbortError. */
  static async open(wanted: Device, parts: EncoderParts): Promise<Encoder> {
    const encoder = new Encoder(parts);
    const adapter = wanted === 'wasm' ? null : await findAdapter(parts.gpu);
    const decision = decideDevice(wanted, describeAdapter(parts.gpu, adapter));
    if (decision.device === 'wasm' || !adapter) await encoder.#openWasm(decision.reason);
    else await encoder.#openGpu(adapter, decision.reason);
    return encoder;
  }

  /** Where it runs now. */
  get report(): DeviceReport {
    return this.#report;
  }

  /** Writes the outcome of the self-check into the report. */
  passed(selfCheck: number): void {
    this.#report = { ...this.#report, selfCheck };
  }

  /** Moves to WASM for good; `reason` goes into the report. Waits for the run under way. */
  moveToWasm(reason: DeviceReason): Promise<void> {
    return this.#next(() => this.#move(reason));
  }

  /** Hidden states of the batch for each named output, batch × tokens × dim, row-major, all finite. */
  run(batch: TokenBatch, outputs: readonly string[]): Promise<Float32Array<ArrayBuffer>[]> {
    return this.#next(() => this.#run(batch, outputs));
  }

  dispose(): void {
    void this.#next(() => this.#close());
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.catch(() => {}).then(work);
    this.#last = result;
    return result;
  }

  async #run(batch: TokenBatch, outputs: readonly string[]): Promise<Float32Array<ArrayBuffer>[]> {
    if (this.#device) {
      try {
        return await this.#runOnGpu(batch, outputs);
      } catch (error) {
        if (isAbort(error)) throw error;
        await this.#move(await this.#whatHappened());
      }
    }
    if (!this.#session) throw new Fault('runtime-failed', { message: 'the session is closed' });
    const results = await this.#session.run(batch, outputs);
    if (!results.every(allFinite)) throw new Fault('runtime-failed', { message: 'not a number' });
    return results;
  }

  async #runOnGpu(batch: TokenBatch, outputs: readonly string[]): Promise<Float32Array<ArrayBuffer>[]> {
    const { lost } = this.#device as GPUDevice;
    const session = this.#session as OnnxSession;
    if (this.#trouble) throw new Fault('device-lost');
    const gone = lost.then((): never => {
      throw new Fault('device-lost');
    });
    const results = await Promise.race([session.run(batch, outputs), gone]);
    // a kernel that fails validation leaves a buffer of zeros and no exception
    if (this.#trouble || !results.every(allFinite)) throw new Fault('runtime-failed', { message: 'WebGPU' });
    return results;
  }

  async #openWasm(reason: DeviceReason): Promise<void> {
    const runtime = await this.#cpuRuntime();
    this.#session = await runtime.createSession(await this.#parts.graph());
    this.#report = { ...this.#report, device: 'wasm', reason, threads: runtime.threads };
  }

  /** The small runtime for the CPU; where it cannot be fetched any more, the CPU side of the one that is here. */
  async #cpuRuntime(): Promise<OnnxRuntime> {
    try {
      return await this.#parts.runtime('wasm');
    } catch (error) {
      if (!this.#runtime || isAbort(error)) throw error;
      return this.#runtime;
    }
  }

  async #openGpu(adapter: GPUAdapter, reason: DeviceReason): Promise<void> {
    // bytes that do not arrive are no fault of the GPU's
    const [runtime, graph] = await Promise.all([this.#parts.runtime('webgpu'), this.#parts.graph()]);
    this.#runtime = runtime;
    try {
      const device = await requestDevice(adapter);
      device.addEventListener('uncapturederror', (event) => {
        event.preventDefault();
        this.#trouble ??= 'webgpu-failed';
      });
      void device.lost.then(() => {
        if (this.#device === device) this.#trouble = 'device-lost';
      });
      this.#device = device;
      this.#session = await runtime.createSession(graph, device);
      this.#report = { device: 'webgpu', reason, threads: runtime.threads, selfCheck: null };
    } catch {
      await this.#move(await this.#whatHappened());
    }
  }

  /** Why the GPU failed; a run that fails with its device is often told before the loss itself. */
  async #whatHappened(): Promise<DeviceReason> {
    const grace = new Promise((resolve) => setTimeout(resolve, lossGrace));
    if (this.#device && !this.#trouble) await Promise.race([this.#device.lost, grace]);
    return this.#trouble ?? 'webgpu-failed';
  }

  async #move(reason: DeviceReason): Promise<void> {
    await this.#close();
    await this.#openWasm(reason);
  }

  async #close(): Promise<void> {
    const [session, device] = [this.#session, this.#device];
    this.#session = null;
    this.#device = null;
    this.#trouble = null;
    // a session whose GPU is gone may not even be releasable
    await session?.release().catch(() => {});
    device?.destroy();
  }
}

function allFinite(values: Float32Array): boolean {
  for (let index = 0; index < values.length; index++) if (!Number.isFinite(values[index])) return false;
  return true;
}
