import { expect, test } from 'vitest';
import { DistanceMeter } from '../../vectors/distanceTiles.ts';
import { seededRandom } from '../../vectors/random.ts';
import { leastLeftOut } from './leftOut.ts';
import { neighbourRows } from './neighbourRows.ts';

/** Groups of rows that are nearly or quite the same, of very different lengths. */
function crowds(n: number, dim: number): Float32Array<ArrayBuffer> {
  const random = seededRandom(11);
  const data = new Float32Array(n * dim);
  for (let row = 0; row < n; row++) {
    const length = 10 ** (6 * random() - 3);
    const spread = 10 ** (-8 * random());
    for (let d = 0; d < dim; d++) {
      const centre = Math.sin(d * (1 + (row % 5)));
      data[row * dim + d] = length * (centre + (row % 3 === 0 ? 0 : spread * (random() - 0.5)));
    }
  }
  return data;
}

/** A sum as a GPU makes it that rounds every operation up, or down, by a whole unit in the last place. */
function squaresOn(a: Float32Array, b: Float32Array, direction: number): number {
  const rounded = (x: number) => Math.fround(Math.fround(x) * (1 + direction * 2 ** -24));
  let sum = 0;
  for (let d = 0; d < a.length; d++) {
    const difference = rounded(a[d] - b[d]);
    sum = rounded(sum + rounded(difference * difference));
  }
  return sum;
}

for (const metric of ['cosine', 'euclidean'] as const) {
  test(`no ${metric} distance is below what float32 sums allow, and the bound is not far below`, () => {
    const n = 120;
    const dim = 30;
    const data = crowds(n, dim);
    const meter = new DistanceMeter({ data, dim, metric });
    const rows = neighbourRows({ data, dim, metric });
    const sent = new Float32Array(n * rows.width);
    rows.write(0, n, sent);
    const row = (i: number) => sent.subarray(i * rows.width, (i + 1) * rows.width);
    let far = 0;
    let above = 0;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const distance = meter.pair(i, j);
        for (const direction of [-1, 0, 1]) {
          const least = leastLeftOut(squaresOn(row(i), row(j), direction), rows.width, metric, rows.scale);
          above = Math.max(above, least - distance);
          if (distance > 0.1) far = Math.max(far, 1 - least / distance);
        }
      }
    }
    expect(above).toBe(0);
    expect(far).toBeLessThan(1e-4);
  });
}
