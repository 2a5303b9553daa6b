import { raised } from './powers';

/** Added to squared distances, whose logarithm is taken; two points on one spot have no direction anyway. */
const LEAST_SQUARE: f32 = 1e-12;
/** umap-learn's clip of a gradient. */
const MOST: f32 = 4;
/** umap-learn's negative_sample_rate. */
const NEGATIVES: i32 = 5;
/** umap-learn's constant that keeps repulsion finite. */
const SOFT: f32 = 0.001;
/** A point's place: three coordinates and a 0. */
const PLACE: usize = 16;
/** Bits of the number of ticks that an epoch has. */
const TICK_BITS: i32 = 3;
const TICKS: i32 = 1 << TICK_BITS;

/** Well mixed bits of a counter (lowbias32, by C. Wellons' search for hashes of low bias). */
// @ts-ignore: decorator
@inline
function mixed(counter: i32): i32 {
  let h = counter ^ (counter >>> 16);
  h *= 0x7feb352d;
  h ^= h >>> 15;
  h *= 0x846ca68b;
  return h ^ (h >>> 16);
}

/** `mixed` of four counters. */
// @ts-ignore: decorator
@inline
function mixedFour(counters: v128): v128 {
  let h = v128.xor(counters, i32x4.shr_u(counters, 16));
  h = i32x4.mul(h, i32x4.splat(0x7feb352d));
  h = v128.xor(h, i32x4.shr_u(h, 15));
  h = i32x4.mul(h, i32x4.splat(0x846ca68b));
  return v128.xor(h, i32x4.shr_u(h, 16));
}

/** The tick of this epoch in which the pair acts: by lot, the same from both ends. */
// @ts-ignore: decorator
@inline
function tickOf(a: i32, b: i32, key: i32): i32 {
  return mixed((min(a, b) * 0x9e3779b1) ^ (max(a, b) * 0x85ebca77) ^ key) >>> (32 - TICK_BITS);
}

/**
 * Which edges act in this epoch, for parts `from` … `to` of `size` vertices: umap-learn's schedule (`rates`: strength / greatest
 * strength; an edge acts where ⌊epoch · rate⌋ grows), each in one of 8 ticks. To `acting`, from the part's first edge on, by tick: vertex
 * and other end; to `ticks`, 9 int32 a part, where each tick begins, counted in edges from there. `scratch`: an int32 and a byte an
 * edge of the largest part.
 */
export function drawEdges(
  scratch: usize,
  from: i32,
  to: i32,
  size: i32,
  n: i32,
  starts: usize,
  columns: usize,
  rates: usize,
  epoch: i32,
  key: i32,
  acting: usize,
  ticks: usize,
  most: i32,
): void {
  const now = <f32>epoch;
  // nobody acts in epoch 0
  const before = <f32>max(epoch - 1, 0);
  const drawn = scratch;
  const lots = scratch + (<usize>most << 3);
  for (let part = from; part < to; part++) {
    const bounds = ticks + <usize>part * <usize>((TICKS + 1) << 2);
    memory.fill(bounds, 0, <usize>((TICKS + 1) << 2));
    const last = min((part + 1) * size, n);
    const base = load<i32>(starts + (<usize>(part * size) << 2));
    let count: usize = 0;
    for (let vertex = part * size; vertex < last; vertex++) {
      let edge = <usize>load<i32>(starts + (<usize>vertex << 2));
      const end = <usize>load<i32>(starts + (<usize>(vertex + 1) << 2));
      for (; edge < end; edge += 4) {
        const rate = v128.load(rates + (edge << 2));
        let acts = i32x4.bitmask(
          f32x4.ne(
            f32x4.floor(f32x4.mul(rate, f32x4.splat(now))),
            f32x4.floor(f32x4.mul(rate, f32x4.splat(before))),
          ),
        );
        if (edge + 4 > end) acts &= (1 << <i32>(end - edge)) - 1;
        for (; acts; acts &= acts - 1) {
          const other = load<i32>(columns + ((edge + ctz(acts)) << 2));
          const tick = tickOf(vertex, other, key);
          store<i32>(drawn + (count << 3), vertex);
          store<i32>(drawn + (count << 3), other, 4);
          store<u8>(lots + count, tick);
          count++;
          const bound = bounds + (<usize>(tick + 1) << 2);
          store<i32>(bound, load<i32>(bound) + 1);
        }
      }
    }
    for (let tick = 0; tick < TICKS; tick++) {
      const bound = bounds + (<usize>tick << 2);
      store<i32>(bound, load<i32>(bound) + load<i32>(bound + 4), 4);
    }
    const list = acting + (<usize>base << 3);
    for (let at: usize = 0; at < count; at++) {
      const bound = bounds + (<usize>load<u8>(lots + at) << 2);
      const place = load<i32>(bound);
      store<i32>(bound, place + 1);
      store<i64>(list + (<usize>place << 3), load<i64>(drawn + (at << 3)));
    }
    // every bound has moved to the next tick's
    for (let tick = TICKS; tick > 0; tick--) {
      const bound = bounds + (<usize>tick << 2);
      store<i32>(bound, load<i32>(bound - 4));
    }
    store<i32>(bounds, 0);
  }
}

