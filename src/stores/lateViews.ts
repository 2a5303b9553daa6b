import { comparedModels, type LinkState, labOf, modelOf } from '../contract/deepLink.ts';
import { faultFrom } from '../contract/fault.ts';
import { llmOf, orderOf } from '../contract/insideLinks.ts';
import { freeHeavy } from '../pipeline/modelSessions.ts';
import { useLink } from './linkStore.ts';
import { useStatus } from './statusStore.ts';

interface LatePart {
  isWanted(link: LinkState): boolean;
  start(): Promise<void>;
  /** What it does begins as a run itself, or belongs to the map's. */
  readonly joins?: true;
}

/** What the shell does without, each started once. */
const LATE: readonly LatePart[] = [
  {
    isWanted: ({ view }) => view === 'context',
    start: async () => (await import('./lab.ts')).startLab(),
  },
  {
    isWanted: ({ view }) => view === 'analogy',
    start: async () => (await import('./words.ts')).startWords(),
  },
  {
    isWanted: ({ view }) => view === 'llm',
    start: async () => (await import('./llm/llm.ts')).startLlm(),
  },
  {
    isWanted: ({ view }) => view === 'order',
    start: async () => (await import('./order/order.ts')).startOrder(),
  },
  {
    isWanted: ({ view }) => view === 'guide',
    start: async () => (await import('./guide.ts')).startGuide(),
  },
  {
    isWanted: ({ view }) => view === 'compare',
    start: async () => (await import('./comparison.ts')).startComparison(),
  },
  {
    isWanted: ({ view }) => view === 'scorecard' || view === 'guide',
    start: async () => (await import('./scorecard.ts')).startScorecard(),
  },
  {
    isWanted: ({ view, colour }) => view === 'map' && colour === 'found',
    start: async () => (await import('./mapClusters.ts')).startClusters(),
  },
  {
    isWanted: ({ view, axis }) => view === 'map' && axis !== null,
    start: async () => (await import('./mapAxis.ts')).startMapAxis(),
    joins: true,
  },
];
const started = new Set<LatePart>();
let lastView: LinkState['view'] | null = null;

/** The models that a view shows: a large one that is not among them is let go. */
function modelsOf(link: LinkState): string[] {
  switch (link.view) {
    case 'compare': {
      const { left, right } = comparedModels(link);
      return [left, right];
    }
    case 'llm': {
      const { model, model2 } = llmOf(link);
      return [model, model2];
    }
    case 'context':
      return [labOf(link).contextual];
    case 'order':
      return [orderOf(link).model, ...(link.models?.split('~') ?? [])];
    default:
      return [modelOf(link)];
  }
}

/** What a view needs beside the shell, fetched when the link first asks for the view. */
export function startLateViews(): void {
  followView();
  useLink.subscribe(followView);
}

function followView(): void {
  const { link } = useLink.getState();
  if (link.view !== lastView) freeHeavy(modelsOf(link));
  lastView = link.view;
  for (const part of LATE) if (!started.has(part) && part.isWanted(link)) begin(part);
}

function begin(part: LatePart): void {
  started.add(part);
  const { begin: beginWork, report } = useStatus.getState();
  // the status leaves `ready` with the click, not when the code has arrived
  const end = beginWork(part.joins && 'more');
  part
    .start()
    .catch((error) => {
      started.delete(part);
      report(faultFrom(error));
    })
    .finally(end);
}
