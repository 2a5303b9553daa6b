import { sumLanes } from './lanes';
import { insert } from './lists';
import { fourByTwo } from './products';

/**
 * Random projection trees (Dasgupta & Freund 2008; as in pynndescent): a tree halves the rows again and again by the median of their
 * projections onto the line through two of them, down to leaves of like rows. All trees over n rows have leaves at the
 * same places: a range splits at its middle while it is longer than `leaf`.
 */

/** The state of the tree's dice; one tree at a time in a thread. */
let dice: i32 = 0;

// @ts-ignore: decorator
@inline
function roll(sides: i32): i32 {
  dice += 0x9e3779b9;
  let h = dice ^ (dice >>> 16);
  h *= 0x7feb352d;
  h ^= h >>> 15;
  h *= 0x846ca68b;
  h ^= h >>> 16;
  return <i32>((<u64>(<u32>h) * <u64>(<u32>sides)) >> 32);
}

/**
 * Plants trees number `from` … `to`, each an order of the n rows (`orders`, n int32 a tree). `scratch`: n float32 and a
 * row, twice. Each tree depends on `seed` and its number alone.
 */
export function plantTrees(
  scratch: usize,
  from: i32,
  to: i32,
  seed: i32,
  n: i32,
  leaf: i32,
  rows: usize,
  stride: i32,
  facts: usize,
  orders: usize,
): void {
  const direction = scratch + ((<usize>n << 2) + 15 & ~15);
  for (let tree = from; tree < to; tree++) {
    dice = seed + tree * 0x85ebca6b;
    const order = orders + ((<usize>tree * n) << 2);
    for (let i = 0; i < n; i++) store<i32>(order + (<usize>i << 2), i);
    halve(scratch, direction, order, 0, n, leaf, rows, stride, facts);
  }
}

function halve(
  keys: usize,
  direction: usize,
  order: usize,
  from: i32,
  to: i32,
  leaf: i32,
  rows: usize,
  stride: i32,
  facts: usize,
): void {
  while (to - from > leaf) {
    const bytes = <usize>stride << 1;
    const a = load<i32>(order + (<usize>(from + roll(to - from)) << 2));
    const b = load<i32>(order + (<usize>(from + roll(to - from)) << 2));
    between(a, b, rows, stride, facts, direction);
    for (let t = from; t < to; t++) {
      const row = load<i32>(order + (<usize>t << 2));
      const p = rows + <usize>row * bytes;
      let s0 = i32x4.splat(0);
      for (let d: usize = 0; d < bytes; d += 16) {
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(v128.load(p + d), v128.load(direction + d)));
      }
      store<f32>(keys + (<usize>row << 2), <f32>sumLanes(s0) * load<f32>(facts + (<usize>row << 2)));
    }
    const middle = (from + to) >> 1;
    select(keys, order, from, to - 1, middle);
    halve(keys, direction, order, from, middle, leaf, rows, stride, facts);
    from = middle;
  }
}

/** The direction from row b to row a as int16 of length 32767 at most. */
function between(a: i32, b: i32, rows: usize, stride: i32, facts: usize, direction: usize): void {
  const p = rows + ((<usize>a * stride) << 1);
  const q = rows + ((<usize>b * stride) << 1);
  const fa = <f64>load<f32>(facts + (<usize>a << 2));
  const fb = <f64>load<f32>(facts + (<usize>b << 2));
  let squares: f64 = 0;
  for (let d: usize = 0; d < (<usize>stride << 1); d += 2) {
    const value = <f64>load<i16>(p + d) * fa - <f64>load<i16>(q + d) * fb;
    squares += value * value;
  }
  const up = squares > 0 ? 32766.0 / Math.sqrt(squares) : 0;
  for (let d: usize = 0; d < (<usize>stride << 1); d += 2) {
    const value = (<f64>load<i16>(p + d) * fa - <f64>load<i16>(q + d) * fb) * up;
    store<i16>(direction + d, <i16>nearest(value));
  }
}

// @ts-ignore: decorator
@inline
function before(keys: usize, a: i32, b: i32): bool {
  const x = load<f32>(keys + (<usize>a << 2));
  const y = load<f32>(keys + (<usize>b << 2));
  return x < y || (x == y && a < b);
}

