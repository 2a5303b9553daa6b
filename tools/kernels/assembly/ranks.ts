import { ROUNDING } from './nearest';
import { fourByTwo } from './products';
import { distancesTo } from './rerank';

/** How far float32 rounding of a distance can move a score, as a share of its parts. */
const SLACK: f64 = 3e-7;

/** Bytes of scratch that `rankTargets` needs for a row's targets. */
// @ts-ignore: decorator
@inline
function rowBytes(k: i32): usize {
  return (<usize>k) * 24 + 64;
}

/**
 * The ranks of `targets` (k a row, −1 for none) among all n points by distance from rows number `from` … `to` (in fours) of
 * `chosen` (count): 1 for the nearest, equal distances (as float32) by index, 0 for no target. Int16 products decide for all but
 * the few points whose bounds leave it open; those are measured in double precision. `scratch`: 4 rows, then 1 kB + 96 bytes a target.
 */
export function rankTargets(
  scratch: usize,
  from: i32,
  to: i32,
  chosen: usize,
  count: i32,
  n: i32,
  targets: usize,
  k: i32,
  ranks: usize,
  rows: usize,
  stride: i32,
  facts: usize,
  plane: usize,
  data: usize,
  dim: i32,
  cosine: i32,
  inverse: usize,
): void {
  const bytes = <usize>stride << 1;
  const block = scratch;
  const sums = block + 4 * bytes;
  const ownFacts = sums + 32;
  const pair = ownFacts + 64;
  const states = pair + 32;
  const each = rowBytes(k);
  for (let group = from; group < to; group++) {
    let edges = f32x4.splat(Infinity);
    for (let r = 0; r < 4; r++) {
      const t = min((group << 2) + r, count - 1);
      const row = load<i32>(chosen + (<usize>t << 2));
      memory.copy(block + <usize>r * bytes, rows + <usize>row * bytes, bytes);
      for (let f: usize = 0; f < 4; f++) {
        store<f32>(ownFacts + (f << 4) + (<usize>r << 2), load<f32>(facts + f * plane + (<usize>row << 2)));
      }
      const length = load<f32>(facts + 2 * plane + (<usize>row << 2));
      const edge = prepare(states + <usize>r * each, row, t, targets, k, data, dim, cosine, inverse, length);
      const live = (group << 2) + r < count;
      edges = r == 0 ? f32x4.replace_lane(edges, 0, live ? edge : Infinity)
        : r == 1 ? f32x4.replace_lane(edges, 1, live ? edge : Infinity)
        : r == 2 ? f32x4.replace_lane(edges, 2, live ? edge : Infinity)
        : f32x4.replace_lane(edges, 3, live ? edge : Infinity);
    }
    const scaleRows = v128.load(ownFacts);
    const lengthRows = v128.load(ownFacts + 32);
    const lossRows = v128.load(ownFacts + 48);
    for (let column = 0; column < n; column += 2) {
      fourByTwo(block, rows + <usize>column * bytes, bytes, sums);
      for (let side = 0; side < 2; side++) {
        const at = column + side;
        if (at >= n) break;
        const f = facts + (<usize>at << 2);
        const length = f32x4.splat(load<f32>(f + 2 * plane));
        const product = f32x4.mul(
          f32x4.convert_i32x4_s(v128.load(sums + (<usize>side << 4))),
          f32x4.mul(scaleRows, f32x4.splat(load<f32>(f))),
        );
        const error = f32x4.add(
          f32x4.mul(lengthRows, f32x4.splat(load<f32>(f + 3 * plane))),
          f32x4.mul(length, f32x4.add(lossRows, f32x4.mul(lengthRows, f32x4.splat(ROUNDING)))),
        );
        const score = f32x4.sub(product, f32x4.splat(load<f32>(f + plane)));
        const near = i32x4.bitmask(f32x4.ge(f32x4.add(score, error), edges));
        if (!near) continue;
        v128.store(pair, score);
        v128.store(pair, error, 16);
        for (let bits = near; bits; bits &= bits - 1) {
          const r = ctz(bits);
          meet(
            states + <usize>r * each,
            at,
            <f64>load<f32>(pair + (<usize>r << 2)),
            <f64>load<f32>(pair + 16 + (<usize>r << 2)),
            k,
            data,
            dim,
            cosine,
            inverse,
          );
        }
      }
    }
    for (let r = 0; r < 4; r++) {
      const t = (group << 2) + r;
      if (t < count) finish(states + <usize>r * each, t, targets, k, ranks);
    }
  }
}

