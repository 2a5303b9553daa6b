import { Fault } from '../../../contract/fault.ts';
import { itemsFor } from '../../items.ts';
import type { Group } from '../../mapResult.ts';
import type { FaceWork } from '../faceWork.ts';
import { type Figure, type FigurePoint, finishFigure } from '../figure.ts';
import type { FaceResult } from '../wordsResult.ts';
import { chooseWords } from './chooseWords.ts';
import { NEIGHBOURS, type StageNumbers, type WordStage } from './wordStages.ts';

/** The same words one-hot, random, in training and trained. */
export interface RandomAnswer {
  readonly face: 'random';
  /** Words shown, and the groups they are of. */
  readonly count: number;
  readonly groups: readonly { readonly id: string; readonly words: number }[];
  /** How many neighbours `neighbourShare` looks at, and what it is by chance. */
  readonly neighbours: number;
  readonly chance: number;
  /** Standard deviation of the cosine of two random vectors: 1/√dim. */
  readonly expectedSd: number;
  readonly stages: readonly StageNumbers[];
  /** The stage shown, an index into `stages`. */
  readonly stage: number;
}

const SEEN_AS: Record<StageNumbers['kind'], string> = {
  'one-hot': 'even projection of a simplex',
  random: 'principal directions',
  training: 'principal directions',
  trained: 'principal directions',
};

/**
 * Shows the first six groups of the data that have 20 words which the model knows, at each stage.
 * @throws Fault `words-unknown` where it knows fewer than two such groups
 */
export async function showStages({
  request,
  space,
  signal,
  onActivity,
}: FaceWork): Promise<FaceResult<RandomAnswer>> {
  const { dims, seed } = request;
  const list = await itemsFor(request.space.data, null);
  const found = await space.ask('rows', { words: list.items.map(({ text }) => text) }, signal);
  const { chosen, groups, unknown } = chooseWords(list, found);
  if (groups.length < 2) {
    throw new Fault('words-unknown', {
      words: unknown.slice(0, 8).join(' · '),
      model: space.model.card.id,
      count: unknown.length,
    });
  }
  const rows = chosen.map(({ row }) => row);
  const points = chosen.map(
    ({ item: { id, text, group } }): FigurePoint => ({ id, text, kind: 'word', group }),
  );
  const data = await space.ask('vectors', { rows }, signal);
  const labels = points.map(({ group }) => group);
  const stages = await space.ask('stages', { data, dim: space.dim, labels, dims, seed }, signal, (progress) =>
    onActivity({ kind: 'counting', stage: 'training', ...progress }),
  );
  const figures = await Promise.all(
    stages.map((stage) => figureOf(stage, { points, groups, dims, seed, signal })),
  );
  const sizes = groups.map(({ id }) => ({ id, words: labels.filter((label) => label === id).length }));
  const n = labels.length;
  const stage = stages.length - 1;
  return {
    answer: {
      face: 'random',
      count: n,
      groups: sizes,
      neighbours: NEIGHBOURS,
      chance: sizes.reduce((sum, { words }) => sum + (words / n) * ((words - 1) / (n - 1)), 0),
      expectedSd: 1 / Math.sqrt(space.dim),
      stages: stages.map(({ vectors, coordinates, ...numbers }) => numbers),
      stage,
    },
    figure: figures[stage],
    figures,
    notes: [],
  };
}

interface Drawn {
  readonly points: readonly FigurePoint[];
  readonly groups: readonly Group[];
  readonly dims: 2 | 3;
  readonly seed: number;
  readonly signal: AbortSignal;
}

async function figureOf(stage: WordStage, { points, groups, dims, seed, signal }: Drawn): Promise<Figure> {
  const { kind, vectors, coordinates } = stage;
  const figure = await finishFigure(
    { points, vectors, coordinates, dims, arrows: [], captions: [], groups },
    SEEN_AS[kind],
    seed,
    signal,
  );
  // where all are equally far there is no neighbour to keep or to lose
  const none = { ...figure.quality, trustworthiness: null, continuity: null };
  return kind === 'one-hot' ? { ...figure, quality: none } : figure;
}
