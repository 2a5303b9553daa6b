import { expect, test } from 'vitest';
import { bestTurn, turned } from './procrustes.ts';
import { seededRandom } from './random.ts';

const random = seededRandom(3);
const points = Float64Array.from({ length: 3 * 12 }, () => random() - 0.5);

test('a turned and shifted copy is brought back, mirrored or not', () => {
  for (const mirror of [1, -1]) {
    const [c, s] = [Math.cos(0.7), Math.sin(0.7)];
    const moved: number[] = [];
    for (let at = 0; at < points.length; at += 3) {
      const [x, y, z] = points.subarray(at, at + 3);
      moved.push(c * x - s * y + 4, mirror * (s * x + c * y) - 1, z + 2);
    }
    const turn = bestTurn(points, Float64Array.from(moved), 3);
    if (!turn) throw new Error('no turn');
    const back = turned(Float32Array.from(points), turn);
    for (const [at, value] of moved.entries()) expect(back[at]).toBeCloseTo(value, 5);
  }
});

test('the map is orthogonal: shapes and sizes stay', () => {
  const goals = Float64Array.from(points, (value, at) => value * 3 + (at % 5) * 0.1);
  const turn = bestTurn(points, goals, 3);
  if (!turn) throw new Error('no turn');
  for (let a = 0; a < 3; a++) {
    for (let b = 0; b < 3; b++) {
      const dot = [0, 1, 2].reduce((sum, k) => sum + turn.matrix[a * 3 + k] * turn.matrix[b * 3 + k], 0);
      expect(dot).toBeCloseTo(a === b ? 1 : 0, 8);
    }
  }
});

test('too few points, or points on a line, say nothing of how to turn', () => {
  expect(bestTurn(points.slice(0, 9), points.slice(0, 9), 3)).toBeNull();
  const line = Float64Array.from({ length: 30 }, (_, at) => (at % 3 === 0 ? at : 0));
  expect(bestTurn(line, line, 3)).toBeNull();
  expect(() => bestTurn(points, points.slice(3), 3)).toThrow(RangeError);
});
