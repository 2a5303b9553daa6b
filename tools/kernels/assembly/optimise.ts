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

/**
 * One epoch of UMAP's stochastic gradient descent (McInnes, Healy & Melville 2018) for vertices `from` … `to` of
 * `order`, four at a time. Every vertex moves itself alone, from where all stood at the epoch's begin (`places`) to
 * `moved`: so the result is the same whoever does which part. Each of its edges fires by umap-learn's schedule (`rates`:
 * strength / greatest strength) and pulls it with `pulls` times umap-learn's force, then brings 5 random vertices of the
 * first `n` that push it away. `from` and `to` count groups of 4; `scratch` has room for 4 × the greatest degree (`most`) of
 * int32.
 */
export function moveVertices(
  scratch: usize,
  from: i32,
  to: i32,
  dims: i32,
  order: usize,
  count: i32,
  starts: usize,
  columns: usize,
  rates: usize,
  places: usize,
  moved: usize,
  n: i32,
  epoch: i32,
  alpha: f64,
  a: f64,
  b: f64,
  key: i32,
  pulls: f64,
  most: i32,
): void {
  if (dims == 2) {
    move(true, scratch, from, to, order, count, starts, columns, rates, places, moved, n, epoch, alpha, a, b, key, pulls, most);
  } else {
    move(false, scratch, from, to, order, count, starts, columns, rates, places, moved, n, epoch, alpha, a, b, key, pulls, most);
  }
}

// @ts-ignore: decorator
@inline
function move(
  flat: bool,
  scratch: usize,
  from: i32,
  to: i32,
  order: usize,
  count: i32,
  starts: usize,
  columns: usize,
  rates: usize,
  places: usize,
  moved: usize,
  n: i32,
  epoch: i32,
  alpha: f64,
  a: f64,
  b: f64,
  key: i32,
  pulls: f64,
  most: i32,
): void {
  const now = <f32>epoch;
  // nobody acts in epoch 0
  const before = <f32>max(epoch - 1, 0);
  const step = f32x4.splat(<f32>alpha);
  const slope = f32x4.splat(<f32>a);
  const power = f32x4.splat(<f32>b);
  const pull = f32x4.splat(<f32>(-2.0 * a * b * pulls));
  const push = f32x4.splat(<f32>(2.0 * b));
  const lane = <usize>most << 2;
  const bound = i32x4.splat(n);
  for (let group = from; group < to; group++) {
    const first = group << 2;
    let fired0 = 0;
    let fired1 = 0;
    let fired2 = 0;
    let fired3 = 0;
    const v0 = load<i32>(order + (<usize>first << 2));
    const v1 = first + 1 < count ? load<i32>(order + (<usize>(first + 1) << 2)) : v0;
    const v2 = first + 2 < count ? load<i32>(order + (<usize>(first + 2) << 2)) : v0;
    const v3 = first + 3 < count ? load<i32>(order + (<usize>(first + 3) << 2)) : v0;
    fired0 = firing(v0, starts, columns, rates, now, before, scratch);
    if (first + 1 < count) fired1 = firing(v1, starts, columns, rates, now, before, scratch + lane);
    if (first + 2 < count) fired2 = firing(v2, starts, columns, rates, now, before, scratch + 2 * lane);
    if (first + 3 < count) fired3 = firing(v3, starts, columns, rates, now, before, scratch + 3 * lane);
    const rounds = max(max(fired0, fired1), max(fired2, fired3));

    // the four places, a vector for each coordinate
    const p0 = v128.load(places + <usize>v0 * PLACE);
    const p1 = v128.load(places + <usize>v1 * PLACE);
    const p2 = v128.load(places + <usize>v2 * PLACE);
    const p3 = v128.load(places + <usize>v3 * PLACE);
    const p01 = v128.shuffle<i32>(p0, p1, 0, 4, 1, 5);
    const p23 = v128.shuffle<i32>(p2, p3, 0, 4, 1, 5);
    const z01 = v128.shuffle<i32>(p0, p1, 2, 6, 3, 7);
    const z23 = v128.shuffle<i32>(p2, p3, 2, 6, 3, 7);
    let x = v128.shuffle<i32>(p01, p23, 0, 1, 4, 5);
    let y = v128.shuffle<i32>(p01, p23, 2, 3, 6, 7);
    let z = flat ? f32x4.splat(0) : v128.shuffle<i32>(z01, z23, 0, 1, 4, 5);
    const own = i32x4.add(
      i32x4.mul(i32x4(v0, v1, v2, v3), i32x4.splat(0x9e3779b1)),
      i32x4.splat(key),
    );
    const fired = i32x4(fired0, fired1, fired2, fired3);

    for (let round = 0; round < rounds; round++) {
      const at = <usize>round << 2;
      const live = i32x4.lt_s(i32x4.splat(round), fired);
      {
        const j0 = round < fired0 ? load<i32>(scratch + at) : v0;
        const j1 = round < fired1 ? load<i32>(scratch + lane + at) : v1;
        const j2 = round < fired2 ? load<i32>(scratch + 2 * lane + at) : v2;
        const j3 = round < fired3 ? load<i32>(scratch + 3 * lane + at) : v3;
        const q0 = v128.load(places + <usize>j0 * PLACE);
        const q1 = v128.load(places + <usize>j1 * PLACE);
        const q2 = v128.load(places + <usize>j2 * PLACE);
        const q3 = v128.load(places + <usize>j3 * PLACE);
        const q01 = v128.shuffle<i32>(q0, q1, 0, 4, 1, 5);
        const q23 = v128.shuffle<i32>(q2, q3, 0, 4, 1, 5);
        const w01 = v128.shuffle<i32>(q0, q1, 2, 6, 3, 7);
        const w23 = v128.shuffle<i32>(q2, q3, 2, 6, 3, 7);
        const ox = v128.shuffle<i32>(q01, q23, 0, 1, 4, 5);
        const oy = v128.shuffle<i32>(q01, q23, 2, 3, 6, 7);
        const dx = f32x4.sub(x, ox);
        const dy = f32x4.sub(y, oy);
        const dz = flat ? f32x4.splat(0) : f32x4.sub(z, v128.shuffle<i32>(w01, w23, 0, 1, 4, 5));
        const square = squareOf(flat, dx, dy, dz);
        const far = raised(square, power);
        const strength = f32x4.div(
          f32x4.mul(pull, far),
          f32x4.mul(square, f32x4.add(f32x4.splat(1), f32x4.mul(slope, far))),
        );
        x = f32x4.add(x, v128.and(live, f32x4.mul(step, clip(f32x4.mul(strength, dx)))));
        y = f32x4.add(y, v128.and(live, f32x4.mul(step, clip(f32x4.mul(strength, dy)))));
        if (!flat) z = f32x4.add(z, v128.and(live, f32x4.mul(step, clip(f32x4.mul(strength, dz)))));
      }
      // all five from the same place: they need not wait for each other
      let sx = f32x4.splat(0);
      let sy = f32x4.splat(0);
      let sz = f32x4.splat(0);
      for (let s = 0; s < NEGATIVES; s++) {
        const drawn = hash(i32x4.add(own, i32x4.splat(round * NEGATIVES + s)));
        // the high half of drawn · n: evenly 0 … n − 1
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
        const dz = flat ? f32x4.splat(0) : f32x4.sub(z, v128.shuffle<i32>(w01, w23, 0, 1, 4, 5));
        const square = squareOf(flat, dx, dy, dz);
        const strength = f32x4.div(
          push,
          f32x4.mul(
            f32x4.add(f32x4.splat(SOFT), square),
            f32x4.add(f32x4.splat(1), f32x4.mul(slope, raised(square, power))),
          ),
        );
        sx = f32x4.add(sx, clip(f32x4.mul(strength, dx)));
        sy = f32x4.add(sy, clip(f32x4.mul(strength, dy)));
        if (!flat) sz = f32x4.add(sz, clip(f32x4.mul(strength, dz)));
      }
      x = f32x4.add(x, v128.and(live, f32x4.mul(step, sx)));
      y = f32x4.add(y, v128.and(live, f32x4.mul(step, sy)));
      if (!flat) z = f32x4.add(z, v128.and(live, f32x4.mul(step, sz)));
    }
    storePlace(moved, v0, f32x4.extract_lane(x, 0), f32x4.extract_lane(y, 0), f32x4.extract_lane(z, 0));
    if (first + 1 < count) storePlace(moved, v1, f32x4.extract_lane(x, 1), f32x4.extract_lane(y, 1), f32x4.extract_lane(z, 1));
    if (first + 2 < count) storePlace(moved, v2, f32x4.extract_lane(x, 2), f32x4.extract_lane(y, 2), f32x4.extract_lane(z, 2));
    if (first + 3 < count) storePlace(moved, v3, f32x4.extract_lane(x, 3), f32x4.extract_lane(y, 3), f32x4.extract_lane(z, 3));
  }
}

