import { expect, test } from 'vitest';
import { createUniforms } from '../stageUniforms.ts';
import { WORLD_FRAME } from '../world/places.ts';
import { progressAt, retarget } from '../world/positionTrack.ts';
import type { BufferCalls } from './gpuArray.ts';
import { MARK_HOVERED, packLooks } from './pointLooks.ts';
import { SLICE } from './slice.ts';
import { Travel } from './travel.ts';

/** Buffers as WebGL would hold them, and how many bytes each call sent. */
function fakeGl() {
  const contents = new Map<object, Uint8Array>();
  const sent: number[] = [];
  let bound: object | null = null;
  const gl = {
    ARRAY_BUFFER: 1,
    DYNAMIC_DRAW: 2,
    FLOAT: 3,
    UNSIGNED_BYTE: 4,
    createBuffer: () => ({}),
    deleteBuffer: (buffer: object) => void contents.delete(buffer),
    bindBuffer: (_: number, buffer: object | null) => {
      bound = buffer;
    },
    bufferData: (_: number, size: number) => void (bound && contents.set(bound, new Uint8Array(size))),
    bufferSubData: (_: number, at: number, view: Float32Array | Uint8Array, from: number, count: number) => {
      const part = view.subarray(from, from + count);
      const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
      if (bound) contents.get(bound)?.set(bytes, at);
      sent.push(bytes.length);
    },
  };
  return { gl: gl as unknown as BufferCalls, contents, sent };
}

function mapOf(n: number) {
  const { gl, contents, sent } = fakeGl();
  const travel: Travel = new Travel(createUniforms(), ({ places }, now) =>
    retarget(travel.track, places, now, 300),
  );
  const go = (raw: Float32Array, now: number): void =>
    travel.send({ places: { raw, dims: 3, frame: WORLD_FRAME }, sources: null, isBrief: false }, now);
  const held = (name: string): Uint8Array => {
    const attribute = travel.points.geometry.getAttribute(name);
    if (!('isGLBufferAttribute' in attribute)) throw new Error(`${name} is not on the GPU alone`);
    return contents.get(attribute.buffer) ?? new Uint8Array(0);
  };
  const looks = {
    colours: Uint8Array.from({ length: n * 3 }, (_, k) => k * 7),
    shapes: Uint8Array.from({ length: n }, (_, i) => i % 6),
  };
  const total = (): number => [...contents.values()].reduce((sum, { length }) => sum + length, 0);
  return { gl, sent, travel, go, held, looks, total };
}

const places = (n: number, shift: number): Float32Array =>
  Float32Array.from({ length: n * 3 }, (_, k) => Math.fround(k * 0.25 + shift));
const bytesOf = (values: Float32Array): Uint8Array => new Uint8Array(values.buffer);
/** Millions of bytes, which `toEqual` would take minutes for. */
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

test('a small map is sent whole in one frame, and glides at once', () => {
  const { gl, sent, travel, go, held, looks, total } = mapOf(1000);
  const { points, track } = travel;
  const first = places(1000, 0);
  go(first, 0);
  expect(travel.tick(0, gl)).toBe(false);
  expect(points.drawn).toBe(0);
  points.setLooks(looks, track.version);
  expect(travel.tick(16, gl)).toBe(false);
  expect([points.drawn, points.complete]).toEqual([1000, true]);
  expect(same(held('position'), bytesOf(first))).toBe(true);
  // places once, looks of 4 bytes
  expect(total()).toBe(1000 * 16);
  const second = places(1000, 5);
  go(second, 100);
  expect(progressAt(track, 100)).toBe(0);
  travel.tick(100, gl);
  expect(same(held('origin'), bytesOf(first))).toBe(true);
  expect(same(held('position'), bytesOf(second))).toBe(true);
  sent.length = 0;
  // under way again: the points come from where they are
  go(first, 250);
  travel.tick(250, gl);
  expect(new Float32Array(held('origin').slice().buffer)[0]).toBeCloseTo(5 * 0.875, 5);
  travel.tick(700, gl);
  // where they go to is there already, where they stood is not
  expect(sent).toEqual([12_000]);
  expect(travel.points.geometry.getAttribute('origin')).toBe(travel.points.geometry.getAttribute('position'));
});

