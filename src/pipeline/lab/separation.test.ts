import { expect, test } from 'vitest';
import { qualityOf, separateLayer, similarityMatrix } from './separation.ts';

/** Two clouds of eight round two directions, in eight dimensions, all leaning one way. */
function clouds(): Float32Array<ArrayBuffer> {
  const rows: number[] = [];
  for (let at = 0; at < 16; at++) {
    const row = new Array(8).fill(3);
    row[at < 8 ? 0 : 1] += 2;
    row[2 + (at % 6)] += 0.4;
    rows.push(...row);
  }
  return Float32Array.from(rows);
}
const given = Int32Array.from({ length: 16 }, (_, at) => (at < 8 ? 1 : 0));

test('two clouds are found, named as many as they are, and agree with the labels', () => {
  const found = separateLayer(clouds(), { dim: 8, given, centre: 'shown', k: null, seed: 1 });
  expect(found.k).toBe(2);
  expect(found.ari).toBe(1);
  expect(found.silhouetteGiven).toBe(found.silhouetteFound);
  expect(found.silhouetteGiven).toBeGreaterThan(0.5);
  const raw = separateLayer(clouds(), { dim: 8, given, centre: 'none', k: null, seed: 1 });
  expect(raw.labels).toEqual(found.labels);
  // the common lean hides the difference from cosines, but not its sign
  expect(raw.silhouetteGiven).not.toBe(found.silhouetteGiven);
});

test('without labels nothing is said of them; of one point nothing is said at all', () => {
  const none = new Int32Array(16).fill(-1);
  const found = separateLayer(clouds(), { dim: 8, given: none, centre: 'shown', k: 2, seed: 1 });
  expect(found).toMatchObject({ k: 2, silhouetteGiven: null, ari: null });
  const same = new Float32Array(16 * 8).fill(1);
  const at = separateLayer(same, { dim: 8, given, centre: 'shown', k: null, seed: 1 });
  expect(at).toMatchObject({ k: 1, silhouetteFound: null, ari: 0 });
});

test('similarities are cosines, symmetric, and 1 on the diagonal', () => {
  const matrix = similarityMatrix(Float32Array.from([1, 0, 1, 1, -2, 0]), 2);
  expect([...matrix].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([
    1, 0.707107, -1, 0.707107, 1, -0.707107, -1, -0.707107, 1,
  ]);
});

test('a picture that keeps the neighbours is trusted wholly', () => {
  const data = clouds();
  const coordinates = Float32Array.from({ length: 48 }, (_, at) => data[Math.floor(at / 3) * 8 + (at % 3)]);
  const { k, trustworthiness } = qualityOf({ data, dim: 8, metric: 'cosine', coordinates, dims: 3, seed: 1 });
  expect(k).toBe(7);
  expect(trustworthiness).toBeGreaterThan(0.9);
  const few = new Float32Array(16);
  expect(
    qualityOf({ data: few, dim: 8, metric: 'cosine', coordinates: new Float32Array(6), dims: 3, seed: 1 }),
  ).toEqual({ k: 0, trustworthiness: null, continuity: null });
});