/**
 * One tick of UMAP's stochastic gradient descent (McInnes, Healy & Melville 2018) for parts `from` … `to` of `size` vertices: each edge that acts
 * (`drawEdges`) pulls its vertex with `pulls` times umap-learn's force, and 5 random vertices of the first `among` push it away. All
 * forces are from where points stood at the tick's begin (`places`), the vertices' new places are put to `moved`: so the result is
 * the same whoever does which part.
 */
export function moveVertices(
  scratch: usize,
  from: i32,
  to: i32,
  dims: i32,
  size: i32,
  n: i32,
  tick: i32,
  starts: usize,
  acting: usize,
  ticks: usize,
  places: usize,
  moved: usize,
  among: i32,
  alpha: f64,
  a: f64,
  b: f64,
  key: i32,
  pulls: f64,
): void {
  for (let part = from; part < to; part++) {
    const first = part * size;
    const last = min(first + size, n);
    const at = <usize>first * PLACE;
    memory.copy(moved + at, places + at, <usize>(last - first) * PLACE);
    const bounds = ticks + <usize>(part * (TICKS + 1) + tick) * 4;
    const list = acting + (<usize>load<i32>(starts + (<usize>first << 2)) << 3);
    const begin = list + (<usize>load<i32>(bounds) << 3);
    const count = load<i32>(bounds, 4) - load<i32>(bounds);
    if (dims == 2) act(true, begin, count, places, moved, among, alpha, a, b, key, pulls);
    else act(false, begin, count, places, moved, among, alpha, a, b, key, pulls);
  }
}

