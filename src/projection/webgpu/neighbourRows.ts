import type { Space } from '../../vectors/distanceTiles.ts';
import { rowNorms } from '../../vectors/normalise.ts';

/**
 * How the rows of a space go to the GPU: so that their straight distances in float32 order them by the metric. Cosine:
 * as unit rows, whose squared distance is twice the cosine distance. Euclidean: all by one power of two, which changes
 * no digit and keeps squares within float32.
 */
export interface NeighbourRows {
  /** The rows that go, ascending. Under cosine a zero row has no direction, so it stays behind. */
  readonly kept: Int32Array<ArrayBuffer>;
  /** The zero rows that stay behind, ascending. */
  readonly zero: Int32Array<ArrayBuffer>;
  /** Numbers of a row on the GPU: `dim` up to a multiple of 4, the rest zeros. */
  readonly width: number;
  /** What Euclidean distances are multiplied by; 1 under cosine. */
  readonly scale: number;
  /** Writes kept rows `from` … `to` − 1 into `target`, `width` numbers each; `target` holds zeros before. */
  write(from: number, to: number, target: Float32Array): void;
}

/** Prepares `space`, whose numbers are finite. */
export function neighbourRows({ data, dim, metric }: Space): NeighbourRows {
  const n = data.length / dim;
  const cosine = metric === 'cosine';
  const norms = cosine ? rowNorms(data, dim) : null;
  const kept: number[] = [];
  const zero: number[] = [];
  for (let row = 0; row < n; row++) (norms?.[row] === 0 ? zero : kept).push(row);
  const scale = cosine ? 1 : 2 ** -exponentAbove(data);
  const width = Math.ceil(dim / 4) * 4;
  return {
    kept: Int32Array.from(kept),
    zero: Int32Array.from(zero),
    width,
    scale,
    write(from, to, target) {
      for (let i = from; i < to; i++) {
        const row = kept[i];
        // as DistanceMeter scales it, then rounded to float32
        const factor = norms ? 1 / norms[row] : scale;
        let at = (i - from) * width;
        for (let p = row * dim, end = p + dim; p < end; p++) target[at++] = data[p] * factor;
      }
    },
  };
}

/** The least e with all |numbers| < 2^e; 0 where all are zero. */
function exponentAbove(data: Float32Array): number {
  let largest = 0;
  for (const value of data) largest = Math.max(largest, Math.abs(value));
  return largest === 0 ? 0 : Math.floor(Math.log2(largest)) + 1;
}