test('a single mark sends four bytes, and others only where they change', () => {
  const { gl, sent, travel, go, held, looks } = mapOf(1000);
  const { points, track } = travel;
  go(places(1000, 0), 0);
  points.setLooks(looks, track.version);
  travel.tick(0, gl);
  sent.length = 0;
  const nothing = { selected: null, compared: null, hovered: null, highlighted: new Int32Array(0) };
  points.setMarks({ ...nothing, hovered: 7 });
  travel.tick(0, gl);
  points.setMarks({ ...nothing, hovered: 7 });
  travel.tick(0, gl);
  expect(sent).toEqual([4]);
  const wanted = new Uint8Array(4000);
  packLooks(looks, new Map([[7, MARK_HOVERED]]), 0, 1000, wanted);
  expect(same(held('look'), wanted)).toBe(true);
  points.setMarks(nothing);
  travel.tick(0, gl);
  expect(sent).toEqual([4, 4]);
  expect(held('look')[31]).toBe(wanted[31] & 31);
});

test('a large map appears slice by slice, and sets out when the GPU has its new places', () => {
  const n = 3 * SLICE + 5;
  const { gl, sent, travel, go, held, looks, total } = mapOf(n);
  const { points, track } = travel;
  const first = places(n, 0);
  go(first, 0);
  points.setLooks(looks, track.version);
  const drawn: number[] = [];
  while (travel.tick(0, gl)) drawn.push(points.drawn);
  expect(points.complete).toBe(true);
  expect(drawn.length).toBeLessThan(4);
  for (const count of drawn) expect(count).toBeGreaterThan(0);
  expect(Math.max(...sent)).toBe(SLICE * 12);
  expect(same(held('position'), bytesOf(first))).toBe(true);
  const wanted = new Uint8Array(n * 4);
  packLooks(looks, new Map(), 0, n, wanted);
  expect(same(held('look'), wanted)).toBe(true);
  expect(total()).toBe(n * 16);

  sent.length = 0;
  const [second, third, fourth] = [places(n, 1), places(n, 2), places(n, 3)];
  go(second, 1000);
  expect(track.to.raw).toBe(first);
  for (let now = 1000; track.to.raw === first; now += 16) travel.tick(now, gl);
  expect(same(held('origin'), bytesOf(first))).toBe(true);
  expect(same(held('position'), bytesOf(second))).toBe(true);
  const begun = track.startedAt;
  // under way both buffers are in use: the next waits, and only the latest is sent
  sent.length = 0;
  go(third, begun + 50);
  go(fourth, begun + 100);
  travel.tick(begun + 200, gl);
  expect([track.to.raw === second, sent.length]).toEqual([true, 0]);
  for (let now = begun + 300; track.to.raw === second; now += 16) travel.tick(now, gl);
  expect(track.to.raw).toBe(fourth);
  expect(sent.reduce((sum, bytes) => sum + bytes)).toBe(n * 12);
  expect(total()).toBe(n * 28);
});

test('looks that change all the time reach every point; what the GPU lost is sent again', () => {
  const n = 3 * SLICE;
  const { gl, travel, go, held, looks } = mapOf(n);
  const { points, track } = travel;
  go(places(n, 0), 0);
  points.setLooks(looks, track.version);
  while (travel.tick(0, gl));
  const grey = { ...looks, colours: new Uint8Array(0) };
  for (let frame = 0; frame < 4; frame++) {
    points.setLooks(grey, track.version);
    travel.tick(0, gl);
    expect(points.drawn).toBe(n);
  }
  expect(held('look')[(n - 1) * 4]).toBe(128);
  points.forget();
  expect(points.drawn).toBe(0);
  while (travel.tick(0, gl));
  expect(same(held('position'), bytesOf(places(n, 0)))).toBe(true);
  expect(held('look')[0]).toBe(128);
});
