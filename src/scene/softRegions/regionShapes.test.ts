import { expect, test } from 'vitest';
import { seededRandom } from '../../vectors/random.ts';
import { WORLD_FRAME } from '../world/places.ts';
import { createTrack, retarget, settle } from '../world/positionTrack.ts';
import { placeRegions, regionShapes } from './regionShapes.ts';

const random = seededRandom(7);
const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const cloud = (n: number): Float32Array => Float32Array.from({ length: n * 3 }, normal);
const everyone = (n: number): Int32Array => Int32Array.from({ length: n }, (_, i) => i);
const at = (raw: Float32Array) => ({ raw, dims: 3 as const, frame: WORLD_FRAME });

test('a sample stands for many points: middle and spread are those of all, the size is that of all', () => {
  const track = createTrack();
  const many = cloud(200_000);
  retarget(track, at(many), 0, 0);
  const { centreTo, widthTo, sizes } = regionShapes(
    [{ colour: '#102030', points: everyone(200_000) }],
    undefined,
    track,
  );
  expect(sizes[0]).toBe(200_000);
  expect(Math.hypot(...centreTo)).toBeLessThan(0.06);
  // the 88% of a normal cloud nearest its middle: F₃(5.833) = 0.88, the variance left is F₅(5.833) / 0.88 (Fₖ: of χ²ₖ)
  for (const width of widthTo) expect(width).toBeCloseTo(0.7696, 1);
});

test('regions follow from where their points were; rows that do not exist, and hidden ones, are left out', () => {
  const track = createTrack();
  const visible = new Uint8Array([2, 2, 0, 2]);
  retarget(track, at(Float32Array.of(0, 0, 0, 2, 0, 0, 9, 9, 9, 4, 4, 4)), 0, 0);
  const regions = [
    { colour: '#102030', points: Int32Array.of(0, 1, 2, 77) },
    { colour: '#405060', points: Int32Array.of(99) },
  ];
  const shapes = regionShapes(regions, visible, track);
  expect([...shapes.centreTo.subarray(0, 3)]).toEqual([1, 0, 0]);
  expect([...shapes.sizes]).toEqual([3, 0]);
  expect([...shapes.paint]).toEqual([16, 32, 48, 255, 64, 80, 96, 0]);
  retarget(track, at(Float32Array.of(4, 0, 0, 6, 0, 0, 9, 9, 9, 4, 4, 4)), 1000, 300);
  placeRegions(track, shapes);
  expect([shapes.centreFrom[0], shapes.centreTo[0]]).toEqual([1, 5]);
  settle(track);
  retarget(track, at(Float32Array.of(0, 2, 0, 0, 4, 0, 9, 9, 9, 4, 4, 4)), 2000, 300);
  placeRegions(track, shapes);
  expect([...shapes.centreFrom.subarray(0, 3), ...shapes.centreTo.subarray(0, 3)]).toEqual([
    5, 0, 0, 0, 3, 0,
  ]);
  // half way along, points come from where they stand
  retarget(track, at(Float32Array.of(8, 0, 0, 8, 0, 0, 9, 9, 9, 4, 4, 4)), 2150, 300);
  placeRegions(track, shapes);
  // eased: 1 − (1 − ½)³ of the way
  expect(shapes.centreFrom[0]).toBeCloseTo(5 * (1 - 0.875), 5);
});
