import { serve, type WorkerScope } from '../workers/rpc.ts';
import { type ProjectionMethods, projectionHandlers } from './service.ts';

serve<ProjectionMethods>(self as unknown as WorkerScope, projectionHandlers());
