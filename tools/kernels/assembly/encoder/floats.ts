/** Four numbers at a time; float32 all through. */

/** a × b + c, rounded once where the processor can (relaxed SIMD): twice the arithmetic of a product and a sum. */
// @ts-ignore: decorator
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  return f32x4.relaxed_madd(a, b, c);
}

// @ts-ignore: decorator
@inline
function all(value: f32): v128 {
  return f32x4.splat(value);
}

/** The sum of the four lanes. */
// @ts-ignore: decorator
@inline
export function sumOf(v: v128): f32 {
  const pairs = f32x4.add(v, v128.shuffle<f32>(v, v, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

/** The greatest of the four lanes. */
// @ts-ignore: decorator
@inline
export function greatestOf(v: v128): f32 {
  const pairs = f32x4.max(v, v128.shuffle<f32>(v, v, 2, 3, 0, 1));
  return max(f32x4.extract_lane(pairs, 0), f32x4.extract_lane(pairs, 1));
}

/** Added to a small number, it rounds it to a whole one, which then lies in the sum's lowest bits. */
const ROUND: f32 = 12582912;

/** e to the power of x, from −87 to 88; beyond, the value there. Cephes' expf: within 2 units in the last place. */
// @ts-ignore: decorator
@inline
export function exponential(x: v128): v128 {
  // pmin and pmax are one instruction each, min and max seven: they care for NaN and −0
  const bounded = f32x4.pmax(all(-87), f32x4.pmin(all(88), x));
  const shifted = madd(bounded, all(1.44269504), all(ROUND));
  const n = f32x4.sub(shifted, all(ROUND));
  // ln 2 in two parts, so that nothing is lost
  const r = madd(n, all(2.12194440e-4), madd(n, all(-0.693359375), bounded));
  let p = all(1.9875691500e-4);
  p = madd(p, r, all(1.3981999507e-3));
  p = madd(p, r, all(8.3334519073e-3));
  p = madd(p, r, all(4.1665795894e-2));
  p = madd(p, r, all(1.6666665459e-1));
  p = madd(p, r, all(5.0000001201e-1));
  p = f32x4.add(madd(p, f32x4.mul(r, r), r), all(1));
  // n more in the exponent
  return i32x4.add(p, i32x4.shl(shifted, 23));
}

/**
 * The error function, within 1e-7. Least-squares fits in Chebyshev polynomials (400 nodes): below 0.9375 of
 * erf(x) / x − 1 in x², degree 5; from there to 4.2, where float32 has reached 1, of ln erfc(x) + x, degree 6.
 */
// @ts-ignore: decorator
@inline
function errorFunction(x: v128): v128 {
  const size = f32x4.pmin(all(4.2), f32x4.abs(x));
  const square = f32x4.mul(x, x);
  let far = madd(all(1.27375584e-4), size, all(-2.32915066e-3));
  far = madd(far, size, all(1.92177497e-2));
  far = madd(far, size, all(-9.73651796e-2));
  far = madd(far, size, all(-6.45009245e-1));
  far = madd(far, size, all(-1.2284067500e-1));
  far = madd(far, size, all(-1.40612516e-3));
  far = f32x4.sub(all(1), exponential(f32x4.sub(far, size)));
  far = v128.or(far, v128.and(x, all(-0.0)));
  let near = all(-5.93822404e-4);
  near = madd(near, square, all(4.98329839e-3));
  near = madd(near, square, all(-2.67602763e-2));
  near = madd(near, square, all(1.12816558e-1));
  near = madd(near, square, all(-3.76124802e-1));
  near = madd(near, square, all(1.28379148e-1));
  near = madd(near, x, x);
  return v128.bitselect(far, near, f32x4.gt(size, all(0.9375)));
}

/** x · Φ(x), Φ by the error function: the GELU of BERT (not its tanh look-alike). */
// @ts-ignore: decorator
@inline
export function gelu(x: v128): v128 {
  const half = f32x4.mul(x, all(0.5));
  return madd(half, errorFunction(f32x4.mul(x, all(0.70710678))), half);
}
