import { unitRows } from './normalise.ts';
import { dot } from './similarity.ts';
import { rowOf } from './vectorSet.ts';

/** Cosines of many pairs in short. */
export interface PairCosines {
  readonly pairs: number;
  readonly mean: number;
  /** Standard deviation (over all pairs, not a sample of them). */
  readonly sd: number;
  /** How many pairs fall into each of `bins` equal parts of −1 … 1, the last one closed. */
  readonly counts: readonly number[];
}

/** n × n cosine similarities of the rows (n × dim), row-major. */
export function cosineMatrix(data: Float32Array, dim: number): Float32Array<ArrayBuffer> {
  const unit = unitRows(data, dim);
  const n = data.length / dim;
  const matrix = new Float32Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      matrix[i * n + j] = dot(rowOf(unit, dim, i), rowOf(unit, dim, j));
      matrix[j * n + i] = matrix[i * n + j];
    }
  }
  return matrix;
}

/** The pairs of a cosine matrix (n × n): those whose rows bear one label, those whose labels differ, and all. */
export function splitCosines(
  matrix: Float32Array,
  labels: readonly string[],
  bins: number,
): { readonly same: PairCosines; readonly other: PairCosines; readonly all: PairCosines } {
  const same: number[] = [];
  const other: number[] = [];
  const n = labels.length;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) (labels[i] === labels[j] ? same : other).push(matrix[i * n + j]);
  }
  return {
    same: inShort(same, bins),
    other: inShort(other, bins),
    all: inShort([...same, ...other], bins),
  };
}

function inShort(cosines: readonly number[], bins: number): PairCosines {
  const pairs = cosines.length;
  const mean = cosines.reduce((sum, value) => sum + value, 0) / pairs;
  const sd = Math.sqrt(cosines.reduce((sum, value) => sum + (value - mean) ** 2, 0) / pairs);
  const counts = new Array<number>(bins).fill(0);
  for (const value of cosines) {
    counts[Math.max(0, Math.min(bins - 1, Math.floor(((value + 1) / 2) * bins)))] += 1;
  }
  return { pairs, mean, sd, counts };
}
