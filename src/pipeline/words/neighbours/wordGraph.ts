import { pause } from '../../../models/pause.ts';
import { occurrencesAmong, shareWithHalf, skewnessOf } from '../../../vectors/hubness.ts';
import { knnSteps } from '../../../vectors/knn.ts';
import type { Neighbours } from '../../../vectors/nearestLists.ts';
import type { Progress } from '../../../vectors/steps.ts';
import type { WordSpace } from '../wordSpace.ts';
import { graphWords, OFFERED } from './graphWords.ts';
import type { NearWord } from './neighbourhood.ts';

/** A word counts as chosen by those that have it among their so many nearest, the k of the literature on hubs. */
export const CHOSEN_AMONG = 10;
/** Hubs listed. */
const TOP = 15;
/** Words are told apart by how often they are chosen: the lowest number of each class. */
const CLASSES = [0, 1, 3, 6, 11, 21, 51, 101] as const;
/** A cancelled call is noticed after so long. */
const STEP_MS = 30;

export interface Hub extends Pick<NearWord, 'row' | 'text' | 'language'> {
  /** Words that have it among their nearest. */
  readonly count: number;
}

/** Which words are among the nearest of many others. */
export interface Hubs {
  /** Words compared, each with each. */
  readonly words: number;
  /** How many nearest words each one chooses: the mean number of times that a word is chosen. */
  readonly k: number;
  /** Most often chosen first. */
  readonly top: readonly Hub[];
  /** Words that no other has among its nearest. */
  readonly nobodys: number;
  /** The share of the words that together are chosen as often as all the others. */
  readonly shareWithHalf: number;
  /** Of the numbers of times that words are chosen, as scipy.stats.skew: 0 is symmetric; the larger, the stronger the hubs. */
  readonly skewness: number;
  /** Words by how often they are chosen: from `from` to `to` times (null: and more). */
  readonly distribution: readonly {
    readonly from: number;
    readonly to: number | null;
    readonly words: number;
  }[];
}

const kept = new WeakMap<WordSpace, { readonly graph: Neighbours; readonly hubs: Hubs }>();

/** The nearest words of each of `graphWords`, where they have been looked for. */
export function knownGraph(space: WordSpace): Neighbours | null {
  return kept.get(space)?.graph ?? null;
}

export function knownHubs(space: WordSpace): Hubs | null {
  return kept.get(space)?.hubs ?? null;
}

/** Compares each of `graphWords` with each, and keeps what is found with the space. Throws an AbortError where it is cancelled. */
export async function compareWords(
  space: WordSpace,
  { signal, progress }: { readonly signal: AbortSignal; readonly progress: (done: Progress) => void },
): Promise<Hubs> {
  const known = knownHubs(space);
  if (known) return known;
  const { rows, data } = graphWords(space);
  const steps = knnSteps(data, space.dim, OFFERED, 'cosine');
  let last = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) {
      const hubs = hubsOf(space, rows, step.value);
      kept.set(space, { graph: step.value, hubs });
      return hubs;
    }
    if (performance.now() - last < STEP_MS) continue;
    progress(step.value);
    await pause();
    signal.throwIfAborted();
    last = performance.now();
  }
}

function hubsOf(space: WordSpace, rows: readonly number[], graph: Neighbours): Hubs {
  const counts = occurrencesAmong(graph, CHOSEN_AMONG);
  const order = Array.from(counts.keys()).sort((a, b) => counts[b] - counts[a] || a - b);
  return {
    words: rows.length,
    k: Math.min(CHOSEN_AMONG, graph.k),
    top: order.slice(0, TOP).map((node) => ({
      row: rows[node],
      text: space.words[rows[node]],
      language: space.languageOf(rows[node]),
      count: counts[node],
    })),
    nobodys: counts.filter((count) => count === 0).length,
    shareWithHalf: shareWithHalf(counts),
    skewness: skewnessOf(counts),
    distribution: CLASSES.map((from, index) => {
      const next = CLASSES.at(index + 1) ?? Number.POSITIVE_INFINITY;
      const words = counts.filter((count) => count >= from && count < next).length;
      return { from, to: Number.isFinite(next) ? next - 1 : null, words };
    }),
  };
}