/**
 * A row's state: the row, how many targets, then for each, nearest first: its score from below and above (float64), index,
 * distance (float32), points between it and the one before.
 */
function prepare(
  state: usize,
  row: i32,
  t: i32,
  targets: usize,
  k: i32,
  data: usize,
  dim: i32,
  cosine: i32,
  inverse: usize,
  length: f32,
): f32 {
  const list = targets + ((<usize>t * k) << 2);
  let held = 0;
  const distance = state + 16;
  const first = state + 32;
  for (let s = 0; s < k; s++) {
    const target = load<i32>(list + (<usize>s << 2));
    if (target < 0) continue;
    distancesTo(row, list + (<usize>s << 2), 1, data, dim, cosine, inverse, distance);
    const far = load<f32>(distance);
    let at = held++;
    while (at > 0) {
      const other = first + <usize>(at - 1) * 24;
      if (load<f32>(other + 12) < far) break;
      if (load<f32>(other + 12) == far && load<i32>(other + 8) < target) break;
      memory.copy(other + 24, other, 24);
      at--;
    }
    const own = first + <usize>at * 24;
    const wide = <f64>length;
    const exact = <f64>far;
    const score = cosine ? 1.0 - exact : 0.5 * (wide * wide - exact * exact);
    const slack = SLACK * (cosine ? 1.0 : wide * wide + exact * exact);
    store<f64>(own, score);
    store<i32>(own + 8, target);
    store<f32>(own + 12, far);
    store<i32>(own + 16, 0);
    store<f32>(own + 20, <f32>slack);
  }
  store<i32>(state, row);
  store<i32>(state + 4, held);
  if (held == 0) return Infinity;
  const last = first + <usize>(held - 1) * 24;
  return <f32>(load<f64>(last) - 2.0 * <f64>load<f32>(last + 20));
}

/** Counts `point` before those targets that are farther; `score` is known to within `error`. */
function meet(
  state: usize,
  point: i32,
  score: f64,
  error: f64,
  k: i32,
  data: usize,
  dim: i32,
  cosine: i32,
  inverse: usize,
): void {
  const row = load<i32>(state);
  if (point == row) return;
  const held = load<i32>(state + 4);
  const first = state + 32;
  let at = held - 1;
  let distance: f32 = -1;
  for (; at >= 0; at--) {
    const target = first + <usize>at * 24;
    const other = load<f64>(target);
    const slack = <f64>load<f32>(target + 20);
    if (score - error > other + slack) continue;
    if (score + error < other - slack) break;
    if (distance < 0) {
      store<i32>(state + 8, point);
      distancesTo(row, state + 8, 1, data, dim, cosine, inverse, state + 16);
      distance = load<f32>(state + 16);
    }
    const far = load<f32>(target + 12);
    if (!(distance < far || (distance == far && point < load<i32>(target + 8)))) break;
  }
  if (at < held - 1) {
    const counted = first + <usize>(at + 1) * 24 + 16;
    store<i32>(counted, load<i32>(counted) + 1);
  }
}

function finish(state: usize, t: i32, targets: usize, k: i32, ranks: usize): void {
  const held = load<i32>(state + 4);
  const first = state + 32;
  for (let s = 0; s < k; s++) {
    const at = (<usize>t * k + s) << 2;
    const target = load<i32>(targets + at);
    let rank = 0;
    if (target >= 0) {
      rank = 1;
      for (let u = 0; u < held; u++) {
        rank += load<i32>(first + <usize>u * 24 + 16);
        if (load<i32>(first + <usize>u * 24 + 8) == target) break;
      }
    }
    store<i32>(ranks + at, rank);
  }
}
