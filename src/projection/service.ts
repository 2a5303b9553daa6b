import type { Halt } from '../vectors/kernels/task.ts';
import type { Steps } from '../vectors/steps.ts';
import { type Handlers, Transfer } from '../workers/rpc.ts';
import { Crew } from './crew.ts';
import { jointProjectionSteps } from './jointProjection.ts';
import { Gate, runPaced } from './pacing.ts';
import { projectSteps } from './project.ts';
import type {
  JointInput,
  JointResult,
  ProjectionInfo,
  ProjectionInput,
  ProjectionResult,
  Rows,
} from './projection.ts';
import type { ProjectionSettings } from './settings.ts';
import type { ProjectionStep, Stop } from './stages.ts';
import { transformSteps } from './transform.ts';
import { openGpu } from './webgpu/openGpu.ts';

/** A message of progress; `coordinates` is null where the map has not changed since the last one. */
interface ProjectionFrame {
  readonly coordinates: Float32Array<ArrayBuffer> | null;
  readonly info: ProjectionInfo;
}

/** Beside what is asked for: set by whoever calls it off, as messages are heard between two steps only. */
interface Haltable {
  readonly halt?: Halt | null;
}

/** What the projection worker can be asked. */
export type ProjectionMethods = {
  project: { params: ProjectionInput & Haltable; result: ProjectionResult; progress: ProjectionFrame };
  /** Two vector sets laid out together; a frame holds both maps, 2n × dims, the left one first. */
  joint: { params: JointInput & Haltable; result: JointResult; progress: ProjectionFrame };
  control: { params: 'pause' | 'resume' | 'stop'; result: null; progress: never };
};

interface RunContext {
  readonly signal: AbortSignal;
  readonly progress: (frame: ProjectionFrame | Transfer<ProjectionFrame>) => void;
}

/** Frames closer than this would not be seen: 30 a second. */
const FRAME_MS = 33;

/** The worker's side of a projection. One worker runs one projection at a time. */
export function projectionHandlers(): Handlers<ProjectionMethods> {
  let gate = new Gate();
  let stop: Stop = { stopped: false };
  const crew = new Crew();
  const run = async <T>(
    begin: (stop: Stop) => Steps<T, ProjectionStep> | Promise<Steps<T, ProjectionStep>>,
    { signal, progress }: RunContext,
  ): Promise<T> => {
    gate = new Gate();
    stop = { stopped: false };
    let failed = true;
    let shown = Number.NEGATIVE_INFINITY;
    const onStep = (step: ProjectionStep) => {
      const now = performance.now();
      if (!step.snapshot || (!step.milestone && now - shown < FRAME_MS)) return;
      shown = now;
      const { stage, done, total } = step;
      const info = { stage, done, total };
      const moved = step.milestone || stage === 'umap';
      if (!moved) return progress({ coordinates: null, info });
      const coordinates = step.snapshot();
      progress(new Transfer({ coordinates, info }, [coordinates.buffer]));
    };
    try {
      const result = await runPaced(await begin(stop), gate, signal, onStep);
      failed = false;
      return result;
    } finally {
      crew.rest(failed);
    }
  };
  const teamOf = ({ threads, halt }: Pick<ProjectionSettings, 'threads'> & Haltable, { data, dim }: Rows) =>
    crew.teamFor(data.length / dim, threads, halt);
  return {
    async project(input, context) {
      const { fixed, engine, method } = input;
      // whoever asks for the GPU gets it whatever it is
      const asked = engine === 'webgpu' && method === 'umap' && !fixed;
      let device: GPUDevice | null = null;
      try {
        const result = await run(async (stop) => {
          const opened = asked ? await openGpu({ software: true }) : null;
          if (opened?.kind === 'device') device = opened.device;
          const team = teamOf(input, input);
          if (fixed) return transformSteps({ ...input, fixed }, stop, team);
          return projectSteps(input, stop, { team, gpu: device && { device, signal: context.signal } });
        }, context);
        return new Transfer(result, buffersOf(result));
      } finally {
        (device as GPUDevice | null)?.destroy();
      }
    },
    async joint(input, context) {
      const result = await run(
        (stop) => jointProjectionSteps(input, stop, teamOf(input, input.left)),
        context,
      );
      return new Transfer(result, [...buffersOf(result.left), ...buffersOf(result.right)]);
    },
    control(action) {
      if (action === 'pause') gate.pause();
      else gate.resume();
      if (action === 'stop') stop.stopped = true;
      return null;
    },
  };
}

/** What the worker gives away with a result. */
function buffersOf({ coordinates, neighbours, preservation }: ProjectionResult): ArrayBuffer[] {
  const { indices, distances } = neighbours;
  return [coordinates.buffer, indices.buffer, distances.buffer, preservation.buffer];
}
