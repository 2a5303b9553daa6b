import { isAbort } from '../../contract/fault.ts';
import type { MeasuredQuality, Quality } from '../../projection/quality.ts';
import { type Client, connect } from '../../workers/rpc.ts';
import type { QualityQuestion, Separation, SeparationQuestion } from './separation.ts';

/** What the lab's worker can be asked. */
export interface LabMethods {
  separate: {
    params: SeparationQuestion;
    result: Separation[];
    progress: { readonly done: number; readonly total: number };
  };
  /** One answer a question. */
  quality: { params: readonly QualityQuestion[]; result: Quality[]; progress: never };
  /** The quality of one picture, and how much of each point's neighbourhood it keeps. */
  kept: { params: QualityQuestion; result: MeasuredQuality; progress: never };
  similarity: {
    params: { readonly data: Float32Array<ArrayBuffer>; readonly dim: number };
    result: Float32Array<ArrayBuffer>;
    progress: never;
  };
}

let client: Client<LabMethods> | null = null;

/**
 * Asks the lab's worker, which stays for the next question; one that fails is started anew the next time. Throws
 * what the work throws, Fault `worker-failed`, or an AbortError.
 */
export async function measure<K extends keyof LabMethods>(
  method: K,
  params: LabMethods[K]['params'],
  signal: AbortSignal,
  onProgress?: (progress: LabMethods[K]['progress']) => void,
): Promise<LabMethods[K]['result']> {
  client ??= connect<LabMethods>(
    new Worker(new URL('./labWorker.ts', import.meta.url), { type: 'module', name: 'lab' }),
  );
  const asked = client;
  try {
    return await asked.call(method, params, { signal, onProgress });
  } catch (error) {
    if (!isAbort(error) && client === asked) {
      asked.dispose();
      client = null;
    }
    throw error;
  }
}
