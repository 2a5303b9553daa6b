import type { Team } from '../vectors/kernels/team.ts';
import type { Workshop } from '../vectors/neighbours/findNeighbours.ts';
import type { Progress, Steps } from '../vectors/steps.ts';
import { type EngineName, KERNEL_UMAP_ENGINE, UMAP_ENGINE } from './engines.ts';
import { kernelUmapSteps } from './kernelUmap.ts';
import type { ProjectionInfo } from './projection.ts';
import { type MeasuredQuality, type QualityInput, qualitySteps } from './quality.ts';
import { type UmapInput, umapSteps } from './umap.ts';

/** One step of a projection. */
export interface ProjectionStep extends ProjectionInfo, Progress {
  /** Gives a copy of the map as it is after this step; null before the first map. */
  readonly snapshot: (() => Float32Array<ArrayBuffer>) | null;
  /** Whether this map must be shown: the PCA map and the last one. */
  readonly milestone: boolean;
}

/** Set `stopped` while the steps rest, and UMAP ends with the epoch it has done. */
export interface Stop {
  stopped: boolean;
}

/** Which of how many equal parts of its stage a computation is; the first and only one by default. */
interface Part {
  readonly which: number;
  readonly of: number;
}
const WHOLE: Part = { which: 0, of: 1 };

/** A computation as a stage of a projection, or a part of one, that leaves the map as it is. */
export function* stage<T>(
  steps: Steps<T>,
  name: ProjectionInfo['stage'],
  snapshot: ProjectionStep['snapshot'],
  { which, of }: Part = WHOLE,
): Steps<T, ProjectionStep> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const { done, total } = step.value;
    yield { stage: name, done: done + which * total, total: of * total, snapshot, milestone: false };
  }
}

/** The coordinates, what laid them out, and how many epochs they had. */
export interface LaidOut {
  readonly coordinates: Float32Array<ArrayBuffer>;
  readonly engine: EngineName;
  readonly nEpochs: number;
}

/** UMAP until its end or a stop, on a team's kernels or, without a team, by umap-js. */
export function* umapStage(input: UmapInput, team: Team | null, stop: Stop): Steps<LaidOut, ProjectionStep> {
  const total = input.nEpochs;
  const engine = team ? KERNEL_UMAP_ENGINE : UMAP_ENGINE;
  const steps = team ? kernelUmapSteps(team, input) : umapSteps(input);
  for (let run = 0; ; run++) {
    const step = steps.next();
    if (step.done) return { coordinates: step.value, engine, nEpochs: run };
    yield { stage: 'umap', ...step.value, milestone: false };
    if (stop.stopped && step.value.done < total) {
      const coordinates = step.value.snapshot();
      steps.return(coordinates);
      return { coordinates, engine, nEpochs: step.value.done };
    }
  }
}

/** The quality of the last map, which its first step shows. */
export function* qualityStage(
  input: QualityInput,
  workshop: Workshop | null,
  snapshot: () => Float32Array<ArrayBuffer>,
  part: Part = WHOLE,
): Steps<MeasuredQuality, ProjectionStep> {
  const steps = stage(qualitySteps(input, workshop), 'quality', snapshot, part);
  for (let milestone = part.which === 0; ; milestone = false) {
    const step = steps.next();
    if (step.done) return step.value;
    yield { ...step.value, milestone };
  }
}
