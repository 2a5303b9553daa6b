import { insert } from './lists';
import { fourByTwo } from './products';

/** Covers the rounding of float32 arithmetic and the product of two losses, as a share of the product of lengths. */
export const ROUNDING: f32 = 4.8e-7;

/** The rows of one tile's side: 64 rows of 384 int16 fill the first-level cache. */
const SIDE: i32 = 64;

/**
 * All pairs of tiles `from` … `to` of the upper triangle of n × n in tiles of 64, offered to the lists of both
 * rows: scores are upper bounds of x · y − |y|² / 2 (rows.ts), lists are this thread's own: n × m scores at `scratch`,
 * then n × m indices, then 32 bytes to work with.
 */
export function offerTiles(
  scratch: usize,
  from: i32,
  to: i32,
  n: i32,
  m: i32,
  rows: usize,
  stride: i32,
  facts: usize,
  plane: usize,
): void {
  const sides = (n + SIDE - 1) / SIDE;
  const indices = scratch + ((<usize>n * m) << 2);
  const sums = scratch + ((<usize>n * m) << 3);
  for (let tile = from; tile < to; tile++) {
    // row by row: rows before `down` hold down · sides − down (down − 1) / 2 tiles; solved in double precision, then mended
    const wide = <f64>(2 * sides + 1);
    let down = <i32>Math.floor((wide - Math.sqrt(wide * wide - 8.0 * <f64>tile)) / 2);
    while (down > 0 && tilesBefore(down, sides) > tile) down--;
    while (tilesBefore(down + 1, sides) <= tile) down++;
    const left = tile - tilesBefore(down, sides);
    offerTile(scratch, indices, sums, m, n, down * SIDE, (down + left) * SIDE, rows, stride, facts, plane);
  }
}

// @ts-ignore: decorator
@inline
function tilesBefore(down: i32, sides: i32): i32 {
  return down * sides - ((down * (down - 1)) >> 1);
}

function offerTile(
  scores: usize,
  indices: usize,
  sums: usize,
  m: i32,
  n: i32,
  rowStart: i32,
  columnStart: i32,
  rows: usize,
  stride: i32,
  facts: usize,
  plane: usize,
): void {
  const bytes = <usize>stride << 1;
  const listBytes = <usize>m << 2;
  const last = listBytes - 4;
  const rowEnd = min(rowStart + SIDE, n);
  const columnEnd = min(columnStart + SIDE, n);
  const diagonal = rowStart == columnStart;
  for (let row = rowStart; row < rowEnd; row += 4) {
    const fact = facts + (<usize>row << 2);
    const scaleRows = v128.load(fact);
    const halfRows = v128.load(fact + plane);
    const lengthRows = v128.load(fact + 2 * plane);
    const lossRows = v128.load(fact + 3 * plane);
    const p0 = rows + <usize>row * bytes;
    const list = scores + <usize>row * listBytes + last;
    let worst = f32x4(
      load<f32>(list),
      row + 1 < n ? load<f32>(list + listBytes) : Infinity,
      row + 2 < n ? load<f32>(list + 2 * listBytes) : Infinity,
      row + 3 < n ? load<f32>(list + 3 * listBytes) : Infinity,
    );
    for (let column = columnStart; column < columnEnd; column += 2) {
      fourByTwo(p0, rows + <usize>column * bytes, bytes, sums);
      for (let side = 0; side < 2; side++) {
        const at = column + side;
        if (at >= columnEnd) break;
        const f = facts + (<usize>at << 2);
        const length = f32x4.splat(load<f32>(f + 2 * plane));
        const bound = f32x4.add(
          f32x4.mul(f32x4.convert_i32x4_s(v128.load(sums + (<usize>side << 4))), f32x4.mul(scaleRows, f32x4.splat(load<f32>(f)))),
          f32x4.add(
            f32x4.mul(lengthRows, f32x4.splat(load<f32>(f + 3 * plane))),
            f32x4.mul(length, f32x4.add(lossRows, f32x4.mul(lengthRows, f32x4.splat(ROUNDING)))),
          ),
        );
        const half = load<f32>(f + plane);
        const forRows = f32x4.sub(bound, f32x4.splat(half));
        const better = i32x4.bitmask(f32x4.gt(forRows, worst));
        if (better) {
          const r = row;
          if (better & 1) offerOne(scores, indices, listBytes, m, r, at, f32x4.extract_lane(forRows, 0));
          if (better & 2) offerOne(scores, indices, listBytes, m, r + 1, at, f32x4.extract_lane(forRows, 1));
          if (better & 4) offerOne(scores, indices, listBytes, m, r + 2, at, f32x4.extract_lane(forRows, 2));
          if (better & 8) offerOne(scores, indices, listBytes, m, r + 3, at, f32x4.extract_lane(forRows, 3));
          worst = f32x4(
            load<f32>(list),
            row + 1 < n ? load<f32>(list + listBytes) : Infinity,
            row + 2 < n ? load<f32>(list + 2 * listBytes) : Infinity,
            row + 3 < n ? load<f32>(list + 3 * listBytes) : Infinity,
          );
        }
        if (diagonal) continue;
        const forColumn = f32x4.sub(bound, halfRows);
        const least = load<f32>(scores + <usize>at * listBytes + last);
        const good = i32x4.bitmask(f32x4.gt(forColumn, f32x4.splat(least)));
        if (good) {
          if (good & 1) offerOne(scores, indices, listBytes, m, at, row, f32x4.extract_lane(forColumn, 0));
          if (good & 2 && row + 1 < n) offerOne(scores, indices, listBytes, m, at, row + 1, f32x4.extract_lane(forColumn, 1));
          if (good & 4 && row + 2 < n) offerOne(scores, indices, listBytes, m, at, row + 2, f32x4.extract_lane(forColumn, 2));
          if (good & 8 && row + 3 < n) offerOne(scores, indices, listBytes, m, at, row + 3, f32x4.extract_lane(forColumn, 3));
        }
      }
    }
  }
}

function offerOne(
  scores: usize,
  indices: usize,
  listBytes: usize,
  m: i32,
  row: i32,
  candidate: i32,
  score: f32,
): void {
  if (row == candidate) return;
  const list = <usize>row * listBytes;
  insert(scores + list, indices + list, m, candidate, score);
}

/** Brings the lists of `others` more threads, `apart` bytes from one to the next, into those at `lists`: rows `from` … `to`. */
export function mergeLists(
  scratch: usize,
  from: i32,
  to: i32,
  n: i32,
  m: i32,
  lists: usize,
  others: i32,
  apart: usize,
): void {
  const plane = (<usize>n * m) << 2;
  const listBytes = <usize>m << 2;
  for (let other = 1; other <= others; other++) {
    const source = lists + <usize>other * apart;
    for (let row = from; row < to; row++) {
      const list = <usize>row * listBytes;
      for (let t = 0; t < m; t++) {
        const at = list + (<usize>t << 2);
        const index = load<i32>(source + plane + at);
        if (index < 0) break;
        const score = load<f32>(source + at);
        if (score < load<f32>(lists + list + listBytes - 4)) break;
        insert(lists + list, lists + plane + list, m, index, score);
      }
    }
  }
}
