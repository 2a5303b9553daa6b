import { DistanceMeter } from '../../src/vectors/distanceTiles.ts';
import { TILE } from '../../src/vectors/tileKernel.ts';

/** A map of the points, and the neighbours that it was made from where its maker tells them. */
export interface JudgedMap {
  /** n × dims. */
  readonly coordinates: Float32Array;
  readonly dims: number;
  /** n × (length / n), nearest first; the point itself is passed over. */
  readonly neighbours: Int32Array | null;
}

export interface QualityTask {
  /** n × dim, rows of length 1. */
  readonly data: Float32Array;
  readonly dim: number;
  /** The rows that stand for all, ascending. */
  readonly rows: Int32Array;
  /** Rows of `rows` to look at, from and to: the work can be shared. */
  readonly from: number;
  readonly to: number;
  readonly k: number;
  readonly maps: readonly JudgedMap[];
}

/** Sums over the rows looked at, one entry a map; `scores` makes shares of them. */
export interface QualitySums {
  readonly strangers: number[];
  readonly lost: number[];
  /** Of how many true neighbours asked for, how many were found. */
  readonly asked: number[];
  readonly found: number[];
}

/**
 * Judges maps of the same points all in one way: exact distances in the space (cosine; float32) from each row to every
 * point, by which the map's neighbours get their ranks (trustworthiness), and exact distances in the map, by which
 * the space's neighbours get theirs (continuity). Equal distances rank by index.
 */
export function qualitySums({ data, dim, rows, from, to, k, maps }: QualityTask): QualitySums {
  const n = data.length / dim;
  const meter = new DistanceMeter({ data, dim, metric: 'cosine' });
  const sums = {
    strangers: maps.map(() => 0),
    lost: maps.map(() => 0),
    asked: maps.map(() => 0),
    found: maps.map(() => 0),
  };
  const block = new Float32Array(TILE * n);
  const inMap = new Float32Array(n);
  for (let start = from; start < to; start += TILE) {
    const count = Math.min(TILE, to - start);
    measureBlock(meter, rows, start, count, block, n);
    for (let r = 0; r < count; r++) {
      const row = rows[start + r];
      const inSpace = block.subarray(r * n, (r + 1) * n);
      const near = nearest(inSpace, row, k);
      maps.forEach((map, which) => {
        mapDistances(map, row, inMap);
        const shown = nearest(inMap, row, k);
        sums.strangers[which] += penalty(shown, near, inSpace, row, k);
        sums.lost[which] += penalty(near, shown, inMap, row, k);
        if (!map.neighbours) return;
        const { asked, found } = recalled(map.neighbours, n, row, near, inSpace);
        sums.asked[which] += asked;
        sums.found[which] += found;
      });
    }
  }
  return sums;
}

/** Trustworthiness and continuity as scikit-learn defines the first, over `rowCount` rows of n. */
export function qualityScore(penalties: number, rowCount: number, n: number, k: number): number {
  return 1 - penalties * (2 / (rowCount * k * (2 * n - 3 * k - 1)));
}

/** Distances in the space from `count` rows, from `rows[start]` on, to all n points: row-major in `block`. */
function measureBlock(
  meter: DistanceMeter,
  rows: Int32Array,
  start: number,
  count: number,
  block: Float32Array,
  n: number,
): void {
  for (let r = 0; r < count; r++) meter.packRow(r, rows[start + r]);
  for (let column = 0; column < n; column += TILE) {
    const width = Math.min(TILE, n - column);
    for (let c = 0; c < width; c++) meter.packColumn(c, column + c);
    const tile = meter.measure(count, width);
    for (let r = 0; r < count; r++) {
      block.set(tile.subarray(r * TILE, r * TILE + width), r * n + column);
    }
  }
}

function mapDistances({ coordinates, dims }: JudgedMap, row: number, out: Float32Array): void {
  const x = coordinates[row * dims];
  const y = coordinates[row * dims + 1];
  if (dims === 2) {
    for (let j = 0, at = 0; j < out.length; j++, at += 2) {
      const [dx, dy] = [coordinates[at] - x, coordinates[at + 1] - y];
      out[j] = dx * dx + dy * dy;
    }
    return;
  }
  const z = coordinates[row * dims + 2];
  for (let j = 0, at = 0; j < out.length; j++, at += 3) {
    const [dx, dy, dz] = [coordinates[at] - x, coordinates[at + 1] - y, coordinates[at + 2] - z];
    out[j] = dx * dx + dy * dy + dz * dz;
  }
}

/** The k nearest by `distances`, nearest first, the row itself left out. */
function nearest(distances: Float32Array, row: number, k: number): Int32Array {
  const indices = new Int32Array(k).fill(-1);
  const values = new Float32Array(k).fill(Number.POSITIVE_INFINITY);
  for (let j = 0; j < distances.length; j++) {
    const distance = distances[j];
    if (!(distance < values[k - 1]) || j === row) continue;
    let at = k - 1;
    for (; at > 0 && values[at - 1] > distance; at--) {
      values[at] = values[at - 1];
      indices[at] = indices[at - 1];
    }
    values[at] = distance;
    indices[at] = j;
  }
  return indices;
}

/** By how many ranks the members of `list` that `others` lacks lie beyond k, ranked by `distances`. */
function penalty(list: Int32Array, others: Int32Array, distances: Float32Array, row: number, k: number) {
  const strangers = list.filter((target) => !others.includes(target));
  if (strangers.length === 0) return 0;
  const far = strangers.map((target) => target).sort((a, b) => distances[b] - distances[a])[0];
  const farthest = distances[far];
  let total = 0;
  for (let j = 0; j < distances.length; j++) {
    const distance = distances[j];
    if (distance > farthest || j === row) continue;
    for (const target of strangers) {
      const limit = distances[target];
      if (distance < limit || (distance === limit && j < target)) total++;
    }
  }
  // `total` counts what is nearer than each stranger: its rank less one
  return total + strangers.length * (1 - k);
}

/** Of the nearest points, as many as the list has beside the point itself, those found or as near. */
function recalled(lists: Int32Array, n: number, row: number, near: Int32Array, distances: Float32Array) {
  const width = lists.length / n;
  const listed = lists.subarray(row * width, (row + 1) * width).filter((j) => j !== row && j >= 0);
  const asked = Math.min(near.length, lists[row * width] === row ? width - 1 : width);
  const reach = distances[near[asked - 1]];
  let found = 0;
  for (const j of listed.subarray(0, asked)) if (distances[j] <= reach) found++;
  return { asked, found };
}
