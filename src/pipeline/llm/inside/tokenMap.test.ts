import { expect, test } from 'vitest';
import { seededRandom } from '../../../vectors/random.ts';
import { tokenMap } from './tokenMap.ts';

const { signal } = new AbortController();
const DIM = 8;

function states(layers: number, tokens: number): Float32Array<ArrayBuffer>[] {
  const random = seededRandom(3);
  return Array.from({ length: layers }, () =>
    Float32Array.from({ length: tokens * DIM }, () => random() * 2 - 1),
  );
}

test('one picture holds all layers, and each layer’s tokens lie round its middle', async () => {
  const map = await tokenMap(states(4, 6), DIM, 2, signal);
  expect(map?.places).toHaveLength(4 * 6 * 2);
  expect(map?.kept).toBeGreaterThan(0);
  expect(map?.kept).toBeLessThanOrEqual(1);
});

test('how long the states of a layer are moves nothing', async () => {
  const still = states(1, 6)[0];
  const longer = still.map((value) => value * 40);
  const map = await tokenMap([still, longer], DIM, 3, signal);
  const places = map?.places ?? new Float32Array(0);
  for (let at = 0; at < 6 * 3; at++) expect(places[at]).toBeCloseTo(places[6 * 3 + at], 5);
});

test('two tokens make no picture', async () => {
  expect(await tokenMap(states(3, 2), DIM, 2, signal)).toBeNull();
});

test('ends when it is cancelled', async () => {
  const controller = new AbortController();
  controller.abort();
  await expect(tokenMap(states(3, 5), DIM, 2, controller.signal)).rejects.toThrow(/abort/i);
});
