import { expect, test } from 'vitest';
import { vertexBlocks } from './vertexBlocks.ts';

test('every vertex is in one block, and no block has more edges than allowed but a vertex that alone has', () => {
  const offsets = Uint32Array.of(0, 3, 5, 15, 15, 17, 19);
  expect(vertexBlocks(offsets, 5)).toEqual([
    { from: 0, to: 2 },
    { from: 2, to: 3 },
    { from: 3, to: 6 },
  ]);
  expect(vertexBlocks(offsets, 100)).toEqual([{ from: 0, to: 6 }]);
  expect(vertexBlocks(Uint32Array.of(0), 5)).toEqual([]);
});
