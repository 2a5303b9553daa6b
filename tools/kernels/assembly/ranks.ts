import { ROUNDING } from './nearest';
import { fourByTwo } from './products';
import { distancesTo } from './rerank';

/** How far float32 rounding of a distance, a length and the score itself can move a score, as a share of its parts. */
const SLACK: f64 = 6e-7;

/** Places for a row's scores, in fours. */
// @ts-ignore: decorator
@inline
function placesFor(k: i32): i32 {
  return (k + 3) & ~3;
}

/** Bytes of scratch that `rankTargets` needs for a row's targets. */
// @ts-ignore: decorator
@inline
function rowBytes(k: i32): usize {
  return <usize>k * 16 + (<usize>placesFor(k) << 3) + 64;
}

/**
 * The ranks of `targets` (k a row, −1 for none) among all n points by distance from rows number `from` … `to` (in fours) of
 * `chosen` (count): 1 for the nearest, equal distances (as float32) by index, 0 for no target. Int16 products decide for all but
 * the few points whose bounds leave it open; those are measured in double precision. `scratch`: 4 rows, then 1 kB + 128 bytes a target.
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
            load<f32>(pair + (<usize>r << 2)),
            load<f32>(pair + 16 + (<usize>r << 2)),
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
 * A row's state: the row, how many targets; behind 32 bytes the scores that are certainly above each target's, nearest first, then
 * those that are certainly not below it; then for each its index, distance (float32), points between it and the one before. Answers the
 * least score that may come before the farthest.
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
  const places = placesFor(k);
  const above = state + 32;
  const below = above + (<usize>places << 2);
  const first = below + (<usize>places << 2);
  let held = 0;
  for (let s = 0; s < k; s++) {
    const target = load<i32>(list + (<usize>s << 2));
    if (target < 0) continue;
    distancesTo(row, list + (<usize>s << 2), 1, data, dim, cosine, inverse, state + 16);
    const far = load<f32>(state + 16);
    let at = held++;
    while (at > 0) {
      const other = first + (<usize>(at - 1) << 4);
      if (load<f32>(other + 4) < far) break;
      if (load<f32>(other + 4) == far && load<i32>(other) < target) break;
      memory.copy(other + 16, other, 16);
      at--;
    }
    const own = first + (<usize>at << 4);
    store<i32>(own, target);
    store<f32>(own + 4, far);
    store<i32>(own + 8, 0);
  }
  store<i32>(state, row);
  store<i32>(state + 4, held);
  const wide = <f64>length;
  for (let s = 0; s < places; s++) {
    let high: f32 = Infinity;
    let low: f32 = Infinity;
    if (s < held) {
      const exact = <f64>load<f32>(first + (<usize>s << 4) + 4);
      const score = cosine ? 1.0 - exact : 0.5 * (wide * wide - exact * exact);
      const slack = SLACK * (cosine ? 1.0 : wide * wide + exact * exact);
      high = <f32>(score + slack);
      low = <f32>(score - slack);
    }
    store<f32>(above + (<usize>s << 2), high);
    store<f32>(below + (<usize>s << 2), low);
  }
  return held > 0 ? load<f32>(below + (<usize>(held - 1) << 2)) : Infinity;
}

/** Counts `point` before those targets that are farther; `score` is known to within `error`. */
// @ts-ignore: decorator
@inline
function meet(
  state: usize,
  point: i32,
  score: f32,
  error: f32,
  k: i32,
  data: usize,
  dim: i32,
  cosine: i32,
  inverse: usize,
): void {
  const row = load<i32>(state);
  if (point == row) return;
  const places = <usize>placesFor(k) << 2;
  const least = f32x4.splat(score - error);
  const most = f32x4.splat(score + error);
  let surely = 0;
  let maybe = 0;
  for (let at: usize = 0; at < places; at += 16) {
    surely += popcnt(i32x4.bitmask(f32x4.gt(least, v128.load(state + 32 + at))));
    maybe += popcnt(i32x4.bitmask(f32x4.ge(most, v128.load(state + 32 + places + at))));
  }
  if (maybe == 0) return;
  // targets stand nearest first: it comes before the last so many
  const held = load<i32>(state + 4);
  const first = state + 32 + 2 * places;
  let at = held - surely;
  if (maybe != surely) at = measure(state, first, row, point, held - maybe, at, data, dim, cosine, inverse);
  if (at < held) {
    const counted = first + (<usize>at << 4) + 8;
    store<i32>(counted, load<i32>(counted) + 1);
  }
}

/** The first target of number `from` … `to` that `point` comes before, by exact distance; `to` if there is none. */
function measure(
  state: usize,
  first: usize,
  row: i32,
  point: i32,
  from: i32,
  to: i32,
  data: usize,
  dim: i32,
  cosine: i32,
  inverse: usize,
): i32 {
  store<i32>(state + 8, point);
  distancesTo(row, state + 8, 1, data, dim, cosine, inverse, state + 16);
  const distance = load<f32>(state + 16);
  let at = to;
  while (at > from) {
    const target = first + (<usize>(at - 1) << 4);
    const far = load<f32>(target + 4);
    if (!(distance < far || (distance == far && point < load<i32>(target)))) break;
    at--;
  }
  return at;
}

function finish(state: usize, t: i32, targets: usize, k: i32, ranks: usize): void {
  const held = load<i32>(state + 4);
  const first = state + 32 + (<usize>placesFor(k) << 3);
  for (let s = 0; s < k; s++) {
    const at = (<usize>t * k + s) << 2;
    const target = load<i32>(targets + at);
    let rank = 0;
    if (target >= 0) {
      rank = 1;
      for (let u = 0; u < held; u++) {
        rank += load<i32>(first + (<usize>u << 4) + 8);
        if (load<i32>(first + (<usize>u << 4)) == target) break;
      }
    }
    store<i32>(ranks + at, rank);
  }
}
