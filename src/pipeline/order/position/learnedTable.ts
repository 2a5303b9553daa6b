import type { PositionTable } from '../../../models/embeddingModel.ts';
import { pca } from '../../../projection/pca.ts';
import { cosineMatrix } from '../../../vectors/pairCosines.ts';
import { cosineByDistance } from '../../../vectors/positionEncodings.ts';
import { type Figure, finishFigure, placeOf } from '../../words/figure.ts';
import { PLACES } from './formulas.ts';
import type { LearnedAnswer } from './positionAnswer.ts';

/** Every so many rows are drawn: neighbours lie so close that all 512 would hide each other. */
const STEP = 4;

/** How alike the rows of a learned table are. */
export function learnedAnswer(model: string, { rows, dim, data }: PositionTable): LearnedAnswer {
  const places = Math.min(PLACES, rows);
  return {
    model,
    rows,
    dim,
    places,
    similarity: cosineMatrix(data.slice(0, places * dim), dim),
    byDistance: cosineByDistance(data, dim, PLACES - 1),
  };
}

/** The rows of a learned table as a path through their principal directions. */
export function tableFigure(
  { rows, dim, data }: PositionTable,
  { dims, seed }: { readonly dims: 2 | 3; readonly seed: number },
  signal: AbortSignal,
): Promise<Figure> {
  const shown = Array.from({ length: Math.ceil(rows / STEP) }, (_, index) => index * STEP);
  const vectors = new Float32Array(shown.length * dim);
  shown.forEach((row, at) => {
    vectors.set(data.subarray(row * dim, (row + 1) * dim), at * dim);
  });
  const base = { coordinates: pca(vectors, dim, dims).coordinates, dims };
  return finishFigure(
    {
      ...base,
      vectors,
      points: shown.map((row) => ({ id: String(row), text: String(row), kind: 'near' as const, group: '' })),
      arrows: shown.slice(1).map((_, at) => ({
        from: placeOf(base, at),
        to: placeOf(base, at + 1),
        kind: 'way' as const,
      })),
      captions: [],
      groups: [],
    },
    'principal directions of the rows',
    seed,
    signal,
  );
}
