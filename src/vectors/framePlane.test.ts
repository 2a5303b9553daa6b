import { expect, test } from 'vitest';
import { frameOf, keptShare } from './framePlane.ts';
import { seededRandom } from './random.ts';
import { euclideanDistance } from './similarity.ts';

const DIM = 20;
const random = seededRandom(7);
const vectors = Float32Array.from({ length: 9 * DIM }, () => random() - 0.5);
const row = (index: number) => vectors.subarray(index * DIM, (index + 1) * DIM);
const minus = (a: Float32Array, b: Float32Array) => a.map((value, d) => value - b[d]);

for (const dims of [2, 3] as const) {
  test(`a parallelogram is drawn truly in ${dims}D: every side and diagonal keeps its length`, () => {
    const [a, b, c] = [row(0), row(1), row(2)];
    const reached = b.map((value, d) => value - a[d] + c[d]);
    const data = new Float32Array(10 * DIM);
    data.set(vectors);
    data.set(reached, 9 * DIM);
    const { coordinates } = frameOf(data, DIM, dims, a, [minus(b, a), minus(c, a)]);
    const place = (index: number) => coordinates.subarray(index * dims, (index + 1) * dims);
    const corners = [0, 1, 2, 9];
    for (const i of corners) {
      for (const j of corners) {
        const real = euclideanDistance(
          data.subarray(i * DIM, (i + 1) * DIM),
          data.subarray(j * DIM, (j + 1) * DIM),
        );
        expect(euclideanDistance(place(i), place(j))).toBeCloseTo(real, 5);
      }
    }
    // b − a and the step from c are the same arrow
    for (let d = 0; d < dims; d++) {
      expect(place(9)[d] - place(2)[d]).toBeCloseTo(place(1)[d] - place(0)[d], 5);
    }
  });
}

test('no picture makes a distance longer, and the share kept is the length in the picture', () => {
  const frame = frameOf(vectors, DIM, 3, row(0), [minus(row(1), row(0))]);
  const offset = minus(row(5), row(4));
  const drawn = euclideanDistance(frame.coordinates.subarray(15, 18), frame.coordinates.subarray(12, 15));
  const real = euclideanDistance(row(5), row(4));
  expect(drawn).toBeLessThan(real);
  expect(keptShare(offset, frame)).toBeCloseTo(drawn / real, 5);
  expect(keptShare(minus(row(1), row(0)), frame)).toBeCloseTo(1, 6);
});

test('equal words and words on one line still give a picture without NaN', () => {
  const same = new Float32Array([...row(0), ...row(0), ...row(0)]);
  const { coordinates } = frameOf(same, DIM, 3, row(0), [new Float32Array(DIM), new Float32Array(DIM)]);
  expect([...coordinates]).toEqual(new Array(9).fill(0));
  const line = new Float32Array([...row(0), ...row(1), ...row(0).map((v, d) => 2 * v - row(1)[d])]);
  const spanning = [minus(row(1), row(0)), minus(row(0), row(1))];
  const flat = frameOf(line, DIM, 2, row(0), spanning).coordinates;
  expect(flat.every(Number.isFinite)).toBe(true);
  expect(flat[2]).toBeCloseTo(-flat[4], 5);
});
