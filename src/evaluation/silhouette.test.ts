import { expect, test } from 'vitest';
import reference from '../../fixtures/senses/agreement.json' with { type: 'json' };
import { cosineSilhouette } from './silhouette.ts';

const floats = (text: string) => new Float32Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer);

test('the silhouette is that of scikit-learn 1.9 on cosine distance', () => {
  expect(reference.silhouettes.length).toBe(4);
  for (const { dim, labels, vectors, silhouette } of reference.silhouettes) {
    const score = cosineSilhouette(floats(vectors), dim, labels) ?? Number.NaN;
    expect(Math.abs(score - silhouette)).toBeLessThan(1e-9);
  }
});

test('one cluster, or a cluster for every row, has no silhouette', () => {
  const vectors = Float32Array.of(1, 0, 0, 1, 1, 1);
  expect(cosineSilhouette(vectors, 2, [0, 0, 0])).toBeNull();
  expect(cosineSilhouette(vectors, 2, [0, 1, 2])).toBeNull();
  expect(cosineSilhouette(vectors, 2, [0, 1, -1])).toBeNull();
  expect(cosineSilhouette(new Float32Array(0), 2, [])).toBeNull();
});

test('a cluster of one scores 0, and equal vectors of two clusters too', () => {
  expect(cosineSilhouette(Float32Array.of(1, 0, 2, 0, 0, 1), 2, [0, 0, 1])).toBeCloseTo(2 / 3, 12);
  expect(cosineSilhouette(Float32Array.of(1, 1, 1, 1, 1, 1, 1, 1), 2, [0, 0, 1, 1])).toBe(0);
});
