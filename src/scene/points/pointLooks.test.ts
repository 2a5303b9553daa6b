import { expect, test } from 'vitest';
import {
  isShown,
  MARK_COMPARED,
  MARK_HOVERED,
  MARK_NEIGHBOUR,
  MARK_SELECTED,
  marksOf,
  packLooks,
  packSizes,
} from './pointLooks.ts';

const none: ReadonlyMap<number, number> = new Map();

test('a look holds colour, shape, visibility and mark in four bytes', () => {
  const out = new Uint8Array(12);
  const looks = {
    colours: new Uint8Array([1, 2, 3, 250, 251, 252]),
    shapes: new Uint8Array([5, 7, 2]),
    visible: new Uint8Array([2, 1, 0]),
  };
  packLooks(looks, new Map([[0, MARK_SELECTED]]), 0, 3, out);
  // shape + 8 × visibility + 32 × mark; the third point has no colour
  expect([...out]).toEqual([1, 2, 3, 5 + 16 + 128, 250, 251, 252, 1 + 8, 128, 128, 128, 2]);
  packLooks({ colours: new Uint8Array(0), shapes: new Uint8Array(0) }, none, 0, 1, out);
  expect([...out.subarray(0, 4)]).toEqual([128, 128, 128, 16]);
});

test('slices hold what the whole holds, marks too', () => {
  const n = 1000;
  const looks = {
    colours: Uint8Array.from({ length: n * 3 }, (_, i) => i * 7),
    shapes: Uint8Array.from({ length: n }, (_, i) => i % 6),
    visible: Uint8Array.from({ length: n }, (_, i) => i % 3),
  };
  const marks = new Map([
    [0, MARK_HOVERED],
    [499, MARK_NEIGHBOUR],
    [500, MARK_COMPARED],
  ]);
  const whole = new Uint8Array(n * 4);
  packLooks(looks, marks, 0, n, whole);
  const parts = new Uint8Array(n * 4);
  packLooks(looks, marks, 0, 500, parts);
  packLooks(looks, marks, 500, n, parts.subarray(2000));
  expect(parts).toEqual(whole);
  expect(whole.filter((_, k) => k % 4 === 3 && whole[k] >= 32)).toHaveLength(3);
});

test('sizes fit a byte', () => {
  const out = new Uint8Array(4);
  packSizes(new Float32Array([1, 2, 9]), 0, 4, out);
  expect([...out]).toEqual([64, 128, 255, 64]);
  packSizes(new Float32Array([1, 0.01]), 1, 2, out);
  expect(out[0]).toBe(16);
});

test('the selected point outranks the rest, and indices out of range have no mark', () => {
  const marks = marksOf(
    { selected: 0, compared: null, hovered: 0, highlighted: new Int32Array([0, 1, 99, -1]) },
    4,
  );
  expect([...marks]).toEqual([
    [0, MARK_SELECTED],
    [1, MARK_NEIGHBOUR],
  ]);
});

test('only shown points are shown', () => {
  expect(isShown(undefined, 5)).toBe(true);
  expect(isShown(new Uint8Array([0, 1, 2]), 1)).toBe(false);
});
