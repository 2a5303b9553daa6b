/** Exact distances in double precision, added in order: bit for bit those of src/vectors/distanceTiles.ts. */

/** As there: rounding leaves the cosine of two equal directions within a few 1e-16 of 1. */
const SAME_DIRECTION: f64 = 4e-15;
const LARGEST: f64 = 3.4028234663852886e38;

/** 1 / length of rows `from` … `to` under cosine (0 for a zero row), 1 under Euclidean distance. */
export function inverseLengths(
  scratch: usize,
  from: i32,
  to: i32,
  data: usize,
  dim: i32,
  cosine: i32,
  inverse: usize,
): void {
  for (let row = from; row < to; row++) {
    let scale: f64 = 1;
    if (cosine) {
      let sum: f64 = 0;
      const at = data + ((<usize>row * dim) << 2);
      for (let d = 0; d < dim; d++) {
        const value = <f64>load<f32>(at + (<usize>d << 2));
        sum += value * value;
      }
      const length = Math.sqrt(sum);
      scale = length > 0 ? 1.0 / length : 0;
    }
    store<f64>(inverse + (<usize>row << 3), scale);
  }
}

/** The distances of row `a` to rows `b` and `c`, two at once, as float32 in the lanes 0 and 1 of a f64x2. */
// @ts-ignore: decorator
@inline
function twoSums(data: usize, dim: i32, cosine: i32, inverse: usize, a: i32, b: i32, c: i32): v128 {
  const scale = load<f64>(inverse + (<usize>a << 3));
  const scales = f64x2(load<f64>(inverse + (<usize>b << 3)), load<f64>(inverse + (<usize>c << 3)));
  let p = data + ((<usize>a * dim) << 2);
  let q = data + ((<usize>b * dim) << 2);
  let r = data + ((<usize>c * dim) << 2);
  let sum = f64x2.splat(0);
  const end = p + (<usize>dim << 2);
  if (cosine) {
    for (; p < end; p += 4, q += 4, r += 4) {
      const both = f64x2.mul(f64x2(<f64>load<f32>(q), <f64>load<f32>(r)), scales);
      sum = f64x2.add(sum, f64x2.mul(f64x2.splat(<f64>load<f32>(p) * scale), both));
    }
  } else {
    for (; p < end; p += 4, q += 4, r += 4) {
      const difference = f64x2.sub(f64x2.splat(<f64>load<f32>(p)), f64x2(<f64>load<f32>(q), <f64>load<f32>(r)));
      sum = f64x2.add(sum, f64x2.mul(difference, difference));
    }
  }
  return sum;
}

// @ts-ignore: decorator
@inline
function distanceOf(sum: f64, cosine: i32): f32 {
  if (cosine) {
    const distance = 1.0 - sum;
    return <f32>(distance < SAME_DIRECTION ? 0.0 : min(distance, 2.0));
  }
  return <f32>min(Math.sqrt(sum), LARGEST);
}

/** Exact float32 distances of row `row` to the `count` rows at `others`, written to `distances`. */
export function distancesTo(
  row: i32,
  others: usize,
  count: i32,
  data: usize,
  dim: i32,
  cosine: i32,
  inverse: usize,
  distances: usize,
): void {
  for (let t = 0; t < count; t += 2) {
    const b = load<i32>(others + (<usize>t << 2));
    const c = t + 1 < count ? load<i32>(others + (<usize>(t + 1) << 2)) : b;
    const sums = twoSums(data, dim, cosine, inverse, row, b, c);
    store<f32>(distances + (<usize>t << 2), distanceOf(f64x2.extract_lane(sums, 0), cosine));
    if (t + 1 < count) store<f32>(distances + (<usize>(t + 1) << 2), distanceOf(f64x2.extract_lane(sums, 1), cosine));
  }
}

/**
 * The `k` nearest of each row's `m` candidates by exact distance, equal ones by index, to `outIndices` and `outDistances`
 * (n × k), for rows `from` … `to`. Where `m` is less than all others, it also says whether nobody outside can be as near:
 * `lists` hold upper bounds of x · y − |y|² / 2 (nearest.ts), so all others are bounded by the last of them. `unsure`
 * (a byte a row) is 1 where that is not proved. `scratch`: room for `m` float32 and `m` int32.
 */
