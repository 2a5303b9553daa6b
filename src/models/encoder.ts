import { Fault, isAbort } from '../contract/fault.ts';
import type { Device } from '../contract/options.ts';
import { type DeviceReason, decideDevice, describeAdapter, findAdapter, requestDevice } from './device.ts';
import type { DeviceReport } from './embeddingModel.ts';
import type { Feeds, GraphFiles, OnnxRuntime, OnnxSession, OutputTensor } from './onnxRuntime.ts';
import type { RuntimeKind } from './runtimeFiles.ts';

/** The graphs of a model: `body` from tokens to hidden states, `head` from a hidden state to the next token. */
export type GraphName = 'body' | 'head';

/** What the encoder takes from outside; tests give their own. */
export interface EncoderParts {
  readonly gpu: GPU | undefined;
  /** The files of a graph; asked for each time that a session is made of it. */
  readonly graph: (name: GraphName) => Promise<GraphFiles>;
  readonly runtime: (kind: RuntimeKind) => Promise<OnnxRuntime>;
  /** Called when a session is made, and its files are not needed until the next one. */
  readonly made?: () => void;
}

/** Milliseconds to wait for the browser's word that a device is lost, once a run on it has failed. */
const lossGrace = 200;

/**
 * Sessions that always answer: they run on the GPU where that was chosen, and move to WASM for good when the
 * GPU cannot make a session, fails in a run, gives numbers that are none, or is lost. Runs are serialised. The body's
 * session is there from the start, the head's is made when it is first run.
 */
export class Encoder {
  readonly #parts: EncoderParts;
  #runtime: OnnxRuntime | null = null;
  readonly #sessions = new Map<GraphName, OnnxSession>();
  #open = true;
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

  /** Runs a graph and gives the named outputs, all their numbers finite. */
  run(feeds: Feeds, outputs: readonly string[], graph: GraphName = 'body'): Promise<OutputTensor[]> {
    return this.#next(() => this.#run(feeds, outputs, graph));
  }

  dispose(): void {
    void this.#next(async () => {
      this.#open = false;
      await this.#close();
    });
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.catch(() => {}).then(work);
    this.#last = result;
    return result;
  }

  async #run(feeds: Feeds, outputs: readonly string[], graph: GraphName): Promise<OutputTensor[]> {
    if (!this.#open) throw new Fault('runtime-failed', { message: 'the session is closed' });
    // bytes that do not arrive are no fault of the GPU's
    if (!this.#sessions.has(graph)) await this.#parts.graph(graph);
    if (this.#device) {
      try {
        return await this.#runOnGpu(this.#device, feeds, outputs, graph);
      } catch (error) {
        if (isAbort(error)) throw error;
        await this.#move(await this.#whatHappened());
      }
    }
    const results = await (await this.#session(graph)).run(feeds, outputs);
    if (!results.every(allFinite)) throw new Fault('runtime-failed', { message: 'not a number' });
    return results;
  }

  async #runOnGpu(
    { lost }: GPUDevice,
    feeds: Feeds,
    outputs: readonly string[],
    graph: GraphName,
  ): Promise<OutputTensor[]> {
    if (this.#trouble) throw new Fault('device-lost');
    const gone = lost.then((): never => {
      throw new Fault('device-lost');
    });
    const run = async () => (await this.#session(graph)).run(feeds, outputs);
    const results = await Promise.race([run(), gone]);
    // a kernel that fails validation leaves a buffer of zeros and no exception
    if (this.#trouble || !results.every(allFinite)) throw new Fault('runtime-failed', { message: 'WebGPU' });
    return results;
  }

  /** The session of a graph, made on the device in use where there is none yet. */
  async #session(graph: GraphName): Promise<OnnxSession> {
    const known = this.#sessions.get(graph);
    if (known) return known;
    const runtime = this.#runtime;
    const device = this.#device;
    if (!runtime) throw new Fault('runtime-failed', { message: 'the runtime is not started' });
    const session = await runtime.createSession(await this.#parts.graph(graph), device ?? undefined);
    // while it was made its GPU may have been lost, and all sessions moved
    if (this.#device !== device) {
      await session.release().catch(() => {});
      throw new Fault('device-lost');
    }
    this.#sessions.set(graph, session);
    this.#parts.made?.();
    return session;
  }

  async #openWasm(reason: DeviceReason): Promise<void> {
    const runtime = await this.#cpuRuntime();
    this.#runtime = runtime;
    await this.#session('body');
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
    const [runtime] = await Promise.all([this.#parts.runtime('webgpu'), this.#parts.graph('body')]);
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
      await this.#session('body');
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
    const sessions = [...this.#sessions.values()];
    const device = this.#device;
    this.#sessions.clear();
    this.#device = null;
    this.#trouble = null;
    // a session whose GPU is gone may not even be releasable
    for (const session of sessions) await session.release().catch(() => {});
    device?.destroy();
  }
}

/** Whether an output holds nothing but numbers. */
export function allFinite({ data }: OutputTensor): boolean {
  for (let index = 0; index < data.length; index++) if (!Number.isFinite(data[index])) return false;
  return true;
}
