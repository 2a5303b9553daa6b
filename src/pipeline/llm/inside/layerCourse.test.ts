import { expect, test } from 'vitest';
import { layerCourse } from './layerCourse.ts';

test('cosines to the table and to the layer before, and lengths, token by token', () => {
  const { toTable, toBefore, norms } = layerCourse(
    [Float32Array.of(1, 0, 0, 2), Float32Array.of(3, 4, 0, 1), Float32Array.of(0, 2, -1, 0)],
    2,
  );
  const near = (values: Float32Array, expected: number[]) => {
    expect(values).toHaveLength(expected.length);
    for (const [at, value] of expected.entries()) expect(values[at]).toBeCloseTo(value, 6);
  };
  near(toTable, [1, 1, 0.6, 1, 0, 0]);
  near(toBefore, [1, 1, 0.6, 1, 0.8, 0]);
  near(norms, [1, 2, 5, 1, 2, 1]);
});

test('no tokens: no numbers', () => {
  expect(layerCourse([new Float32Array(0), new Float32Array(0)], 4).norms).toHaveLength(0);
});
