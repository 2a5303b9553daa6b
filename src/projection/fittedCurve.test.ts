import { expect, test } from 'vitest';
import { fittedCurve } from './fittedCurve.ts';

test('equals what scipy 1.17.1’s curve_fit gives umap-learn’s find_ab_params', () => {
  // import numpy as np; from scipy.optimize import curve_fit; x = np.linspace(0, 3, 300)
  // curve_fit(lambda x, a, b: 1 / (1 + a * x ** (2 * b)), x, np.where(x < m, 1, np.exp(m - x)))
  const reference = [
    [0, 1.9328084, 0.79049497],
    [0.1, 1.57694346, 0.89506088],
    [0.25, 1.12143634, 1.05749988],
    [0.5, 0.58303002, 1.33416699],
    [0.8, 0.23206273, 1.6812316],
    [0.99, 0.1193053, 1.91639042],
  ];
  for (const [minDist, a, b] of reference) {
    const curve = fittedCurve(minDist);
    expect(curve.a, `a of ${minDist}`).toBeCloseTo(a, 5);
    expect(curve.b, `b of ${minDist}`).toBeCloseTo(b, 5);
  }
});
