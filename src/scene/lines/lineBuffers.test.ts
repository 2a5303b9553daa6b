import { expect, test } from 'vitest';
import { WORLD_FRAME } from '../world/places.ts';
import { createTrack, retarget } from '../world/positionTrack.ts';
import { lineBuffers, placeLines, selectionLines } from './lineBuffers.ts';

const track = createTrack();
const at = (...raw: number[]) => ({ raw: Float32Array.from(raw), dims: 3 as const, frame: WORLD_FRAME });
retarget(track, at(0, 0, 0, 1, 1, 1, 2, 2, 2), 0, 0);

test('a selection has lines to its neighbours and a dashed one to the compared point', () => {
  const lines = selectionLines(0, 2, new Int32Array([1, 0]), '#102030', '#ffffff');
  expect(lines.map((line) => [line.start, line.end, line.dash > 0])).toEqual([
    [0, 1, false],
    [0, 2, true],
  ]);
  expect(selectionLines(null, 2, new Int32Array([1]), '#102030', '#ffffff')).toEqual([]);
});

test('ends follow the points; lines to points that do not exist are left out', () => {
  const lines = selectionLines(0, null, new Int32Array([1, 50]), '#102030', '#ffffff');
  const buffers = lineBuffers(lines, track);
  expect(buffers.count).toBe(1);
  expect([...buffers.paint.subarray(0, 3)]).toEqual([16, 32, 48]);
  expect([...buffers.endTo]).toEqual([1, 1, 1]);
  const moved = { ...track, to: at(0, 0, 0, 5, 6, 7, 0, 0, 0) };
  placeLines(lines, moved, buffers);
  expect([...buffers.endTo]).toEqual([5, 6, 7]);
  expect([...buffers.endFrom]).toEqual([1, 1, 1]);
});
