import { Crew } from '../../src/projection/crew.ts';
import { fuzzyGraphSteps } from '../../src/projection/fuzzyGraph.ts';
import { projectSteps } from '../../src/projection/project.ts';
import type { ProjectionInput } from '../../src/projection/projection.ts';
import { finish } from '../../src/vectors/steps.ts';
import { serve } from '../../src/workers/rpc.ts';

/** What each stage of one map cost, in milliseconds, driven without rest. */
export interface StageTimes {
  readonly stages: Readonly<Record<string, number>>;
  readonly engine: string;
  readonly recall: number | null;
  /** Edges that fired in all epochs together, counted at each of their ends. */
  readonly firings: number;
}

export interface StageMethods {
  time: { params: ProjectionInput; result: StageTimes; progress: never };
}

const crew = new Crew();

serve<StageMethods>(self as DedicatedWorkerGlobalScope, {
  time(input) {
    const { data, dim, nNeighbors } = input;
    const stages: Record<string, number> = {};
    const team = crew.teamFor(data.length / dim, input.threads);
    let then = performance.now();
    const spent = () => {
      const now = performance.now();
      const ms = now - then;
      then = now;
      return ms;
    };
    const steps = projectSteps(input, { stopped: false }, { team });
    let stage = 'pca';
    for (;;) {
      const step = steps.next();
      if (!step.done) stage = step.value.stage;
      stages[stage] = (stages[stage] ?? 0) + spent();
      if (!step.done) continue;
      crew.rest(false);
      const { neighbours, engine, recall, settings } = step.value;
      // the graph is made within the stage of the neighbours: once more, to know its share
      spent();
      const { values } = finish(fuzzyGraphSteps(neighbours, nNeighbors));
      stages.graph = spent();
      stages.neighbours -= stages.graph;
      const strongest = values.reduce((most, value) => Math.max(most, value), 0);
      const firings = values.reduce((sum, value) => sum + value / strongest, 0) * settings.nEpochs;
      return { stages, engine, recall, firings };
    }
  },
});
