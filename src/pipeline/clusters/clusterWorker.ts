import { Gate, runPaced } from '../../projection/pacing.ts';
import { serve, Transfer } from '../../workers/rpc.ts';
import type { ClusterMethods } from './findClusters.ts';
import { foundClusterSteps } from './foundClusters.ts';

serve<ClusterMethods>(self as DedicatedWorkerGlobalScope, {
  async find(question, { signal, progress }) {
    let told = -1;
    const found = await runPaced(foundClusterSteps(question), new Gate(), signal, ({ done, total }) => {
      const percent = Math.floor((100 * done) / total);
      if (percent === told) return;
      told = percent;
      progress({ done, total });
    });
    return new Transfer(found, [found.labels.buffer]);
  },
});
