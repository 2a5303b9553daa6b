import { expect, test } from 'vitest';
import { nearestId } from './nearestId.ts';

test('the nearest id wins, within reach, of any size', () => {
  const pixels = new Uint8Array(7 * 7 * 4);
  const put = (x: number, y: number, id: number): void =>
    pixels.set([id & 255, (id >> 8) & 255, (id >> 16) & 255, (id >>> 24) & 255], (y * 7 + x) * 4);
  expect(nearestId(pixels, 7, 3)).toBeNull();
  put(0, 3, 12);
  expect(nearestId(pixels, 7, 3)).toBe(11);
  expect(nearestId(pixels, 7, 2)).toBeNull();
  put(4, 3, 70_001);
  expect(nearestId(pixels, 7, 3)).toBe(70_000);
});
