import { serve } from '../../workers/rpc.ts';
import type { ScoreMethods } from './askScore.ts';
import { scoreAnswer } from './scoreQuestion.ts';

serve<ScoreMethods>(self as DedicatedWorkerGlobalScope, { measure: scoreAnswer });