// @ts-ignore: decorator
@inline
function act(
  flat: bool,
  list: usize,
  count: i32,
  places: usize,
  moved: usize,
  among: i32,
  alpha: f64,
  a: f64,
  b: f64,
  key: i32,
  pulls: f64,
): void {
  const step = f32x4.splat(<f32>alpha);
  const slope = f32x4.splat(<f32>a);
  const power = f32x4.splat(<f32>b);
  const pull = f32x4.splat(<f32>(-2.0 * a * b * pulls));
  const push = f32x4.splat(<f32>(2.0 * b));
  const bound = i32x4.splat(among);
  const zero = f32x4.splat(0);
  for (let edge = 0; edge < count; edge += 4) {
    // four edges at a time; at the end the last one stands for those that lack, and does nothing
    const e0 = list + (<usize>edge << 3);
    const e1 = list + (<usize>min(edge + 1, count - 1) << 3);
    const e2 = list + (<usize>min(edge + 2, count - 1) << 3);
    const e3 = list + (<usize>min(edge + 3, count - 1) << 3);
    const live = i32x4.lt_s(i32x4.add(i32x4.splat(edge), i32x4(0, 1, 2, 3)), i32x4.splat(count));
    const v0 = load<i32>(e0);
    const v1 = load<i32>(e1);
    const v2 = load<i32>(e2);
    const v3 = load<i32>(e3);
    const j0 = load<i32>(e0, 4);
    const j1 = load<i32>(e1, 4);
    const j2 = load<i32>(e2, 4);
    const j3 = load<i32>(e3, 4);

    const p0 = v128.load(places + <usize>v0 * PLACE);
    const p1 = v128.load(places + <usize>v1 * PLACE);
    const p2 = v128.load(places + <usize>v2 * PLACE);
    const p3 = v128.load(places + <usize>v3 * PLACE);
    const p01 = v128.shuffle<i32>(p0, p1, 0, 4, 1, 5);
    const p23 = v128.shuffle<i32>(p2, p3, 0, 4, 1, 5);
    const x = v128.shuffle<i32>(p01, p23, 0, 1, 4, 5);
    const y = v128.shuffle<i32>(p01, p23, 2, 3, 6, 7);
    let z = zero;
    if (!flat) {
      const z01 = v128.shuffle<i32>(p0, p1, 2, 6, 3, 7);
      const z23 = v128.shuffle<i32>(p2, p3, 2, 6, 3, 7);
      z = v128.shuffle<i32>(z01, z23, 0, 1, 4, 5);
    }

    let mx = zero;
    let my = zero;
    let mz = zero;
    {
      const q0 = v128.load(places + <usize>j0 * PLACE);
      const q1 = v128.load(places + <usize>j1 * PLACE);
      const q2 = v128.load(places + <usize>j2 * PLACE);
      const q3 = v128.load(places + <usize>j3 * PLACE);
      const q01 = v128.shuffle<i32>(q0, q1, 0, 4, 1, 5);
      const q23 = v128.shuffle<i32>(q2, q3, 0, 4, 1, 5);
      const w01 = v128.shuffle<i32>(q0, q1, 2, 6, 3, 7);
      const w23 = v128.shuffle<i32>(q2, q3, 2, 6, 3, 7);
      const dx = f32x4.sub(x, v128.shuffle<i32>(q01, q23, 0, 1, 4, 5));
      const dy = f32x4.sub(y, v128.shuffle<i32>(q01, q23, 2, 3, 6, 7));
      const dz = flat ? zero : f32x4.sub(z, v128.shuffle<i32>(w01, w23, 0, 1, 4, 5));
      const square = squareOf(flat, dx, dy, dz);
      const far = raised(square, power);
      const strength = f32x4.div(
        f32x4.mul(pull, far),
        f32x4.mul(square, f32x4.add(f32x4.splat(1), f32x4.mul(slope, far))),
      );
      mx = clip(f32x4.mul(strength, dx));
      my = clip(f32x4.mul(strength, dy));
      if (!flat) mz = clip(f32x4.mul(strength, dz));
    }
    const own = i32x4.add(
      i32x4.add(
        i32x4.mul(i32x4(v0, v1, v2, v3), i32x4.splat(0x9e3779b1)),
        i32x4.mul(i32x4(j0, j1, j2, j3), i32x4.splat(0x85ebca77)),
      ),
      i32x4.splat(key),
    );
    for (let s = 0; s < NEGATIVES; s++) {
      const drawn = mixedFour(i32x4.add(own, i32x4.splat(s * 0x27d4eb2f)));
      // the high half of drawn · among: evenly 0 … among − 1
      const low = i64x2.extmul_low_i32x4_u(drawn, bound);
      const high = i64x2.extmul_high_i32x4_u(drawn, bound);
      const q0 = v128.load(places + <usize>i32x4.extract_lane(low, 1) * PLACE);
      const q1 = v128.load(places + <usize>i32x4.extract_lane(low, 3) * PLACE);
      const q2 = v128.load(places + <usize>i32x4.extract_lane(high, 1) * PLACE);
      const q3 = v128.load(places + <usize>i32x4.extract_lane(high, 3) * PLACE);
      const q01 = v128.shuffle<i32>(q0, q1, 0, 4, 1, 5);
      const q23 = v128.shuffle<i32>(q2, q3, 0, 4, 1, 5);
      const w01 = v128.shuffle<i32>(q0, q1, 2, 6, 3, 7);
      const w23 = v128.shuffle<i32>(q2, q3, 2, 6, 3, 7);
      const dx = f32x4.sub(x, v128.shuffle<i32>(q01, q23, 0, 1, 4, 5));
      const dy = f32x4.sub(y, v128.shuffle<i32>(q01, q23, 2, 3, 6, 7));
      const dz = flat ? zero : f32x4.sub(z, v128.shuffle<i32>(w01, w23, 0, 1, 4, 5));
      const square = squareOf(flat, dx, dy, dz);
      const strength = f32x4.div(
        push,
        f32x4.mul(
          f32x4.add(f32x4.splat(SOFT), square),
          f32x4.add(f32x4.splat(1), f32x4.mul(slope, raised(square, power))),
        ),
      );
      mx = f32x4.add(mx, clip(f32x4.mul(strength, dx)));
      my = f32x4.add(my, clip(f32x4.mul(strength, dy)));
      if (!flat) mz = f32x4.add(mz, clip(f32x4.mul(strength, dz)));
    }
    mx = v128.and(live, f32x4.mul(step, mx));
    my = v128.and(live, f32x4.mul(step, my));
    mz = flat ? zero : v128.and(live, f32x4.mul(step, mz));
    const m01 = v128.shuffle<i32>(mx, my, 0, 4, 1, 5);
    const m23 = v128.shuffle<i32>(mx, my, 2, 6, 3, 7);
    const n01 = v128.shuffle<i32>(mz, zero, 0, 4, 1, 5);
    const n23 = v128.shuffle<i32>(mz, zero, 2, 6, 3, 7);
    // in order: edges of one vertex stand together
    add(moved + <usize>v0 * PLACE, v128.shuffle<i64>(m01, n01, 0, 2));
    add(moved + <usize>v1 * PLACE, v128.shuffle<i64>(m01, n01, 1, 3));
    add(moved + <usize>v2 * PLACE, v128.shuffle<i64>(m23, n23, 0, 2));
    add(moved + <usize>v3 * PLACE, v128.shuffle<i64>(m23, n23, 1, 3));
  }
}

// @ts-ignore: decorator
@inline
function add(place: usize, move: v128): void {
  v128.store(place, f32x4.add(v128.load(place), move));
}

// @ts-ignore: decorator
@inline
function squareOf(flat: bool, dx: v128, dy: v128, dz: v128): v128 {
  const plane = f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy));
  const least = f32x4.splat(LEAST_SQUARE);
  return f32x4.add(plane, flat ? least : f32x4.add(f32x4.mul(dz, dz), least));
}

// @ts-ignore: decorator
@inline
function clip(gradient: v128): v128 {
  return f32x4.pmax(f32x4.pmin(gradient, f32x4.splat(MOST)), f32x4.splat(-MOST));
}
