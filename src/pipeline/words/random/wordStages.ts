import { meanLabelAgreement } from '../../../evaluation/labelAgreement.ts';
import { pca } from '../../../projection/pca.ts';
import { cosineFitSteps } from '../../../vectors/cosineFit.ts';
import { knn } from '../../../vectors/knn.ts';
import { unitRows } from '../../../vectors/normalise.ts';
import { cosineMatrix, type PairCosines, splitCosines } from '../../../vectors/pairCosines.ts';
import { bestTurn, turned } from '../../../vectors/procrustes.ts';
import { seededRandom } from '../../../vectors/random.ts';
import { randomUnitRows } from '../../../vectors/randomUnitRows.ts';
import { simplexPlaces } from '../../../vectors/simplexPlaces.ts';
import type { Steps } from '../../../vectors/steps.ts';

/** What can be told of the same words at one stage. */
export interface StageNumbers {
  /** `random` is the training's start, `training` a state on its way, `trained` the model itself. */
  readonly kind: 'one-hot' | 'random' | 'training' | 'trained';
  /** Numbers in a vector. */
  readonly dim: number;
  /** Steps of the training taken; null where there was none. */
  readonly step: number | null;
  /** Mean over all pairs of (cosine − the trained model's)². */
  readonly loss: number;
  /** Of the nearest `NEIGHBOURS` words the share in the same group; null where all are equally near. */
  readonly neighbourShare: number | null;
  /** Cosines of pairs of one group, of two groups, and of all pairs. */
  readonly same: PairCosines;
  readonly other: PairCosines;
  readonly all: PairCosines;
  /** The share of the vectors' squared distances from their middle that the picture keeps, 0 … 1. */
  readonly kept: number;
}

export interface WordStage extends StageNumbers {
  /** n × dim; of `trained` as the model gives them, else rows of length 1. */
  readonly vectors: Float32Array<ArrayBuffer>;
  /** n × dims; of unit vectors. */
  readonly coordinates: Float32Array<ArrayBuffer>;
}

export interface StagesQuestion {
  /** The model's vectors: n × dim. */
  readonly data: Float32Array<ArrayBuffer>;
  readonly dim: number;
  /** The group of each word. */
  readonly labels: readonly string[];
  readonly dims: 2 | 3;
  readonly seed: number;
}

/** Neighbours of a word that are looked at, as scikit-learn's and the map's habit. */
export const NEIGHBOURS = 10;
/** Parts of −1 … 1 that cosines are counted in: each 0.05 wide. */
export const BINS = 40;
/** The training steps shown: close at first, when most happens. */
export const SHOWN_STEPS = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 24, 48] as const;

/**
 * The same words as one-hot vectors, as random ones, in a small training that starts from these, and as the model has
 * them. The training learns the cosines of the model's vectors: its own training is not at hand. Each stage is
 * seen along its own main directions and turned to lie on the next as well as it can. One view for all would be
 * that of the end, and from there even the random start looks half sorted (measured on words-en: of the 10
 * nearest in the picture 32 % in the same group, 16 % by chance; along its own directions 15 %). Yields after
 * each step of the training, and as it goes on.
 */
export function* wordStageSteps({ data, dim, labels, dims, seed }: StagesQuestion): Steps<WordStage[]> {
  const n = labels.length;
  const targets = cosineMatrix(data, dim);
  const random = seededRandom(seed);
  const start = randomUnitRows(n, dim, random);
  // a picture and its numbers take about as long as a step or two of the training
  const total = SHOWN_STEPS[SHOWN_STEPS.length - 1] + 2 * (SHOWN_STEPS.length + 2);
  let done = 0;
  const training = cosineFitSteps(start, targets, dim, SHOWN_STEPS);
  let state = training.next();
  for (; !state.done; state = training.next()) yield { done: ++done, total };
  const fit = state.value;
  const unit = unitRows(data, dim);
  const trained = pca(unit, dim, dims).coordinates;
  const pictures: Float32Array[] = [];
  for (const { vectors } of fit) {
    pictures.push(pca(vectors, dim, dims).coordinates);
    yield { done: ++done, total };
  }
  const placed = chained(pictures, trained, dims);
  const oneHot = new Float32Array(n * n);
  for (let row = 0; row < n; row++) oneHot[row * n + row] = 1;
  const corners = simplexPlaces(n, dims, random);
  const ends = [
    {
      kind: 'one-hot',
      step: null,
      loss: lossOf(cosineMatrix(oneHot, n), targets, n),
      vectors: oneHot,
      coordinates: corners,
    },
    { kind: 'trained', step: null, loss: 0, vectors: data, coordinates: trained },
  ] as const;
  const between = fit.map(
    (state, at) =>
      ({ ...state, kind: state.step === 0 ? 'random' : 'training', coordinates: placed[at] }) as const,
  );
  const stages: WordStage[] = [];
  for (const stage of [ends[0], ...between, ends[1]]) {
    const { kind, vectors, coordinates } = stage;
    const width = vectors.length / n;
    const rows = kind === 'trained' ? unit : vectors;
    stages.push({
      ...stage,
      dim: width,
      neighbourShare: kind === 'one-hot' ? null : shareOf(rows, width, labels),
      ...splitCosines(cosineMatrix(rows, width), labels, BINS),
      kept: spreadOf(coordinates, dims) / spreadOf(rows, width),
    });
    yield { done: ++done, total };
  }
  return stages;
}

function shareOf(vectors: Float32Array, dim: number, labels: readonly string[]): number {
  const { indices, k } = knn(vectors, dim, NEIGHBOURS, 'cosine');
  return meanLabelAgreement(indices, k, labels, NEIGHBOURS);
}

function lossOf(matrix: Float32Array, targets: Float32Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) sum += (matrix[i * n + j] - targets[i * n + j]) ** 2;
  return sum / ((n * (n - 1)) / 2);
}

/** Squared distances of the rows from their mean, added up. */
function spreadOf(data: Float32Array, dim: number): number {
  const n = data.length / dim;
  let spread = 0;
  for (let d = 0; d < dim; d++) {
    let sum = 0;
    let squares = 0;
    for (let row = 0; row < n; row++) {
      sum += data[row * dim + d];
      squares += data[row * dim + d] ** 2;
    }
    spread += squares - (sum * sum) / n;
  }
  return spread;
}

/** Pictures (n × dims), each turned to lie on the next as well as it can, the last one on `end`. */
function chained(pictures: readonly Float32Array[], end: Float32Array, dims: number) {
  let next = end;
  return pictures
    .toReversed()
    .map((picture) => {
      const turn = bestTurn(Float64Array.from(picture), Float64Array.from(next), dims);
      const placed = turn ? turned(picture, turn) : picture.slice();
      next = placed;
      return placed;
    })
    .toReversed();
}
