import { Gate, runPaced } from '../../projection/pacing.ts';
import { serve, Transfer } from '../../workers/rpc.ts';
import type { ComparisonMethods } from './askComparison.ts';
import { compareVectorsSteps } from './compareVectors.ts';

serve<ComparisonMethods>(self as DedicatedWorkerGlobalScope, {
  async compare(question, { signal, progress }) {
    let told = -1;
    const compared = await runPaced(compareVectorsSteps(question), new Gate(), signal, ({ done, total }) => {
      const percent = Math.floor((100 * done) / total);
      if (percent === told) return;
      told = percent;
      progress({ done, total });
    });
    const { overlap, neighbours } = compared;
    // a set: both sides of a model beside itself have one list
    const buffers = new Set([
      overlap.buffer,
      ...neighbours.flatMap(({ indices, distances }) => [indices.buffer, distances.buffer]),
    ]);
    return new Transfer(compared, [...buffers]);
  },
});
