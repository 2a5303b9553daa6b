import { expect, test } from 'vitest';
import { regionShapes } from '../softRegions/regionShapes.ts';
import { type Places, WORLD_FRAME } from '../world/places.ts';
import { createTrack, retarget } from '../world/positionTrack.ts';
import { appendRun, createGlyphBuffers, reanchor } from './labelBuffers.ts';
import { type CandidateView, LabelCandidates } from './labelCandidates.ts';
import { priorityOrder } from './priorityOrder.ts';
import type { PlacedText } from './textWants.ts';

const at = (raw: ArrayLike<number>): Places => ({
  raw: Float32Array.from(raw),
  dims: 3,
  frame: WORLD_FRAME,
});
const track = createTrack();
// three points in front of a camera at the origin, one behind it, one beside the screen
retarget(track, at([0, 0, -2, 0.5, 0, -1, 0, 0.5, -3, 0, 0, 1, 9, 0, -1]), 0, 0);
const matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0];
const projection = { matrix, width: 200, height: 200 };

const view: CandidateView = {
  order: null,
  eligible: () => true,
  projection,
  track,
  t: 1,
  focus: 2,
  depthCue: 1,
};
const never = (): boolean => false;

test('points are asked by priority, ties and holes by index; their own order needs no array', () => {
  expect(priorityOrder(new Float32Array([1, 3, Number.NaN, 3, 2]))).toEqual(Uint32Array.of(1, 3, 4, 0, 2));
  expect(priorityOrder(new Float32Array([-1, -0, 0, Number.POSITIVE_INFINITY, -1e-20, 1e-20]))).toEqual(
    Uint32Array.of(5, 1, 2, 4, 0, 3),
  );
  expect(priorityOrder(new Float32Array([3, 3, 2, -5, Number.NaN]))).toBeNull();
  expect(priorityOrder(undefined)).toBeNull();
  const values = Float32Array.from({ length: 5000 }, (_, i) => Math.round(Math.sin(i * 12.9898) * 900) / 7);
  const compared = Uint32Array.from(values.keys()).sort((a, b) => values[b] - values[a] || a - b);
  expect(priorityOrder(values)).toEqual(compared);
});

test('only eligible points on screen want labels; near and already labelled ones score more', () => {
  const candidates = new LabelCandidates();
  expect(candidates.look(view)).toBe(true);
  const all = candidates.points(never);
  expect(all.map((p) => p.index)).toEqual([0, 1, 2]);
  expect(all[1].score).toBeGreaterThan(all[0].score);
  expect(all[2].score).toBeLessThan(all[0].score);
  candidates.look({ ...view, depthCue: 0, eligible: (i) => i !== 0 });
  const flat = candidates.points((i) => i === 2);
  expect(flat.map((p) => p.index)).toEqual([1, 2]);
  expect(flat[1].score).toBeCloseTo(1 - 2 / 5 + 0.2, 6);
});

test('many points are asked part by part, and in the end the same are found whatever was seen before', () => {
  const n = 200_000;
  const places = new Float32Array(n * 3);
  // every 500th is before the camera, the others beside the screen
  for (let i = 0; i < n; i++) places.set([i % 500 === 499 ? 0.1 : 50, 0, -1], i * 3);
  const many = createTrack();
  retarget(many, at(places), 0, 0);
  let asked = 0;
  const eligible = (): boolean => {
    asked += 1;
    return true;
  };
  const candidates = new LabelCandidates();
  const here = { ...view, track: many, eligible };
  expect(candidates.look(here)).toBe(false);
  expect(asked).toBeLessThan(70_000);
  const some = candidates.points(never).length;
  expect(some).toBeGreaterThan(100);
  expect(some).toBeLessThan(150);
  expect(candidates.look(here)).toBe(false);
  expect(asked).toBeLessThan(70_000);
  let rounds = 0;
  while (!candidates.more()) rounds += 1;
  expect(rounds).toBe(2);
  const found = candidates.points(never).map((p) => p.index);
  expect(found).toEqual(Array.from({ length: 400 }, (_, k) => k * 500 + 499));
  // the same view again: nobody is asked again
  const before = asked;
  expect(candidates.look(here)).toBe(true);
  expect(asked).toBe(before);
  // another view: those found stay in until all have been asked again
  const turned = { ...here, focus: 2.1 };
  expect(candidates.look(turned)).toBe(false);
  expect(asked - before).toBeLessThan(70_000);
  expect(candidates.points(never).map((p) => p.index)).toEqual(found);
  const others = { ...here, focus: 2.2, eligible: (i: number) => i > 100_000 };
  candidates.look(others);
  expect(candidates.points(never).map((p) => p.index)).toEqual(found.slice(200));
  while (!candidates.more());
  expect(candidates.points(never).map((p) => p.index)).toEqual(found.slice(200));
});

test('of many in one place only the first are found', () => {
  const n = 100_000;
  const places = new Float32Array(n * 3);
  for (let i = 0; i < n; i++) places[i * 3 + 2] = -1;
  const many = createTrack();
  retarget(many, at(places), 0, 0);
  const candidates = new LabelCandidates();
  const order = Uint32Array.from({ length: n }, (_, i) => n - 1 - i);
  candidates.look({ ...view, track: many, order });
  while (!candidates.more());
  const found = candidates.points(never);
  expect(found).toHaveLength(700);
  expect(found[699].index).toBe(n - 700);
});

test('clusters at the end of the order are found too, and no more than a screen holds', () => {
  // five clusters of 600, one after the other in the order, side by side on the screen
  const n = 3000;
  const places = new Float32Array(n * 3);
  for (let i = 0; i < n; i++)
    places.set([Math.floor(i / 600) * 0.4 - 0.8 + (i % 7) * 0.01, (i % 11) * 0.01, -1], i * 3);
  const many = createTrack();
  retarget(many, at(places), 0, 0);
  const candidates = new LabelCandidates();
  const wide = { ...view, track: many, projection: { matrix, width: 1400, height: 900 } };
  expect(candidates.look(wide)).toBe(true);
  const found = candidates.points(never).map((p) => p.index);
  for (let cluster = 0; cluster < 5; cluster++)
    expect(found.filter((index) => Math.floor(index / 600) === cluster).length).toBeGreaterThanOrEqual(2);
  expect(found.slice(0, 700)).toEqual(Array.from({ length: 700 }, (_, i) => i));
  // spread over the whole screen: the search ends when enough are found
  for (let i = 0; i < n; i++) places.set([((i * 37) % 199) / 100 - 1, ((i * 61) % 197) / 100 - 1, -1], i * 3);
  retarget(many, at(places), 0, 0);
  let asked = 0;
  const eligible = (): boolean => {
    asked += 1;
    return true;
  };
  candidates.look({ ...wide, projection: { matrix, width: 3000, height: 2000 }, eligible });
  expect(candidates.points(never)).toHaveLength(1200);
  expect(asked).toBeLessThan(n);
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