/** Hoare's quickselect by key and then row: the `wanted` first stand before the rest. */
function select(keys: usize, order: usize, low: i32, high: i32, wanted: i32): void {
  while (low < high) {
    const pivot = load<i32>(order + (<usize>((low + high) >> 1) << 2));
    let i = low;
    let j = high;
    while (i <= j) {
      while (before(keys, load<i32>(order + (<usize>i << 2)), pivot)) i++;
      while (before(keys, pivot, load<i32>(order + (<usize>j << 2)))) j--;
      if (i <= j) {
        const held = load<i32>(order + (<usize>i << 2));
        store<i32>(order + (<usize>i << 2), load<i32>(order + (<usize>j << 2)));
        store<i32>(order + (<usize>j << 2), held);
        i++;
        j--;
      }
    }
    if (wanted <= j) high = j;
    else if (wanted >= i) low = i;
    else return;
  }
}

/**
 * All pairs within leaves `from` … `to` (`bounds`: where each begins in `order`, and the end) offered to the lists of both rows
 * by x · y − |y|² / 2. `scratch`: room for the rows of a leaf and 2, their facts, and 64 bytes.
 */
export function joinLeaves(
  scratch: usize,
  from: i32,
  to: i32,
  bounds: usize,
  order: usize,
  most: i32,
  m: i32,
  scores: usize,
  indices: usize,
  rows: usize,
  stride: i32,
  facts: usize,
  plane: usize,
): void {
  const bytes = <usize>stride << 1;
  const padded = (most + 7) & ~3;
  const block = scratch;
  const scale = block + <usize>padded * bytes;
  const half = scale + (<usize>padded << 2);
  const sums = half + (<usize>padded << 2);
  for (let leaf = from; leaf < to; leaf++) {
    const start = load<i32>(bounds + (<usize>leaf << 2));
    const count = load<i32>(bounds + (<usize>(leaf + 1) << 2)) - start;
    const members = order + (<usize>start << 2);
    for (let t = 0; t < padded; t++) {
      const row = load<i32>(members + (<usize>min(t, count - 1) << 2));
      if (t < count + 4) memory.copy(block + <usize>t * bytes, rows + <usize>row * bytes, bytes);
      store<f32>(scale + (<usize>t << 2), load<f32>(facts + (<usize>row << 2)));
      store<f32>(half + (<usize>t << 2), load<f32>(facts + plane + (<usize>row << 2)));
    }
    for (let r = 0; r < count; r += 4) {
      const scales = v128.load(scale + (<usize>r << 2));
      const halves = v128.load(half + (<usize>r << 2));
      // the pairs of these four with those behind them
      for (let c = r + 1; c < count; c += 2) {
        fourByTwo(block + <usize>r * bytes, block + <usize>c * bytes, bytes, sums);
        for (let side = 0; side < 2; side++) {
          const at = c + side;
          if (at >= count) break;
          const product = f32x4.mul(
            f32x4.convert_i32x4_s(v128.load(sums + (<usize>side << 4))),
            f32x4.mul(scales, f32x4.splat(load<f32>(scale + (<usize>at << 2)))),
          );
          v128.store(sums, f32x4.sub(product, f32x4.splat(load<f32>(half + (<usize>at << 2)))), 32);
          v128.store(sums, f32x4.sub(product, halves), 48);
          const other = load<i32>(members + (<usize>at << 2));
          for (let lane = 0; lane < 4 && r + lane < at; lane++) {
            const row = load<i32>(members + (<usize>(r + lane) << 2));
            offer(scores, indices, m, row, other, load<f32>(sums + 32 + (<usize>lane << 2)));
            offer(scores, indices, m, other, row, load<f32>(sums + 48 + (<usize>lane << 2)));
          }
        }
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function offer(scores: usize, indices: usize, m: i32, row: i32, candidate: i32, score: f32): void {
  const list = (<usize>row * m) << 2;
  if (score < load<f32>(scores + list + (<usize>(m - 1) << 2))) return;
  insert(scores + list, indices + list, m, candidate, score);
}