export function rankCandidates(
  scratch: usize,
  from: i32,
  to: i32,
  n: i32,
  m: i32,
  k: i32,
  listScores: usize,
  listIndices: usize,
  data: usize,
  dim: i32,
  cosine: i32,
  inverse: usize,
  lengths: usize,
  outIndices: usize,
  outDistances: usize,
  unsure: usize,
): void {
  const distances = scratch;
  const order = scratch + (<usize>m << 2);
  for (let row = from; row < to; row++) {
    const list = (<usize>row * m) << 2;
    let count = m;
    while (count > 0 && load<i32>(listIndices + list + (<usize>(count - 1) << 2)) < 0) count--;
    distancesTo(row, listIndices + list, count, data, dim, cosine, inverse, distances);
    // by distance and then index; the list is nearly in order already
    for (let t = 0; t < count; t++) {
      const distance = load<f32>(distances + (<usize>t << 2));
      const index = load<i32>(listIndices + list + (<usize>t << 2));
      let at = t;
      while (at > 0) {
        const before = load<i32>(order + (<usize>(at - 1) << 2));
        const other = load<f32>(distances + (<usize>before << 2));
        if (other < distance) break;
        if (other == distance && load<i32>(listIndices + list + (<usize>before << 2)) < index) break;
        store<i32>(order + (<usize>at << 2), before);
        at--;
      }
      store<i32>(order + (<usize>at << 2), t);
    }
    const out = (<usize>row * k) << 2;
    const found = min(k, count);
    for (let t = 0; t < found; t++) {
      const place = <usize>load<i32>(order + (<usize>t << 2)) << 2;
      store<i32>(outIndices + out + (<usize>t << 2), load<i32>(listIndices + list + place));
      store<f32>(outDistances + out + (<usize>t << 2), load<f32>(distances + place));
    }
    for (let t = found; t < k; t++) {
      store<i32>(outIndices + out + (<usize>t << 2), -1);
      store<f32>(outDistances + out + (<usize>t << 2), Infinity);
    }
    let doubt = 0;
    if (count < n - 1) {
      const farthest = <f64>load<f32>(outDistances + out + (<usize>(k - 1) << 2));
      const length = <f64>load<f32>(lengths + (<usize>row << 2));
      const score = cosine ? 1.0 - farthest : 0.5 * (length * length - farthest * farthest);
      // float32 rounding of the distance and of the length
      const slack = 3e-7 * (cosine ? 1.0 : length * length + farthest * farthest);
      const bound = <f64>load<f32>(listScores + list + (<usize>(m - 1) << 2));
      doubt = found < k || !(bound < score - slack) ? 1 : 0;
    }
    store<u8>(unsure + <usize>row, doubt);
  }
}

/**
 * The exact `k` nearest of the `n` rows `everyone` (ascending) for rows number `from` … `to` of `chosen`, the row itself excluded,
 * to the row's place in `outIndices` and `outDistances`; `scratch`: room for n float32.
 */
export function nearestOfSome(
  scratch: usize,
  from: i32,
  to: i32,
  chosen: usize,
  everyone: usize,
  n: i32,
  k: i32,
  data: usize,
  dim: i32,
  cosine: i32,
  inverse: usize,
  outIndices: usize,
  outDistances: usize,
): void {
  for (let c = from; c < to; c++) {
    const row = load<i32>(chosen + (<usize>c << 2));
    distancesTo(row, everyone, n, data, dim, cosine, inverse, scratch);
    const out = (<usize>row * k) << 2;
    const indices = outIndices + out;
    const distances = outDistances + out;
    let held = 0;
    for (let t = 0; t < n; t++) {
      const j = load<i32>(everyone + (<usize>t << 2));
      if (j == row) continue;
      const distance = load<f32>(scratch + (<usize>t << 2));
      if (held == k && !(distance < load<f32>(distances + (<usize>(k - 1) << 2)))) continue;
      // candidates come by ascending index: an equal distance stands behind those before it
      let at = held < k ? held : k - 1;
      while (at > 0 && load<f32>(distances + (<usize>(at - 1) << 2)) > distance) {
        store<f32>(distances + (<usize>at << 2), load<f32>(distances + (<usize>(at - 1) << 2)));
        store<i32>(indices + (<usize>at << 2), load<i32>(indices + (<usize>(at - 1) << 2)));
        at--;
      }
      store<f32>(distances + (<usize>at << 2), distance);
      store<i32>(indices + (<usize>at << 2), j);
      if (held < k) held++;
    }
  }
}

/**
 * For rows `from` … `to` how many of their `k` `others` (n × k int32) are no farther than `reach` (float32 a row): a float32 share, 0 … 1,
 * to `shares`. `scratch`: k float32.
 */
export function sharesWithin(
  scratch: usize,
  from: i32,
  to: i32,
  others: usize,
  k: i32,
  reach: usize,
  data: usize,
  dim: i32,
  cosine: i32,
  inverse: usize,
  shares: usize,
): void {
  for (let row = from; row < to; row++) {
    distancesTo(row, others + ((<usize>row * k) << 2), k, data, dim, cosine, inverse, scratch);
    const limit = load<f32>(reach + (<usize>row << 2));
    let kept = 0;
    for (let t = 0; t < k; t++) if (load<f32>(scratch + (<usize>t << 2)) <= limit) kept++;
    store<f32>(shares + (<usize>row << 2), <f32>kept / <f32>k);
  }
}
