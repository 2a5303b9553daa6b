import { serve } from '../../src/workers/rpc.ts';
import { type QualitySums, type QualityTask, qualitySums } from './mapQuality.ts';

/** What a worker that judges maps can be asked. */
export interface QualityMethods {
  judge: { params: QualityTask; result: QualitySums; progress: never };
}

serve<QualityMethods>(self as DedicatedWorkerGlobalScope, { judge: qualitySums });
