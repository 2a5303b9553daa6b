import { expect, test } from 'vitest';
import { regionShapes } from '../softRegions/regionShapes.ts';
import { createTrack, retarget } from '../world/positionTrack.ts';
import { appendRun, createGlyphBuffers, reanchor } from './labelBuffers.ts';
import { labelPoints, priorityOrder } from './labelCandidates.ts';
import type { PlacedText } from './textWants.ts';

const track = createTrack();
// three points in front of a camera at the origin, one behind it, one beside the screen
retarget(track, new Float32Array([0, 0, -2, 0.5, 0, -1, 0, 0.5, -3, 0, 0, 1, 9, 0, -1]), 0, 0);
const matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0];
const projection = { matrix, width: 200, height: 200 };

test('points are asked by priority, ties and holes by index', () => {
  expect([...priorityOrder(new Float32Array([1, 3, Number.NaN, 3, 2]))]).toEqual([1, 3, 4, 0, 2]);
});

test('only eligible points on screen want labels; near and already labelled ones score more', () => {
  const order = new Uint32Array([0, 1, 2, 3, 4]);
  const all = labelPoints(
    order,
    projection,
    track,
    1,
    2,
    1,
    () => true,
    () => false,
  );
  expect(all.map((p) => p.index)).toEqual([0, 1, 2]);
  expect(all[1].score).toBeGreaterThan(all[0].score);
  expect(all[2].score).toBeLessThan(all[0].score);
  const flat = labelPoints(
    order,
    projection,
    track,
    1,
    2,
    0,
    (i) => i !== 0,
    (i) => i === 2,
  );
  expect(flat.map((p) => p.index)).toEqual([1, 2]);
  expect(flat[1].score).toBeCloseTo(1 - 2 / 5 + 0.2, 6);
});

test('glyphs follow their point; a run that does not fit is left out whole', () => {
  const buffers = createGlyphBuffers(3);
  const glyph = { x: 0, y: 0, width: 10, height: 20, left: 1, top: 15 };
  const run = {
    owner: 1,
    glyphs: [glyph, glyph],
    advances: [12, 12],
    from: [0, 0, 0] as const,
    to: [1, 1, 1] as const,
    x: 100,
    baseline: 50,
    scale: 0.5,
    tint: [1, 2, 3, 255] as const,
    born: 0,
    hazy: true,
  };
  expect(appendRun(buffers, run)).toBe(true);
  expect([...buffers.box.subarray(0, 8)]).toEqual([100.5, 42.5, 5, 10, 106.5, 42.5, 5, 10]);
  expect(appendRun(buffers, run)).toBe(false);
  expect(buffers.count).toBe(2);
  reanchor(buffers, track);
  expect([...buffers.anchorTo.subarray(3, 6)]).toEqual([0.5, 0, -1]);
  // a region's name follows the region; a name at a fixed place stays
  const shapes = regionShapes([{ colour: '#000000', points: Int32Array.of(0, 1, 2) }], undefined, track);
  buffers.owner.fill(-2);
  const fixed: PlacedText = { kind: 'caption', text: 'a', at: [0, 0, 0], colour: null };
  reanchor(buffers, track, [fixed, { kind: 'region', text: 'b', index: 0, shapes, colour: null }]);
  expect(buffers.anchorTo[3]).toBeCloseTo(0.5 / 3, 6);
  expect(buffers.anchorTo[5]).toBeCloseTo(-2, 6);
});
