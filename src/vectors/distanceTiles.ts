import type { Metric } from '../contract/options.ts';
import { rowNorms } from './normalise.ts';
import { GROUP, makeTileKernel, panelOffset, TILE, type TileKernel } from './tileKernel.ts';

/** n vectors among which distances are measured; the caller must have validated them. */
export interface Space {
  readonly data: Float32Array;
  readonly dim: number;
  readonly metric: Metric;
}

/**
 * Distances between `rowCount` rows and `columnCount` columns, as float32: entry (r, c) of `distances` is at
 * r · TILE + c. The buffer is reused by the next tile.
 */
export interface DistanceTile {
  readonly rowStart: number;
  readonly rowCount: number;
  readonly columnStart: number;
  readonly columnCount: number;
  readonly distances: Float32Array;
  /** Tiles done when this one is, and all there will be. */
  readonly done: number;
  readonly total: number;
}

/** Rounding leaves the cosine of two equal directions within a few 1e-16 of 1; float32 data cannot differ by so little. */
const SAME_DIRECTION = 4e-15;
const LARGEST = 3.4028234663852886e38;

/**
 * Packs rows, measures tiles and single pairs, all by one arithmetic: a pair has bit for bit the same
 * distance wherever it is measured. Cosine: 1 − cosine similarity, exactly 0 for equal directions, 1 where
 * a vector is zero. Euclidean: the root of the sum of squared differences, exactly 0 for equal vectors.
 */
export class DistanceMeter {
  readonly count: number;
  readonly #space: Space;
  /** 1 / length of each row under cosine, else 1; 0 for a zero row. */
  readonly #scales: Float64Array;
  readonly #kernel: TileKernel;
  readonly #distances = new Float32Array(TILE * TILE);

  constructor(space: Space, engine: 'auto' | 'js' = 'auto') {
    this.#space = space;
    this.count = space.data.length / space.dim;
    this.#kernel = makeTileKernel(space.dim, engine);
    this.#scales =
      space.metric === 'cosine'
        ? rowNorms(space.data, space.dim).map((length) => (length > 0 ? 1 / length : 0))
        : new Float64Array(this.count).fill(1);
  }

  /** Packs row `row` of the space as vector `slot` of the rows' panel. */
  packRow(slot: number, row: number): void {
    this.#pack(this.#kernel.rows, slot, row);
  }

  /** Packs row `row` of the space as vector `slot` of the columns' panel. */
  packColumn(slot: number, row: number): void {
    this.#pack(this.#kernel.columns, slot, row);
  }

  #pack(panel: Float64Array, slot: number, row: number): void {
    const { data, dim } = this.#space;
    const scale = this.#scales[row];
    let to = panelOffset(slot, dim);
    for (let at = row * dim, end = at + dim; at < end; at++, to += GROUP) panel[to] = data[at] * scale;
  }

  /** Distances of the packed rows and columns; entry (r, c) at r · TILE + c, in a buffer that is reused. */
  measure(rowCount: number, columnCount: number): Float32Array {
    const { sums } = this.#kernel;
    const distances = this.#distances;
    const cosine = this.#space.metric === 'cosine';
    if (cosine) this.#kernel.dot(rowCount, columnCount);
    else this.#kernel.squared(rowCount, columnCount);
    for (let row = 0; row < rowCount; row++) {
      const from = row * TILE;
      const end = from + columnCount;
      if (cosine) for (let at = from; at < end; at++) distances[at] = distanceOfCosine(sums[at]);
      else for (let at = from; at < end; at++) distances[at] = distanceOfSquares(sums[at]);
    }
    return distances;
  }

  /** The float32 distance of two rows: the same bits as in a tile. */
  pair(a: number, b: number): number {
    const { data, dim, metric } = this.#space;
    const scaleA = this.#scales[a];
    const scaleB = this.#scales[b];
    let p = a * dim;
    let q = b * dim;
    let sum = 0;
    if (metric === 'cosine') {
      for (const end = p + dim; p < end; p++, q++) sum += data[p] * scaleA * (data[q] * scaleB);
      return Math.fround(distanceOfCosine(sum));
    }
    for (const end = p + dim; p < end; p++, q++) {
      const difference = data[p] - data[q];
      sum += difference * difference;
    }
    return Math.fround(distanceOfSquares(sum));
  }
}

/** Cosine distance of a dot product of unit vectors, 0 … 2; 0 where only rounding keeps it from 0. */
export function distanceOfCosine(similarity: number): number {
  const distance = 1 - similarity;
  return distance < SAME_DIRECTION ? 0 : Math.min(distance, 2);
}

/** Euclidean distance of a sum of squared differences, kept within float32. */
export function distanceOfSquares(sum: number): number {
  const distance = Math.sqrt(sum);
  return Math.min(distance, LARGEST);
}

/**
 * All pairs of the space, each once: tiles (I, J) with J ≥ I, I in the outer loop. The tile on the
 * diagonal holds both orders of its pairs and the points themselves.
 */
export function* symmetricTiles(space: Space, engine: 'auto' | 'js' = 'auto'): Generator<DistanceTile, void> {
  const meter = new DistanceMeter(space, engine);
  const n = meter.count;
  const blocks = Math.ceil(n / TILE);
  const total = (blocks * (blocks + 1)) / 2;
  let done = 0;
  for (let rowStart = 0; rowStart < n; rowStart += TILE) {
    const rowCount = Math.min(TILE, n - rowStart);
    for (let slot = 0; slot < rowCount; slot++) meter.packRow(slot, rowStart + slot);
    for (let columnStart = rowStart; columnStart < n; columnStart += TILE) {
      const columnCount = Math.min(TILE, n - columnStart);
      for (let slot = 0; slot < columnCount; slot++) meter.packColumn(slot, columnStart + slot);
      const distances = meter.measure(rowCount, columnCount);
      done++;
      yield { rowStart, rowCount, columnStart, columnCount, distances, done, total };
    }
  }
}

/** The chosen rows against every point: `rowStart` counts in `rows`, columns count in the space. */
export function* rowTiles(space: Space, rows: Int32Array): Generator<DistanceTile, void> {
  const meter = new DistanceMeter(space);
  const n = meter.count;
  const total = Math.ceil(rows.length / TILE) * Math.ceil(n / TILE);
  let done = 0;
  for (let rowStart = 0; rowStart < rows.length; rowStart += TILE) {
    const rowCount = Math.min(TILE, rows.length - rowStart);
    for (let slot = 0; slot < rowCount; slot++) meter.packRow(slot, rows[rowStart + slot]);
    for (let columnStart = 0; columnStart < n; columnStart += TILE) {
      const columnCount = Math.min(TILE, n - columnStart);
      for (let slot = 0; slot < columnCount; slot++) meter.packColumn(slot, columnStart + slot);
      const distances = meter.measure(rowCount, columnCount);
      done++;
      yield { rowStart, rowCount, columnStart, columnCount, distances, done, total };
    }
  }
}
