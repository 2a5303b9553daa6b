import { expect, test } from 'vitest';
import {
  fillColours,
  fillMarks,
  fillTraits,
  isShown,
  MARK_HOVERED,
  MARK_NEIGHBOUR,
  MARK_SELECTED,
} from './pointBuffers.ts';

test('traits hold shape, visibility and size, and leave marks alone', () => {
  const traits = new Uint8Array(12);
  traits[2] = MARK_SELECTED;
  fillTraits(new Uint8Array([1, 7, 2]), new Uint8Array([2, 1, 0]), new Float32Array([1, 2, 9]), traits);
  expect([...traits]).toEqual([1, 2, MARK_SELECTED, 64, 1, 1, 0, 128, 2, 0, 0, 255]);
  fillTraits(new Uint8Array(0), undefined, undefined, traits);
  expect([...traits.subarray(8)]).toEqual([0, 2, 0, 64]);
});

test('marks are cleared where they were, and the selected point outranks the rest', () => {
  const traits = new Uint8Array(16);
  const first = { selected: 0, compared: null, hovered: 0, highlighted: new Int32Array([0, 1, 99]) };
  fillMarks(null, first, traits);
  expect([traits[2], traits[6], traits[10]]).toEqual([MARK_SELECTED, MARK_NEIGHBOUR, 0]);
  fillMarks(first, { selected: null, compared: null, hovered: 2, highlighted: new Int32Array() }, traits);
  expect([traits[2], traits[6], traits[10]]).toEqual([0, 0, MARK_HOVERED]);
});

test('missing colours are grey, and only shown points are shown', () => {
  const out = new Uint8Array(6);
  fillColours(new Uint8Array([1, 2, 3]), out);
  expect([...out]).toEqual([1, 2, 3, 128, 128, 128]);
  expect(isShown(undefined, 5)).toBe(true);
  expect(isShown(new Uint8Array([0, 1, 2]), 1)).toBe(false);
});
