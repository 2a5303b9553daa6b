import { expect, test } from 'vitest';
import {
  attentionEntropy,
  looksMost,
  looksOnlyBack,
  sharesReceived,
  sinkShare,
  sinksOf,
} from './attentionFacts.ts';

const matrix = Float32Array.of(1, 0, 0, 0.5, 0.5, 0, 0.25, 0.25, 0.5);

test('whom a token looks at stands best first, equal shares in the order of the text', () => {
  expect(looksMost(matrix, 3, 2, 2)).toEqual([
    { token: 2, share: 0.5 },
    { token: 0, share: 0.25 },
  ]);
});

test('entropy is 0 bits for one token alone, 1 for two alike, log2 n for all alike', () => {
  expect(attentionEntropy(matrix, 3, 0)).toBe(0);
  expect(attentionEntropy(matrix, 3, 1)).toBeCloseTo(1, 12);
  expect(attentionEntropy(matrix, 3, 2)).toBeCloseTo(1.5, 12);
  expect(attentionEntropy(new Float32Array(64).fill(1 / 8), 8, 3)).toBeCloseTo(3, 6);
});

test('sinks are the marks of the model, or the first token where it sets none', () => {
  expect(sinksOf([{ kind: 'special' }, { kind: 'prefix' }, { kind: 'text' }, { kind: 'special' }])).toEqual([
    0, 3,
  ]);
  expect(sinksOf([{ kind: 'text' }, { kind: 'text' }])).toEqual([0]);
  expect(sinksOf([])).toEqual([]);
});

test('the share of the sinks is that of the other tokens, on average', () => {
  expect(sinkShare(matrix, 3, [0])).toBeCloseTo((0.5 + 0.25) / 2, 12);
  expect(sinkShare(matrix, 3, [0, 2])).toBeCloseTo(0.5, 12);
  expect(sinkShare(Float32Array.of(1), 1, [0])).toBeNull();
});

test('what a token receives leaves out what it keeps to itself', () => {
  expect(sharesReceived(matrix, 3, 1)).toBeCloseTo(0.25 / 2, 12);
  expect(sharesReceived(Float32Array.of(1), 1, 0)).toBeNull();
});

test('only back: one weight above the diagonal of any head is enough to refuse', () => {
  expect(looksOnlyBack(matrix, 3)).toBe(true);
  const two = Float32Array.of(...matrix, ...matrix);
  expect(looksOnlyBack(two, 3)).toBe(true);
  two[9 + 5] = 0.1;
  expect(looksOnlyBack(two, 3)).toBe(false);
});
