/** The curve 1 / (1 + a · d^2b) by which UMAP turns distances on the map into memberships. */
export interface Curve {
  readonly a: number;
  readonly b: number;
}

/** umap-learn fits at 300 distances from 0 to 3 spreads. */
const POINTS = 300;
const REACH = 3;
/** The fit is quadratic near its end; from (1, 1) it takes some ten steps. */
const MOST_STEPS = 100;
const SETTLED = 1e-12;

/**
 * umap-learn's find_ab_params for a spread of 1: least squares to a curve that is 1 up to `minDist` (0 – 0.99) and falls
 * as exp(minDist − d) beyond, by Levenberg's and Marquardt's method as scipy's curve_fit.
 */
export function fittedCurve(minDist: number): Curve {
  let curve: Curve = { a: 1, b: 1 };
  let misfit = squaresOf(curve, minDist).misfit;
  let damping = 1e-3;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { aa, ab, bb, ga, gb } = squaresOf(curve, minDist);
    const p = aa * (1 + damping);
    const q = bb * (1 + damping);
    const determinant = p * q - ab * ab;
    const next = {
      a: curve.a + (q * ga - ab * gb) / determinant,
      b: curve.b + (p * gb - ab * ga) / determinant,
    };
    const better = squaresOf(next, minDist).misfit;
    // NaN, where the step led out of the curves, is not better
    if (!(better <= misfit)) {
      damping *= 10;
      continue;
    }
    const moved = Math.abs(next.a - curve.a) + Math.abs(next.b - curve.b);
    curve = next;
    misfit = better;
    damping /= 10;
    if (moved < SETTLED) break;
  }
  return curve;
}

/** The sum of squared residuals, and the normal equations of the next step: JᵀJ = [[aa, ab], [ab, bb]], Jᵀr = [ga, gb]. */
function squaresOf({ a, b }: Curve, minDist: number) {
  const sums = { misfit: 0, aa: 0, ab: 0, bb: 0, ga: 0, gb: 0 };
  for (let i = 0; i < POINTS; i++) {
    const distance = (REACH * i) / (POINTS - 1);
    const wanted = distance < minDist ? 1 : Math.exp(minDist - distance);
    const power = distance ** (2 * b);
    const value = 1 / (1 + a * power);
    const residual = wanted - value;
    const byA = -power * value * value;
    const byB = distance > 0 ? 2 * a * Math.log(distance) * byA : 0;
    sums.misfit += residual * residual;
    sums.aa += byA * byA;
    sums.ab += byA * byB;
    sums.bb += byB * byB;
    sums.ga += byA * residual;
    sums.gb += byB * residual;
  }
  return sums;
}