// @ts-ignore: decorator
@inline
function storePlace(places: usize, vertex: i32, x: f32, y: f32, z: f32): void {
  const at = places + <usize>vertex * PLACE;
  store<f32>(at, x);
  store<f32>(at + 4, y);
  store<f32>(at + 8, z);
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

/** Well mixed bits of four counters (lowbias32, by C. Wellons' search for hashes of low bias). */
// @ts-ignore: decorator
@inline
function hash(counters: v128): v128 {
  let h = v128.xor(counters, i32x4.shr_u(counters, 16));
  h = i32x4.mul(h, i32x4.splat(0x7feb352d));
  h = v128.xor(h, i32x4.shr_u(h, 15));
  h = i32x4.mul(h, i32x4.splat(0x846ca68b));
  return v128.xor(h, i32x4.shr_u(h, 16));
}

/** Writes the other ends of the vertex's edges that fire in this epoch to `fired`, in order, and answers how many. */
// @ts-ignore: decorator
@inline
function firing(
  vertex: i32,
  starts: usize,
  columns: usize,
  rates: usize,
  now: f32,
  before: f32,
  fired: usize,
): i32 {
  let edge = <usize>load<i32>(starts + (<usize>vertex << 2));
  const end = <usize>load<i32>(starts + (<usize>(vertex + 1) << 2));
  let to = fired;
  for (; edge + 4 <= end; edge += 4) {
    const rate = v128.load(rates + (edge << 2));
    const fires = i32x4.bitmask(
      f32x4.ne(
        f32x4.floor(f32x4.mul(rate, f32x4.splat(now))),
        f32x4.floor(f32x4.mul(rate, f32x4.splat(before))),
      ),
    );
    for (let bits = fires; bits; bits &= bits - 1) {
      store<i32>(to, load<i32>(columns + ((edge + ctz(bits)) << 2)));
      to += 4;
    }
  }
  for (; edge < end; edge++) {
    const rate = load<f32>(rates + (edge << 2));
    if (floor(rate * now) != floor(rate * before)) {
      store<i32>(to, load<i32>(columns + (edge << 2)));
      to += 4;
    }
  }
  return <i32>((to - fired) >> 2);
}
