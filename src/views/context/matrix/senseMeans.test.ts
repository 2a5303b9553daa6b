import { expect, test } from 'vitest';
import { senseMeans } from './senseMeans.ts';

// Rows as given: fruit, phone, fruit, phone, fruit.
const similarity = Float32Array.from(
  [
    [1, 0.4, 0.8, 0.5, 0.7],
    [0.4, 1, 0.3, 0.9, 0.2],
    [0.8, 0.3, 1, 0.6, 0.75],
    [0.5, 0.9, 0.6, 1, 0.1],
    [0.7, 0.2, 0.75, 0.1, 1],
  ].flat(),
);

test('pairs of one sense and pairs of two senses are averaged apart, in the order of the senses', () => {
  const { within, between } = senseMeans(similarity, Int32Array.of(0, 2, 4, 1, 3), [3, 2]);
  expect(within).toBeCloseTo((0.8 + 0.7 + 0.75 + 0.9) / 4, 6);
  expect(between).toBeCloseTo((0.4 + 0.5 + 0.3 + 0.6 + 0.2 + 0.1) / 6, 6);
});

test('the similarity of an occurrence with itself does not count', () => {
  expect(senseMeans(Float32Array.of(1, 0.5, 0.5, 1), Int32Array.of(0, 1), [2]).within).toBe(0.5);
});

test('what has no pair has no mean', () => {
  expect(senseMeans(similarity, Int32Array.of(0, 1, 2, 3, 4), [5]).between).toBeNull();
  expect(senseMeans(Float32Array.of(1, 0.5, 0.5, 1), Int32Array.of(0, 1), [1, 1])).toEqual({
    within: null,
    between: 0.5,
  });
  expect(senseMeans(Float32Array.of(1), Int32Array.of(0), [1])).toEqual({ within: null, between: null });
});
