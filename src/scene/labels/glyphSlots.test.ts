import { expect, test } from 'vitest';
import { createSlots } from './glyphSlots.ts';

test('places are unique, and the one unused for longest is reused', () => {
  const slots = createSlots(3);
  slots.nextRound();
  expect(['a', 'b', 'c'].map((k) => slots.take(k))).toEqual([0, 1, 2]);
  slots.nextRound();
  expect(slots.find('a')).toBe(0);
  expect(slots.take('d')).toBe(1);
  expect(slots.find('b')).toBeUndefined();
  expect(slots.find('c')).toBe(2);
});

test('nothing in use is evicted; growing makes room and moves nothing', () => {
  const slots = createSlots(2);
  slots.nextRound();
  slots.take('a');
  slots.take('b');
  expect(slots.take('c')).toBe(-1);
  slots.grow(3);
  expect(slots.take('c')).toBe(2);
  expect(slots.find('a')).toBe(0);
  expect(slots.size).toBe(3);
});
