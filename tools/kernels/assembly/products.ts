import { sumsOfFour } from './lanes';

/**
 * Products of four int16 rows, one after another at `p`, with two at `q` (`bytes` a row): the int32 sums of the four with the
 * first to `out`, with the second to `out` + 16.
 */
// @ts-ignore: decorator
@inline
export function fourByTwo(p: usize, q: usize, bytes: usize, out: usize): void {
  let a0 = i32x4.splat(0);
  let a1 = i32x4.splat(0);
  let a2 = i32x4.splat(0);
  let a3 = i32x4.splat(0);
  let b0 = i32x4.splat(0);
  let b1 = i32x4.splat(0);
  let b2 = i32x4.splat(0);
  let b3 = i32x4.splat(0);
  for (const end = p + bytes; p < end; p += 16, q += 16) {
    const y = v128.load(q);
    const z = v128.load(q + bytes);
    let x = v128.load(p);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(x, y));
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(x, z));
    x = v128.load(p + bytes);
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(x, y));
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(x, z));
    x = v128.load(p + 2 * bytes);
    a2 = i32x4.add(a2, i32x4.dot_i16x8_s(x, y));
    b2 = i32x4.add(b2, i32x4.dot_i16x8_s(x, z));
    x = v128.load(p + 3 * bytes);
    a3 = i32x4.add(a3, i32x4.dot_i16x8_s(x, y));
    b3 = i32x4.add(b3, i32x4.dot_i16x8_s(x, z));
  }
  v128.store(out, sumsOfFour(a0, a1, a2, a3));
  v128.store(out, sumsOfFour(b0, b1, b2, b3), 16);
}
