import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { attentionRollout, meanOfHeads } from './attentionRollout.ts';

/** fixtures/attention/make.py: the same by numpy in double precision. */
const fixture = JSON.parse(
  readFileSync(new URL('../../fixtures/attention/rollout.json', import.meta.url), 'utf8'),
) as { heads: number; n: number; layers: number[][]; rollout: number[][] };
const { heads, n } = fixture;
const layers = fixture.layers.map((layer) => Float32Array.from(layer));

test('rolls attention out as numpy does, layer by layer', () => {
  const rolled = attentionRollout(layers, heads, n);
  expect(rolled).toHaveLength(fixture.rollout.length);
  for (const [layer, expected] of fixture.rollout.entries()) {
    for (const [at, value] of expected.entries()) expect(rolled[layer][at]).toBeCloseTo(value, 6);
  }
});

test('the shares of every token add up to 1 at every layer', () => {
  for (const matrix of attentionRollout(layers, heads, n)) {
    for (let row = 0; row < n; row++) {
      const sum = matrix.subarray(row * n, (row + 1) * n).reduce((total, share) => total + share, 0);
      expect(sum).toBeCloseTo(1, 6);
    }
  }
});

test('where every layer looks only back, so does the rollout', () => {
  const [, , ...causal] = layers;
  for (const matrix of attentionRollout(causal, heads, n)) {
    for (let row = 0; row < n; row++) {
      for (let column = row + 1; column < n; column++) expect(matrix[row * n + column]).toBe(0);
    }
  }
});

test('a text without tokens and one of a single token have nothing to share', () => {
  expect(attentionRollout([new Float32Array(0)], 2, 0)).toEqual([new Float32Array(0)]);
  expect(attentionRollout([Float32Array.of(1, 1)], 2, 1)).toEqual([Float32Array.of(1)]);
});

test('refuses weights that are no cube', () => {
  expect(() => meanOfHeads(new Float32Array(7), 2, 2)).toThrow(RangeError);
});
