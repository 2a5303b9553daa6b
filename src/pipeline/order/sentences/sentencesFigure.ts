import type { Embedded } from '../../../models/embeddingModel.ts';
import { pca } from '../../../projection/pca.ts';
import { unitRows } from '../../../vectors/normalise.ts';
import { type Figure, finishFigure } from '../../words/figure.ts';
import type { GivenSentences } from './givenSentences.ts';

interface Drawing {
  readonly dims: 2 | 3;
  readonly seed: number;
}

/** All sentences that the model in focus has a vector for, each group a group of the picture. */
export function sentencesFigure(
  { lines, groups }: GivenSentences,
  { data, dim, missing }: Embedded,
  { dims, seed }: Drawing,
  signal: AbortSignal,
): Promise<Figure> {
  const rows = rowsKnown(
    lines.map((_, row) => row),
    missing,
  );
  const vectors = pick(data, dim, rows);
  return finishFigure(
    {
      points: rows.map((row) => {
        const { id, text, group } = lines[row];
        return { id, text, kind: 'word' as const, group };
      }),
      vectors,
      coordinates: pca(unitRows(vectors, dim), dim, dims).coordinates,
      dims,
      arrows: [],
      captions: [],
      groups: groups.map(({ id, names }) => ({ id, names })),
    },
    'principal directions of the unit vectors of all sentences',
    seed,
    signal,
  );
}

/** For each group where its sentences stand by themselves: a PCA of their unit vectors, n × dims. */
export function groupPlaces(
  { groups }: GivenSentences,
  { data, dim, missing }: Embedded,
  dims: 2 | 3,
): number[][] {
  return groups.map(({ rows }) => {
    const known = rowsKnown(rows, missing);
    if (known.length === 0) return [];
    return Array.from(pca(unitRows(pick(data, dim, known), dim), dim, dims).coordinates);
  });
}

function rowsKnown(rows: readonly number[], missing: readonly number[]): number[] {
  const unknown = new Set(missing);
  return rows.filter((row) => !unknown.has(row));
}

function pick(data: Float32Array, dim: number, rows: readonly number[]): Float32Array<ArrayBuffer> {
  const picked = new Float32Array(rows.length * dim);
  rows.forEach((row, at) => {
    picked.set(data.subarray(row * dim, (row + 1) * dim), at * dim);
  });
  return picked;
}
