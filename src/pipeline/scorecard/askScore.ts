import { isAbort } from '../../contract/fault.ts';
import { type Client, connect } from '../../workers/rpc.ts';
import type { ScoreAnswer, ScoreQuestion } from './scoreQuestion.ts';

/** What the scorecard's worker can be asked. */
export interface ScoreMethods {
  measure: { params: ScoreQuestion; result: ScoreAnswer; progress: never };
}

let client: Client<ScoreMethods> | null = null;

/**
 * Measures in a worker, which stays for the next question; one that fails is started anew the next time. Throws what
 * `scoreAnswer` throws, Fault `worker-failed`, or an AbortError.
 */
export async function askScore(question: ScoreQuestion, signal: AbortSignal): Promise<ScoreAnswer> {
  client ??= connect<ScoreMethods>(
    new Worker(new URL('./scoreWorker.ts', import.meta.url), { type: 'module', name: 'scorecard' }),
  );
  const asked = client;
  try {
    return await asked.call('measure', question, { signal });
  } catch (error) {
    if (!isAbort(error) && client === asked) {
      asked.dispose();
      client = null;
    }
    throw error;
  }
}
