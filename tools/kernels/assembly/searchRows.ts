import { sumsOfFour } from './lanes';

/** Rows of a block: its best bounds are kept beside those of its rows. */
const BLOCK: i32 = 32;

/**
 * Writes rows `from` … `to` of float32 `data` (`dim` numbers each) as int8, `stride` a row (a multiple of 16, the rest
 * zeroes): x ≈ scale · q, |q| ≤ 127. Four rows lie together, 16 bytes of each in turn. Of each row also its scale, the
 * length of x − scale · q (float32, rounded up) and the length of x (float64; not finite where a number of it is not).
 */
export function rowsToBytes(
  scratch: usize,
  from: i32,
  to: i32,
  data: usize,
  dim: i32,
  out: usize,
  stride: i32,
  scales: usize,
  errors: usize,
  lengths: usize,
): void {
  const whole = dim & ~3;
  for (let row = from; row < to; row++) {
    const x = data + ((<usize>row * dim) << 2);
    const q = out + <usize>(row & ~3) * stride + (<usize>(row & 3) << 4);
    let mosts = f32x4.splat(0);
    for (let d = 0; d < whole; d += 4) mosts = f32x4.max(mosts, f32x4.abs(v128.load(x + (d << 2))));
    let most = mostOfLanes(mosts);
    for (let d = whole; d < dim; d++) most = max<f32>(most, abs<f32>(load<f32>(x + (d << 2))));
    const scale = most / 127;
    const times: f32 = most > 0 ? <f32>127 / most : 0;
    let squares = f64x2.splat(0);
    let wrongs = f64x2.splat(0);
    for (let d = 0; d < stride; d += 4) {
      let values: v128;
      if (d < whole) {
        values = v128.load(x + (d << 2));
      } else {
        values = f32x4.splat(0);
        if (d < dim) values = f32x4.replace_lane(values, 0, load<f32>(x + (d << 2)));
        if (d + 1 < dim) values = f32x4.replace_lane(values, 1, load<f32>(x + (d << 2), 4));
        if (d + 2 < dim) values = f32x4.replace_lane(values, 2, load<f32>(x + (d << 2), 8));
      }
      let integers = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(values, f32x4.splat(times))));
      integers = i32x4.max_s(i32x4.min_s(integers, i32x4.splat(127)), i32x4.splat(-127));
      const shorts = i16x8.narrow_i32x4_s(integers, integers);
      v128.store_lane<i32>(q + ((d & ~15) << 2) + (d & 15), i8x16.narrow_i16x8_s(shorts, shorts), 0);
      // in double precision, where scale · q has no rounding
      const low = f64x2.promote_low_f32x4(values);
      const high = f64x2.promote_low_f32x4(v128.shuffle<i32>(values, values, 2, 3, 0, 1));
      const highs = v128.shuffle<i32>(integers, integers, 2, 3, 0, 1);
      const lowWrong = f64x2.sub(low, f64x2.mul(f64x2.splat(scale), f64x2.convert_low_i32x4_s(integers)));
      const highWrong = f64x2.sub(high, f64x2.mul(f64x2.splat(scale), f64x2.convert_low_i32x4_s(highs)));
      squares = f64x2.add(squares, f64x2.add(f64x2.mul(low, low), f64x2.mul(high, high)));
      wrongs = f64x2.add(wrongs, f64x2.add(f64x2.mul(lowWrong, lowWrong), f64x2.mul(highWrong, highWrong)));
    }
    store<f32>(scales + (<usize>row << 2), scale);
    // 1e-6 is more than the rounding to float32 takes away
    store<f32>(errors + (<usize>row << 2), <f32>(Math.sqrt(sumOfPair(wrongs)) * (1 + 1e-6)));
    store<f64>(lengths + (<usize>row << 3), Math.sqrt(sumOfPair(squares)));
  }
}

/**
 * Bounds of the scores of the rows of blocks `from` … `to` with one int16 query: a score lies within error · `length` +
 * `slack` of (integer product) · scale · `factor` + offset. Writes each row's upper bound, and each block's greatest upper
 * and greatest lower bound, as float32. Memory is read straight on, or this would take three times as long.
 */
export function boundScores(
  scratch: usize,
  from: i32,
  to: i32,
  rows: usize,
  stride: i32,
  scales: usize,
  errors: usize,
  offsets: usize,
  query: usize,
  factor: f32,
  length: f32,
  slack: f32,
  uppers: usize,
  blockUppers: usize,
  blockLowers: usize,
): void {
  const step = <usize>stride;
  const factors = f32x4.splat(factor);
  const lengthsOfQuery = f32x4.splat(length);
  const slacks = f32x4.splat(slack);
  let at = rows + <usize>(from * BLOCK) * step;
  for (let block = from; block < to; block++) {
    let mostUpper = f32x4.splat(-Infinity);
    let mostLower = f32x4.splat(-Infinity);
    const end = (block + 1) * BLOCK;
    for (let row = block * BLOCK; row < end; row += 4) {
      let sum0 = i32x4.splat(0);
      let sum1 = i32x4.splat(0);
      let sum2 = i32x4.splat(0);
      let sum3 = i32x4.splat(0);
      const last = at + (step << 2);
      for (let q = query; at < last; at += 64, q += 32) {
        const low = v128.load(q);
        const high = v128.load(q, 16);
        sum0 = i32x4.add(sum0, i32x4.dot_i16x8_s(v128.load_ext<i8>(at), low));
        sum0 = i32x4.add(sum0, i32x4.dot_i16x8_s(v128.load_ext<i8>(at, 8), high));
        sum1 = i32x4.add(sum1, i32x4.dot_i16x8_s(v128.load_ext<i8>(at, 16), low));
        sum1 = i32x4.add(sum1, i32x4.dot_i16x8_s(v128.load_ext<i8>(at, 24), high));
        sum2 = i32x4.add(sum2, i32x4.dot_i16x8_s(v128.load_ext<i8>(at, 32), low));
        sum2 = i32x4.add(sum2, i32x4.dot_i16x8_s(v128.load_ext<i8>(at, 40), high));
        sum3 = i32x4.add(sum3, i32x4.dot_i16x8_s(v128.load_ext<i8>(at, 48), low));
        sum3 = i32x4.add(sum3, i32x4.dot_i16x8_s(v128.load_ext<i8>(at, 56), high));
      }
      const place = <usize>row << 2;
      const scores = f32x4.mul(
        f32x4.convert_i32x4_s(sumsOfFour(sum0, sum1, sum2, sum3)),
        f32x4.mul(v128.load(scales + place), factors),
      );
      const bound = f32x4.add(f32x4.mul(v128.load(errors + place), lengthsOfQuery), slacks);
      const middle = f32x4.add(scores, v128.load(offsets + place));
      const upper = f32x4.add(middle, bound);
      v128.store(uppers + place, upper);
      mostUpper = f32x4.max(mostUpper, upper);
      mostLower = f32x4.max(mostLower, f32x4.sub(middle, bound));
    }
    store<f32>(blockUppers + (<usize>block << 2), mostOfLanes(mostUpper));
    store<f32>(blockLowers + (<usize>block << 2), mostOfLanes(mostLower));
  }
}

/** The greatest of the four lanes; NaN where one is. */
// @ts-ignore: decorator
@inline
function mostOfLanes(v: v128): f32 {
  const t = f32x4.max(v, v128.shuffle<i32>(v, v, 2, 3, 0, 1));
  return f32x4.extract_lane(f32x4.max(t, v128.shuffle<i32>(t, t, 1, 0, 3, 2)), 0);
}

// @ts-ignore: decorator
@inline
function sumOfPair(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1);
}
