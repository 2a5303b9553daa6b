import { type Handlers, Transfer } from '../workers/rpc.ts';
import { Gate, runPaced } from './pacing.ts';
import { projectSteps, type Stop } from './project.ts';
import type { ProjectionInfo, ProjectionInput, ProjectionResult } from './projection.ts';

/** A message of progress; `coordinates` is null where the map has not changed since the last one. */
interface ProjectionFrame {
  readonly coordinates: Float32Array<ArrayBuffer> | null;
  readonly info: ProjectionInfo;
}

/** What the projection worker can be asked. */
export type ProjectionMethods = {
  project: { params: ProjectionInput; result: ProjectionResult; progress: ProjectionFrame };
  control: { params: 'pause' | 'resume' | 'stop'; result: null; progress: never };
};

/** Frames closer than this would not be seen: 30 a second. */
const FRAME_MS = 33;

/** The worker's side of a projection. One worker runs one projection at a time. */
export function projectionHandlers(): Handlers<ProjectionMethods> {
  let gate = new Gate();
  let stop: Stop = { stopped: false };
  return {
    async project(input, { signal, progress }) {
      gate = new Gate();
      stop = { stopped: false };
      let shown = Number.NEGATIVE_INFINITY;
      const result = await runPaced(projectSteps(input, stop), gate, signal, (step) => {
        const now = performance.now();
        if (!step.snapshot || (!step.milestone && now - shown < FRAME_MS)) return;
        shown = now;
        const { stage, done, total } = step;
        const info = { stage, done, total };
        const moved = step.milestone || stage === 'umap';
        if (!moved) return progress({ coordinates: null, info });
        const coordinates = step.snapshot();
        progress(new Transfer({ coordinates, info }, [coordinates.buffer]));
      });
      const { coordinates, neighbours, preservation } = result;
      const { indices, distances } = neighbours;
      return new Transfer(result, [
        coordinates.buffer,
        indices.buffer,
        distances.buffer,
        preservation.buffer,
      ]);
    },
    control(action) {
      if (action === 'pause') gate.pause();
      else gate.resume();
      if (action === 'stop') stop.stopped = true;
      return null;
    },
  };
}
