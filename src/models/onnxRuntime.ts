import type { InferenceSession, Tensor } from 'onnxruntime-web';
import { Fault } from '../contract/fault.ts';
import type { RuntimeKind } from './runtimeFiles.ts';

/** Token ids of a batch, row-major batch × tokens, short rows padded; `mask` is 1 where a token stands. */
export interface TokenBatch {
  readonly batch: number;
  readonly tokens: number;
  readonly inputIds: BigInt64Array<ArrayBuffer>;
  readonly mask: BigInt64Array<ArrayBuffer>;
}

/** Rows for a graph's input `state`: rows × dim, row-major. */
export interface StateRows {
  readonly rows: number;
  readonly dim: number;
  readonly state: Float32Array<ArrayBuffer>;
}

/** What a graph is given: tokens, or rows of hidden states. */
export type Feeds = TokenBatch | StateRows;

/** One output of a run, row-major. */
export interface OutputTensor {
  readonly data: Float32Array<ArrayBuffer>;
  readonly dims: readonly number[];
}

/** A file that a graph keeps its weights in, named as the graph names it. */
export interface ExternalData {
  readonly path: string;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** A graph's own bytes, and the files of weights that it names. */
export interface GraphFiles {
  readonly graph: Uint8Array<ArrayBuffer>;
  readonly externalData: readonly ExternalData[];
}

/** A graph ready to run. Runs must not overlap. */
export interface OnnxSession {
  /**
   * Runs the feeds and gives the named outputs, in the order asked for; no other output leaves the runtime's memory.
   * Throws Fault `out-of-memory` or `runtime-failed`.
   */
  run(feeds: Feeds, outputs: readonly string[]): Promise<OutputTensor[]>;
  release(): Promise<void>;
}

/** A started WASM instance of ONNX Runtime; graphs and their weights live in its own memory. */
export interface OnnxRuntime {
  readonly kind: RuntimeKind;
  /** Threads of the WASM instance, 1 where the page is not cross-origin isolated. */
  readonly threads: number;
  /**
   * With `gpu` (kind `webgpu` only) the graph runs on that device, otherwise on the CPU. The runtime copies the files
   * and keeps no hold of them: it unmounts external data when the session is made.
   */
  createSession(files: GraphFiles, gpu?: GPUDevice): Promise<OnnxSession>;
}

/** More threads than this gain nothing on short texts and cost memory for each worker's stack. */
const maxThreads = 8;
/** Compiling 27 MB takes seconds on a weak laptop; a pool of threads that never starts must not hang for ever. */
const startTimeout = 90_000;

/** Threads that WASM may use here. */
export function availableThreads(): number {
  return globalThis.crossOriginIsolated
    ? Math.max(1, Math.min(maxThreads, navigator.hardwareConcurrency))
    : 1;
}

/** A failure inside the runtime as a Fault; running out of memory has many faces. */
export function runtimeFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const message = error instanceof Error ? error.message : String(error);
  // a WASM abort at its 4 GB limit, std::bad_alloc thrown as a bare pointer, V8's own words
  const memory =
    error instanceof RangeError ||
    /out of memory|bad_alloc|allocat|Aborted\(OOM|memory access/i.test(message);
  return new Fault(
    memory ? 'out-of-memory' : 'runtime-failed',
    { message: message.slice(0, 400) },
    { cause: error },
  );
}

/**
 * Starts the runtime from its verified WASM binary; its JavaScript is loaded when first asked for. One instance
 * of a kind per worker. Throws Fault `runtime-failed` or `out-of-memory`.
 */
export async function startRuntime(kind: RuntimeKind, binary: Uint8Array<ArrayBuffer>): Promise<OnnxRuntime> {
  try {
    const ort = await (kind === 'webgpu' ? import('onnxruntime-web/webgpu') : import('onnxruntime-web/wasm'));
    const threads = availableThreads();
    ort.env.logLevel = 'error';
    ort.env.wasm.numThreads = threads;
    ort.env.wasm.initTimeout = startTimeout;
    ort.env.wasm.wasmBinary = binary;

    const tokensOf = ({ batch, tokens, inputIds, mask }: TokenBatch): Record<string, () => Tensor> => {
      const tensor = (data: BigInt64Array) => new ort.Tensor('int64', data, [batch, tokens]);
      return {
        input_ids: () => tensor(inputIds),
        attention_mask: () => tensor(mask),
        token_type_ids: () => tensor(new BigInt64Array(batch * tokens)),
      };
    };
    const rowsOf = ({ rows, dim, state }: StateRows): Record<string, () => Tensor> => ({
      state: () => new ort.Tensor('float32', state, [rows, dim]),
    });
    const wrap = (session: InferenceSession): OnnxSession => ({
      async run(given, outputs) {
        try {
          const tensors = 'state' in given ? rowsOf(given) : tokensOf(given);
          const feeds = Object.fromEntries(session.inputNames.map((name) => [name, tensors[name]()]));
          const results = await session.run(feeds, outputs);
          return outputs.map((name) => {
            const { data, dims } = results[name];
            return { data: data as Float32Array<ArrayBuffer>, dims };
          });
        } catch (error) {
          throw runtimeFault(error);
        }
      },
      release: () => session.release(),
    });

    return {
      kind,
      threads,
      async createSession({ graph, externalData }, gpu) {
        try {
          const executionProviders = gpu ? [{ name: 'webgpu' as const, device: gpu }] : ['wasm'];
          const session = await ort.InferenceSession.create(graph, {
            executionProviders,
            graphOptimizationLevel: 'all',
            logSeverityLevel: 3,
            ...(externalData.length > 0 && { externalData }),
          });
          ort.env.wasm.wasmBinary = undefined;
          return wrap(session);
        } catch (error) {
          throw runtimeFault(error);
        }
      },
    };
  } catch (error) {
    throw runtimeFault(error);
  }
}
