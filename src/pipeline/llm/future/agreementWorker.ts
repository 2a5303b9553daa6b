import { Gate, runPaced } from '../../../projection/pacing.ts';
import { serve } from '../../../workers/rpc.ts';
import { agreementByLayer } from './agreementByLayer.ts';
import type { AgreementMethods } from './askAgreement.ts';

serve<AgreementMethods>(self as DedicatedWorkerGlobalScope, {
  measure(question, { signal, progress }) {
    let told = -1;
    return runPaced(agreementByLayer(question), new Gate(), signal, (step) => {
      if (step.done === told) return;
      told = step.done;
      progress(step);
    });
  },
});
