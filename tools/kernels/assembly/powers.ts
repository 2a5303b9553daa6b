const ROUNDER: f32 = 12582912;

/**
 * x^power of four float32 numbers in 2^±50, 0.3 < power < 2.5, relative error below 2e-4: 2 to the power · log2 x, by
 * minimax polynomials (fitted by reweighted least squares on 400 Chebyshev nodes; largest errors 1.5e-5 of log2 on √½ … √2
 * and 7.5e-5 of 2^x on −½ … ½). The same bits on every machine, which `Math.pow` does not promise.
 */
// @ts-ignore: decorator
@inline
export function raised(x: v128, power: v128): v128 {
  // log2: the step of the exponent is moved from 1 to √½
  const exponent = i32x4.shr_s(i32x4.sub(x, i32x4.splat(0x3f3504f3)), 23);
  const t = f32x4.sub(i32x4.sub(x, i32x4.shl(exponent, 23)), f32x4.splat(1));
  const t2 = f32x4.mul(t, t);
  const low = f32x4.add(f32x4.splat(1.442577992), f32x4.mul(t, f32x4.splat(-0.7202418255)));
  const high = f32x4.add(f32x4.splat(0.4866867808), f32x4.mul(t, f32x4.splat(-0.3945747914)));
  const rest = f32x4.add(high, f32x4.mul(t2, f32x4.splat(0.2526557498)));
  const mantissa = f32x4.mul(t, f32x4.add(low, f32x4.mul(t2, rest)));
  const logarithm = f32x4.add(f32x4.convert_i32x4_s(exponent), mantissa);
  // 2^y
  const y = f32x4.mul(power, logarithm);
  // adding 1.5 · 2²³ rounds to a whole number, which then stands in the lowest bits
  const shifted = f32x4.add(y, f32x4.splat(ROUNDER));
  const f = f32x4.sub(y, f32x4.sub(shifted, f32x4.splat(ROUNDER)));
  const series = f32x4.add(
    f32x4.add(f32x4.splat(0.9999280745), f32x4.mul(f, f32x4.splat(0.6932610039))),
    f32x4.mul(
      f32x4.mul(f, f),
      f32x4.add(f32x4.splat(0.2426111145), f32x4.mul(f, f32x4.splat(0.0551715689))),
    ),
  );
  return i32x4.add(series, i32x4.shl(shifted, 23));
}
