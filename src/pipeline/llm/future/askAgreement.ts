import { isAbort } from '../../../contract/fault.ts';
import type { Agreement } from '../../../evaluation/neighbourAgreement.ts';
import type { Progress } from '../../../vectors/steps.ts';
import { type Client, connect } from '../../../workers/rpc.ts';
import type { AgreementQuestion } from './agreementByLayer.ts';
import type { FutureLabel } from './futureAnswer.ts';

/** What the worker that counts neighbours can be asked. */
export interface AgreementMethods {
  measure: {
    params: AgreementQuestion;
    result: Readonly<Record<FutureLabel, Agreement>>[];
    progress: Progress;
  };
}

let client: Client<AgreementMethods> | null = null;

/**
 * Measures in a worker, which stays for the next question; one that fails is started anew the next time. Throws what
 * `agreementByLayer` throws, Fault `worker-failed`, or an AbortError.
 */
export async function askAgreement(
  question: AgreementQuestion,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<AgreementMethods['measure']['result']> {
  client ??= connect<AgreementMethods>(
    new Worker(new URL('./agreementWorker.ts', import.meta.url), { type: 'module', name: 'agreement' }),
  );
  const asked = client;
  try {
    return await asked.call('measure', question, { signal, onProgress });
  } catch (error) {
    if (!isAbort(error) && client === asked) {
      asked.dispose();
      client = null;
    }
    throw error;
  }
}
