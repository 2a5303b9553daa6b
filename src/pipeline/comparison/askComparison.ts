import { isAbort } from '../../contract/fault.ts';
import type { Progress } from '../../vectors/steps.ts';
import { type Client, connect } from '../../workers/rpc.ts';
import type { ComparedVectors, ComparisonQuestion } from './compareVectors.ts';

/** What the worker for comparisons can be asked. */
export interface ComparisonMethods {
  compare: { params: ComparisonQuestion; result: ComparedVectors; progress: Progress };
}

let client: Client<ComparisonMethods> | null = null;

/**
 * Compares two vector sets in a worker, which stays for the next comparison; one that fails is started anew the next
 * time. Throws what compareVectorsSteps throws, Fault `worker-failed`, or an AbortError.
 */
export async function askComparison(
  question: ComparisonQuestion,
  signal: AbortSignal,
  onProgress?: (progress: Progress) => void,
): Promise<ComparedVectors> {
  client ??= connect<ComparisonMethods>(
    new Worker(new URL('./comparisonWorker.ts', import.meta.url), { type: 'module', name: 'comparison' }),
  );
  const asked = client;
  try {
    return await asked.call('compare', question, { signal, onProgress });
  } catch (error) {
    if (!isAbort(error) && client === asked) {
      asked.dispose();
      client = null;
    }
    throw error;
  }
}
