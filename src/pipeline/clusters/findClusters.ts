import { isAbort } from '../../contract/fault.ts';
import type { Progress } from '../../vectors/steps.ts';
import { type Client, connect } from '../../workers/rpc.ts';
import type { ClusterQuestion, FoundClusters } from './foundClusters.ts';

/** What the worker for clusters can be asked. */
export interface ClusterMethods {
  find: { params: ClusterQuestion; result: FoundClusters; progress: Progress };
}

let client: Client<ClusterMethods> | null = null;

/**
 * Finds clusters of words in a worker, which stays for the next question; one that fails is started anew the next
 * time. Progress is that of the stage at work (neighbours, then passes, or starts of k-means), so it may begin again.
 * Throws what foundClusterSteps throws, Fault `worker-failed`, or an AbortError.
 */
export async function findClusters(
  question: ClusterQuestion,
  signal: AbortSignal,
  onProgress?: (progress: Progress) => void,
): Promise<FoundClusters> {
  client ??= connect<ClusterMethods>(
    new Worker(new URL('./clusterWorker.ts', import.meta.url), { type: 'module', name: 'clusters' }),
  );
  const asked = client;
  try {
    return await asked.call('find', question, { signal, onProgress });
  } catch (error) {
    if (!isAbort(error) && client === asked) {
      asked.dispose();
      client = null;
    }
    throw error;
  }
}
